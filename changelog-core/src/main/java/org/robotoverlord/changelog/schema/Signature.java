package org.robotoverlord.changelog.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;
import org.robotoverlord.changelog.problem.Problem;

/**
 * What a function or procedure is called, and what it takes: {@code touch()}, {@code audit.tidy(days integer)}. Two of one name live
 * side by side where their parameters' types differ; {@link #key} says which is meant, whatever the parameters are called.
 *
 * @param name its name
 * @param parameters what it takes, in order
 */
public record Signature(Name name, List<Parameter> parameters) implements Written {
    public Signature {
        Objects.requireNonNull(name, "name");
        parameters = List.copyOf(parameters);
    }

    /** Reads what a scalar says. */
    public static Signature parse(Scalar scalar) {
        return parse(scalar.text());
    }

    /** @throws Problem if the text is no signature */
    public static Signature parse(String text) {
        String trimmed = text.strip();
        int open = opening(trimmed);
        if (open < 0) {
            throw new Problem(
                    "'" + text + "' doesn't say what it takes; write " + text + "(), or types in parentheses");
        }
        if (!trimmed.endsWith(")") || open == 0) {
            throw new Problem("'" + text + "' is no signature; write name(type, type), as in tidy(integer)");
        }
        String inside = trimmed.substring(open + 1, trimmed.length() - 1);
        return new Signature(Name.parse(trimmed.substring(0, open).strip()), Parameter.parseAll(inside));
    }

    /** The signature of a name and what stands between its parentheses. @throws Problem if that is no list of parameters */
    public static Signature of(Name name, String parameters) {
        return new Signature(name, Parameter.parseAll(parameters));
    }

    /** Where the parameters begin: at the first parenthesis outside quotes. */
    static int opening(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (text.charAt(i) == '(' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /** What tells it from all others: its name, in the same schema, with its parameters' types. */
    public Name key() {
        return name.sibling(name.local() + "("
                + parameters.stream()
                        .map(parameter -> Parameter.text(parameter.type()))
                        .collect(Collectors.joining(", "))
                + ")");
    }

    /** As a person says it in a line: its name and its parameters' types. */
    public String brief() {
        return text(parameter -> Parameter.text(parameter.type()));
    }

    /** The same under another name. */
    public Signature named(Name other) {
        return new Signature(other, parameters);
    }

    Signature mapTypes(UnaryOperator<ColumnType> change) {
        return new Signature(
                name,
                parameters.stream()
                        .map(parameter -> parameter.withType(change.apply(parameter.type())))
                        .toList());
    }

    Signature mapSql(UnaryOperator<Expression> change) {
        return new Signature(
                name,
                parameters.stream().map(parameter -> parameter.mapSql(change)).toList());
    }

    @Override
    public Optional<Scalar> written() {
        return Optional.of(Scalar.plain(toString()));
    }

    @Override
    public Optional<Scalar> canonical() {
        return Optional.of(Scalar.plain(text(parameter ->
                parameter.mapSql(sql -> Expression.of(sql.folded())).toString())));
    }

    /** The inverse of {@link #parse(String)}. */
    @Override
    public String toString() {
        return text(Parameter::toString);
    }

    private String text(java.util.function.Function<Parameter, String> written) {
        String local = name.local().matches("[^\\s()\".:,=]+") ? name.local() : quoted(name.local());
        String schema = name.schema().map(given -> Name.part(given) + ".").orElse("");
        return schema + local + parameters.stream().map(written).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
