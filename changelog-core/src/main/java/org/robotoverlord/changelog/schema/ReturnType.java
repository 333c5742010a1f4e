package org.robotoverlord.changelog.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;
import org.robotoverlord.changelog.problem.Problem;

/**
 * What a function gives back: {@code integer}, {@code trigger}, {@code setof users}, {@code table(id bigint, email text)}.
 *
 * @param set whether it gives any number of rows; so does a table
 * @param type what each is; {@code record} of a table
 * @param columns the columns of a table, each with its name
 */
public record ReturnType(boolean set, ColumnType type, List<Parameter> columns) implements Written {
    /** What a function gives that triggers call. */
    public static final ReturnType TRIGGER = new ReturnType(false, ColumnType.of("trigger"), List.of());

    private static final String SET = "setof ";

    public ReturnType {
        type = Parameter.bare(type);
        columns = List.copyOf(columns);
    }

    /** Reads what a scalar says. */
    public static ReturnType parse(Scalar scalar) {
        return parse(scalar.text());
    }

    /** @throws Problem if that can't be given back */
    public static ReturnType parse(String text) {
        String trimmed = text.strip();
        String lower = ColumnType.lower(trimmed);
        if (lower.startsWith(SET)) {
            return new ReturnType(true, ColumnType.parse(trimmed.substring(SET.length())), List.of());
        }
        if (lower.matches("table ?\\(.*\\)")) {
            String inside = trimmed.substring(trimmed.indexOf('(') + 1, trimmed.length() - 1);
            List<Parameter> columns = Parameter.parseAll(inside);
            if (columns.isEmpty()
                    || columns.stream().anyMatch(column -> column.name().isEmpty())) {
                throw new Problem("'" + text + "' has a column without a name; write table(name type, …)");
            }
            return new ReturnType(true, ColumnType.of("record"), columns);
        }
        return new ReturnType(false, ColumnType.parse(trimmed), List.of());
    }

    Stream<ColumnType> types() {
        return Stream.concat(Stream.of(type), columns.stream().map(Parameter::type));
    }

    ReturnType mapTypes(UnaryOperator<ColumnType> change) {
        return new ReturnType(
                set,
                change.apply(type),
                columns.stream()
                        .map(column -> column.withType(change.apply(column.type())))
                        .toList());
    }

    @Override
    public Optional<Scalar> written() {
        return Optional.of(Scalar.text(toString()));
    }

    /** The inverse of {@link #parse(String)}. */
    @Override
    public String toString() {
        return columns.isEmpty()
                ? (set ? SET : "") + Parameter.text(type)
                : columns.stream().map(Parameter::toString).collect(Collectors.joining(", ", "table(", ")"));
    }
}
