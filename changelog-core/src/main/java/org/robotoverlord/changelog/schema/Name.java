package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;
import org.robotoverlord.changelog.problem.Problem;

/**
 * The name of a table, type or other thing that lies in a schema, exactly as written: {@code users}, {@code auth.users}, {@code
 * "my.table"}.
 *
 * @param schema the schema it lies in; empty for the app's own
 * @param local the name within the schema
 */
public record Name(Optional<String> schema, String local) implements Written, Comparable<Name> {
    public Name {
        Objects.requireNonNull(schema, "schema");
        if (local.isEmpty()) {
            throw new Problem("a name is empty; give it at least one letter");
        }
    }

    /** A name in the app's own schema, whatever characters it holds. */
    public static Name of(String local) {
        return new Name(Optional.empty(), local);
    }

    /** A name in a schema. */
    public static Name of(String schema, String local) {
        return new Name(Optional.of(schema), local);
    }

    /** Reads {@code users}, {@code auth.users} or {@code "my.table"}. */
    public static Name parse(String text) {
        return ofParts(text, parts(text));
    }

    /** Reads what {@link #parse(String)} reads. */
    public static Name parse(Scalar scalar) {
        return parse(scalar.text());
    }

    /** The name that parts make: one, or a schema and one. */
    static Name ofParts(String text, List<String> parts) {
        return switch (parts.size()) {
            case 1 -> of(parts.get(0));
            case 2 -> of(parts.get(0), parts.get(1));
            default ->
                throw new Problem("'" + text + "' has too many dots for a name; write schema.name, "
                        + "and put a part that holds a dot in double quotes");
        };
    }

    /** Takes a joined name apart at its dots; a part that holds {@code . : , =} stands in double quotes, {@code "} doubled. */
    public static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"' && part.isEmpty()) {
                i = unquote(text, i + 1, part);
                if (i < text.length() && text.charAt(i) != '.') {
                    throw new Problem(
                            "'" + text + "' goes on after a closing double quote; put a dot there or double the quote");
                }
            } else if (c == '.') {
                parts.add(part.toString());
                part.setLength(0);
                i++;
            } else {
                part.append(c);
                i++;
            }
        }
        parts.add(part.toString());
        if (parts.contains("")) {
            throw new Problem("'" + text + "' has an empty part; write name or schema.name");
        }
        return parts;
    }

    private static int unquote(String text, int from, StringBuilder into) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) != '"') {
                into.append(text.charAt(i));
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                into.append('"');
                i++;
            } else {
                return i + 1;
            }
        }
        throw new Problem("'" + text + "' opens a double quote and doesn't close it");
    }

    /** One part as it stands in a joined name: in double quotes where it has to be. */
    public static String part(String name) {
        boolean plain = !name.isEmpty();
        for (int i = 0; i < name.length(); i++) {
            plain &= ".:,=\"".indexOf(name.charAt(i)) < 0;
        }
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The same schema, another name in it. */
    public Name sibling(String other) {
        return new Name(schema, other);
    }

    @Override
    public Optional<Scalar> written() {
        return Optional.of(Scalar.text(toString()));
    }

    /** Written out, as names are looked up by the ten thousand: what a record has of its own is slow until it is compiled. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Name name && local.equals(name.local) && schema.equals(name.schema);
    }

    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + local.hashCode();
    }

    @Override
    public int compareTo(Name other) {
        int bySchema = schema.orElse("").compareTo(other.schema.orElse(""));
        return bySchema != 0 ? bySchema : local.compareTo(other.local);
    }

    /** The inverse of {@link #parse(String)}. */
    @Override
    public String toString() {
        return schema.isEmpty() ? part(local) : part(schema.get()) + "." + part(local);
    }
}
