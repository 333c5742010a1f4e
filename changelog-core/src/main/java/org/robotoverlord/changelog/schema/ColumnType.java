package org.robotoverlord.changelog.schema;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;
import org.robotoverlord.changelog.problem.Problem;

/**
 * A column's type: {@code bigint}, {@code varchar(320)}, {@code text[]}, {@code user_role}, {@code native(geometry(Point,4326))}.
 * {@link #parse(String)} folds synonyms ({@code int}, {@code character varying}), so equal types are equal values.
 *
 * @param name a portable or built-in type's name, an enum's or domain's as it is written, or the text of a native type
 * @param arguments what stands in parentheses: lengths, precision and scale
 * @param array whether it is an array of this
 * @param isNative whether it was written {@code native(…)}: taken as it is, checked by the database alone
 */
public record ColumnType(String name, List<Integer> arguments, boolean array, boolean isNative) implements Written {
    private static final String NATIVE = "native(";
    private static final int LONGEST = 300;

    public ColumnType {
        Objects.requireNonNull(name, "name");
        arguments = List.copyOf(arguments);
    }

    /** A type without arguments. */
    public static ColumnType of(String name) {
        return new ColumnType(name, List.of(), false, false);
    }

    /** Reads the text of a scalar. */
    public static ColumnType parse(Scalar scalar) {
        return parse(scalar.text());
    }

    /**
     * Reads a type as people write it. Whether a name that isn't portable is known is for {@link Schema} to say.
     *
     * @throws Problem if the text can't be a type
     */
    public static ColumnType parse(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith(NATIVE) && trimmed.endsWith(")")) {
            return ofNative(
                    trimmed.substring(NATIVE.length(), trimmed.length() - 1).strip());
        }
        if (trimmed.length() > LONGEST) {
            throw new Problem("'" + trimmed.substring(0, 60) + "…' is too long for a type; write native(…) around it");
        }
        String element = withoutBrackets(trimmed);
        int open = element.indexOf('(');
        int close = element.indexOf(')');
        boolean bare = open < 0;
        String before = bare ? element : element.substring(0, open);
        String after = close < 0 ? "" : element.substring(close + 1);
        if (before.isBlank() || close < open || isBroken(before) || isBroken(after)) {
            throw new Problem(
                    "'" + text + "' is no type; write a name such as bigint or varchar(320), or native(" + text + ")");
        }
        List<Integer> arguments = bare ? List.of() : arguments(text, element.substring(open + 1, close));
        String name = after.isBlank() ? before.strip() : before.strip() + " " + after.strip();
        return PortableType.fold(text, name, arguments, element.length() < trimmed.length());
    }

    private static ColumnType ofNative(String text) {
        if (text.isEmpty()) {
            throw new Problem("native() names no type; write the database's own text between the parentheses");
        }
        return new ColumnType(text, List.of(), false, true);
    }

    /** The text without the {@code []} at its end: the database knows arrays of no particular depth. */
    private static String withoutBrackets(String text) {
        String rest = text;
        while (rest.endsWith("]")) {
            String inside = rest.substring(0, rest.length() - 1).stripTrailing();
            if (!inside.endsWith("[")) {
                return rest;
            }
            rest = inside.substring(0, inside.length() - 1).stripTrailing();
        }
        return rest;
    }

    private static boolean isBroken(String part) {
        return part.indexOf('(') >= 0 || part.indexOf(')') >= 0 || part.indexOf('[') >= 0 || part.indexOf(']') >= 0;
    }

    private static List<Integer> arguments(String text, String written) {
        try {
            return java.util.Arrays.stream(written.split(",", -1))
                    .map(argument -> Integer.valueOf(argument.strip()))
                    .toList();
        } catch (NumberFormatException notANumber) {
            throw new Problem("'" + text + "' has '" + written + "' in parentheses where numbers belong; "
                    + "write native(" + text + ") if the database takes it so");
        }
    }

    /** The portable type this is, if it is one. */
    public Optional<PortableType> portable() {
        return isNative ? Optional.empty() : PortableType.named(name);
    }

    /** Whether this is the portable type, and no array of it. */
    public boolean is(PortableType type) {
        return !array && portable().filter(type::equals).isPresent();
    }

    /** The type of the elements; itself where it is no array. */
    public ColumnType element() {
        return new ColumnType(name, arguments, false, isNative);
    }

    /** The enum or domain this names, whatever its schema; empty for portable and native types. */
    public Optional<Name> userType() {
        return isNative || portable().isPresent() || !arguments.isEmpty()
                ? Optional.empty()
                : Optional.of(Name.parse(name));
    }

    /** The same with an enum or domain of another name. */
    public ColumnType named(Name other) {
        return new ColumnType(other.toString(), arguments, array, isNative);
    }

    @Override
    public Optional<Scalar> written() {
        return Optional.of(Scalar.text(toString()));
    }

    /** The inverse of {@link #parse(String)}. */
    @Override
    public String toString() {
        if (isNative) {
            return "native(" + name + ")";
        }
        String list = arguments.isEmpty()
                ? ""
                : arguments.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
        return name + list + (array ? "[]" : "");
    }

    /** In lower case, each run of white space as one space. */
    static String lower(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.indexOf("  ") < 0 && lower.chars().noneMatch(c -> c != ' ' && Character.isWhitespace(c))
                ? lower
                : String.join(" ", lower.strip().split("\\s+"));
    }
}
