package org.robotoverlord.changelog.schema;

/**
 * A kind of thing, beside tables, that lies in a schema under a name of its own. {@link Schema} keeps them all alike: {@code
 * schema.get(Kind.ENUM, name)}.
 *
 * @param <T> what such a thing is
 */
public final class Kind<T> {
    public static final Kind<EnumType> ENUM = new Kind<>("enum");
    public static final Kind<Routine<Function>> FUNCTION = new Kind<>("function");
    public static final Kind<Routine<Procedure>> PROCEDURE = new Kind<>("procedure");

    private final String word;

    private Kind(String word) {
        this.word = word;
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
