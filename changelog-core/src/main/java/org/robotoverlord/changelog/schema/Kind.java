package org.robotoverlord.changelog.schema;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A kind of thing, beside tables, that lies in a schema under a name of its own. {@link Schema} keeps them all alike: {@code
 * schema.get(Kind.ENUM, name)}.
 *
 * @param <T> what such a thing is
 */
public final class Kind<T> {
    public static final Kind<EnumType> ENUM = new Kind<>("enum");
    public static final Kind<Domain> DOMAIN = new Kind<>("domain", Domain::mapNames);
    public static final Kind<Sequence> SEQUENCE = new Kind<>("sequence", Sequence::mapTable);
    public static final Kind<View> VIEW = new Kind<>("view");
    public static final Kind<Routine<Function>> FUNCTION = new Kind<>("function");
    public static final Kind<Routine<Procedure>> PROCEDURE = new Kind<>("procedure");

    private final String word;
    private final BiFunction<T, UnaryOperator<Name>, T> mapNames;

    private Kind(String word) {
        this(word, (thing, change) -> thing);
    }

    /** @param mapNames how the names change that a thing holds of others */
    private Kind(String word, BiFunction<T, UnaryOperator<Name>, T> mapNames) {
        this.word = word;
        this.mapNames = mapNames;
    }

    /** The thing with the names changed that it holds of others. */
    T mapNames(T thing, UnaryOperator<Name> change) {
        return mapNames.apply(thing, change);
    }

    /** As in a sentence: {@code an enum}. */
    public String withArticle() {
        return ("aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
    }

    /** What a person calls it: {@code enum}. */
    @Override
    public String toString() {
        return word;
    }
}
