package org.robotoverlord.changelog.schema;

import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;

/** Says what is wrong with a name, before a database cuts it short or takes it for something else. */
public final class Naming {
    private Naming() {}

    /**
     * What is wrong with a name of any kind: that it is empty, or longer than every database takes.
     *
     * @param kind what a person calls the thing: {@code column}
     * @param name the name alone, without a schema
     */
    public static Optional<Problem> problem(String kind, String name) {
        if (name.isEmpty()) {
            return Optional.of(new Problem("a " + kind + "'s name is empty; give it at least one letter"));
        }
        return DerivedName.isTooLong(name)
                ? Optional.of(new Problem(kind + " name '" + name + "' is longer than " + DerivedName.MOST_BYTES
                        + " bytes of UTF-8; shorten it"))
                : Optional.empty();
    }

    /** What is wrong with an enum's or domain's name: beside the above, that no column could be of it, as its type is read otherwise. */
    public static Optional<Problem> ofType(Kind<?> kind, Name name) {
        return problem(kind.toString(), name.local())
                .or(() -> isReadAsType(name)
                        ? Optional.empty()
                        : Optional.of(new Problem(kind.withArticle() + " can't be called '" + name
                                + "', which is read as another type; take another name")));
    }

    private static boolean isReadAsType(Name name) {
        try {
            return ColumnType.parse(name.toString())
                    .userType()
                    .filter(name::equals)
                    .isPresent();
        } catch (Problem unreadable) {
            return false;
        }
    }
}
