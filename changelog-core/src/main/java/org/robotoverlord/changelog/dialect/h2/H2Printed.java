package org.robotoverlord.changelog.dialect.h2;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Value;

/** Reads a default as H2 prints it: a literal where it is one, else an expression. */
final class H2Printed {
    private static final Pattern LITERAL = Pattern.compile(
            "(?<number>-?\\d+(?:\\.\\d+)?)|(?<truth>TRUE|FALSE)|(?:JSON )?(?<kind>U&|X|)'(?<text>(?:[^']|'')*+)'",
            Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:\\+([0-9a-fA-F]{6})|([0-9a-fA-F]{4})|(\\\\))");

    private H2Printed() {}

    /** The column with the default that is printed so. */
    static Column withDefault(Column column, String printed) {
        Optional<String> text = literal(printed);
        if (text.isPresent() && !column.type().array()) {
            try {
                return column.withDefault(Optional.of(Value.literal(text.get())));
            } catch (Problem misfit) {
                // The database takes more than we do for a literal of the type; told as SQL it is right in any case.
            }
        }
        return column.withDefault(Optional.of(Value.sql(printed)));
    }

    private static Optional<String> literal(String printed) {
        Matcher parts = LITERAL.matcher(printed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        if (parts.group("number") != null) {
            return Optional.of(printed);
        }
        if (parts.group("truth") != null) {
            return Optional.of(printed.equals("TRUE") ? "true" : "false");
        }
        String text = parts.group("text").replace("''", "'");
        return Optional.of(
                switch (parts.group("kind")) {
                    case "U&" -> unescaped(text);
                    case "X" -> "\\x" + text;
                    default -> text;
                });
    }

    /** {@code \00e9}, {@code \+01f916}, {@code \\}. */
    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(found -> {
            String digits = found.group(1) == null ? found.group(2) : found.group(1);
            return Matcher.quoteReplacement(digits == null ? "\\" : Character.toString(Integer.parseInt(digits, 16)));
        });
    }
}
