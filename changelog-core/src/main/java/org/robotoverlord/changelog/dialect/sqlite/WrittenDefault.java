package org.robotoverlord.changelog.dialect.sqlite;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Value;

/** Tells the literals among the defaults that tables were declared with. */
final class WrittenDefault {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\s*\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern STRING = Pattern.compile("'((?:[^']|'')*+)'", Pattern.DOTALL);
    private static final Pattern BLOB = Pattern.compile("[xX]'([0-9a-fA-F]*)'");

    private WrittenDefault() {}

    /** The column with the default that stands there; as SQL where it is no literal of the column's type. */
    static Column with(Column column, String written) {
        if (written.equalsIgnoreCase("null")) {
            return column;
        }
        try {
            return column.withDefault(Optional.of(literal(written).orElseGet(() -> sql(written))));
        } catch (Problem misfit) {
            return column.withDefault(Optional.of(sql(written)));
        }
    }

    private static Optional<Value> literal(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        if (lower.equals("true") || lower.equals("false")) {
            return Optional.of(Value.literal(lower));
        }
        if (NUMBER.matcher(written).matches()) {
            return Optional.of(Value.literal(written.replaceAll("\\s|^\\+", "")));
        }
        var string = STRING.matcher(written);
        if (string.matches()) {
            return Optional.of(Value.literal(string.group(1).replace("''", "'")));
        }
        var blob = BLOB.matcher(written);
        return blob.matches()
                ? Optional.of(Value.literal("\\x" + blob.group(1).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static Value sql(String written) {
        return new Value.Sql(Expression.of(written).bare());
    }
}
