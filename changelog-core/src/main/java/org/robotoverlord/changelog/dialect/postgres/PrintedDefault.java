package org.robotoverlord.changelog.dialect.postgres;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Value;

/**
 * Tells the literals among the defaults that the server prints. {@code 'citizen'::user_role} is the literal {@code citizen} in a
 * column of that type, but SQL where its type and the column's are none that share their text form: {@code '2020-01-01'::date} in
 * a {@code timestamptz} means another moment in another time zone.
 */
final class PrintedDefault {
    private static final Pattern QUOTED = Pattern.compile("B?'((?:[^']|'')*+)'::(.+)", Pattern.DOTALL);
    private static final Pattern BARE = Pattern.compile("true|false|-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern NULL = Pattern.compile("NULL(::[^']+)?");
    private static final Pattern LENGTH = Pattern.compile("\\(\\d+(,-?\\d+)?\\)");

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> TEXTS =
            Set.of("text", "character varying", "character", "bpchar", "name", "citext");
    private static final Set<String> BITS = Set.of("bit", "\"bit\"", "bit varying");

    private PrintedDefault() {}

    /**
     * @param printed what {@code pg_get_expr} says
     * @param type the column's type as the server prints it, without lengths
     * @return empty for NULL, which is no default
     */
    static Optional<Value> read(String printed, String type) {
        if (NULL.matcher(printed).matches()) {
            return Optional.empty();
        }
        Matcher quoted = QUOTED.matcher(printed);
        if (quoted.matches() && isTextOf(LENGTH.matcher(quoted.group(2)).replaceFirst(""), type)) {
            return Optional.of(Value.literal(quoted.group(1).replace("''", "'")));
        }
        return Optional.of(BARE.matcher(printed).matches() ? Value.literal(printed) : sql(printed));
    }

    /** The default as an expression, whatever it holds. */
    static Value sql(String printed) {
        return new Value.Sql(Expression.of(printed).bare());
    }

    private static boolean isTextOf(String literal, String column) {
        return literal.equals(column)
                || NUMBERS.contains(literal) && NUMBERS.contains(column)
                || TEXTS.contains(literal) && TEXTS.contains(column)
                || BITS.contains(literal) && BITS.contains(column);
    }
}
