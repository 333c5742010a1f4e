package org.robotoverlord.changelog.schema;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;

/**
 * What a model's {@code renamedFrom} says: that something which is called so now was called otherwise before.
 *
 * @param kind what was renamed
 * @param owner the table or enum it belongs to; for a table or enum itself, its new name
 * @param from the name before, as written
 * @param to the name now
 * @param path where in the owner's body it stands
 * @param place where it stands in a file; filled in by who knows
 */
public record Hint(Kind kind, Name owner, String from, String to, List<String> path, Optional<Place> place) {
    /** What can be renamed; of domains, sequences and partitions no model says it. */
    public enum Kind {
        TABLE,
        COLUMN,
        CONSTRAINT,
        INDEX,
        ENUM,
        ENUM_VALUE,
        DOMAIN,
        SEQUENCE,
        PARTITION
    }

    public Hint {
        path = List.copyOf(path);
        try {
            oldName(kind, from);
        } catch (Problem broken) {
            throw broken.about(path);
        }
    }

    private static Name oldName(Kind kind, String from) {
        return kind == Kind.TABLE || kind == Kind.ENUM ? Name.parse(from) : Name.of(from);
    }

    /** The name before: of a table or enum with the schema it lay in, where that is written; of all else the name alone. */
    public Name oldName() {
        return oldName(kind, from);
    }

    /** A hint whose place isn't known yet. */
    public static Hint of(Kind kind, Name owner, String from, String to, String... path) {
        return new Hint(kind, owner, from, to, List.of(path), Optional.empty());
    }

    /** The same, with its place in a file. */
    public Hint at(Place where) {
        return new Hint(kind, owner, from, to, path, Optional.of(where));
    }
}
