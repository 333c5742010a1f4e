package org.robotoverlord.changelog.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;
import org.robotoverlord.changelog.problem.Problem;

/**
 * What a trigger calls: {@code touch()}, {@code audit.note('users', 3)}. The arguments are texts, whatever they look like.
 *
 * @param function the function's name
 * @param arguments what it is given
 */
public record TriggerCall(Name function, List<String> arguments) implements Written {
    public TriggerCall {
        Objects.requireNonNull(function, "function");
        arguments = List.copyOf(arguments);
    }

    /** Reads what a scalar says. */
    public static TriggerCall parse(Scalar scalar) {
        return parse(scalar.text());
    }

    /** @throws Problem if the text is no call */
    public static TriggerCall parse(String text) {
        String trimmed = text.strip();
        int open = Signature.opening(trimmed);
        if (open <= 0 || !trimmed.endsWith(")")) {
            throw new Problem("'" + text + "' is no call; write the function with parentheses, as in touch()");
        }
        String inside = trimmed.substring(open + 1, trimmed.length() - 1);
        return new TriggerCall(
                Name.parse(trimmed.substring(0, open).strip()),
                inside.isBlank()
                        ? List.of()
                        : SqlToken.split(inside).stream()
                                .map(argument -> argument(text, argument))
                                .toList());
    }

    private static String argument(String call, String text) {
        List<SqlToken> tokens = SqlToken.of(text);
        String last = tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1).text();
        if (tokens.size() == 1 && tokens.get(0).kind() == SqlToken.Kind.STRING) {
            return unquoted(call, last);
        }
        boolean signed = tokens.size() == 2 && tokens.get(0).text().equals("-");
        if (tokens.isEmpty() || tokens.size() > 1 && !signed) {
            throw new Problem("'" + call + "' has an argument that is no literal; a trigger gives texts alone");
        }
        return (signed ? "-" : "") + last;
    }

    private static String unquoted(String call, String literal) {
        boolean escaped = literal.charAt(0) == 'E' || literal.charAt(0) == 'e';
        boolean dollars = literal.startsWith("$");
        int start = dollars ? literal.indexOf('$', 1) + 1 : literal.indexOf('\'') + 1;
        String end = dollars ? literal.substring(0, start) : "'";
        if (literal.length() < start + end.length() || !literal.endsWith(end)) {
            throw new Problem("'" + call + "' opens a quote and doesn't close it");
        }
        String inside = literal.substring(start, literal.length() - end.length());
        if (dollars) {
            return inside;
        }
        inside = inside.replace("''", "'");
        return escaped ? inside.replace("\\\\", "\\") : inside;
    }

    @Override
    public Optional<Scalar> written() {
        return Optional.of(Scalar.plain(toString()));
    }

    /** The inverse of {@link #parse(String)}. */
    @Override
    public String toString() {
        String name = new Signature(function, List.of()).toString();
        return name.substring(0, name.length() - 1)
                + arguments.stream()
                        .map(argument -> "'" + argument.replace("'", "''") + "'")
                        .collect(Collectors.joining(", "))
                + ")";
    }
}
