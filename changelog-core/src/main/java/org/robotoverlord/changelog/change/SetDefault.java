package org.robotoverlord.changelog.change;

import java.util.Optional;
import org.robotoverlord.changelog.form.Key;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Value;

/**
 * Sets what a new row gets in a column that it doesn't say, or takes it away.
 *
 * <pre>{@code
 * - setDefault: {table: users, column: role, default: citizen}
 * - setDefault: {table: users, column: role}
 * }</pre>
 *
 * @param table the table
 * @param column the column
 * @param defaultValue the default; absent for none
 */
public record SetDefault(
        Name table, String column, @Key("default") Optional<Value> defaultValue) implements Change {
    public SetDefault {
        defaultValue = defaultValue.filter(value -> !value.equals(Value.NULL));
    }

    @Override
    public Schema apply(Schema before) {
        Column was = Columns.of(before, table, column);
        return Columns.replace(before, table, column, was.withDefault(defaultValue));
    }

    @Override
    public Change reverse(Schema before) {
        return new SetDefault(table, column, Columns.of(before, table, column).defaultValue());
    }

    @Override
    public String describe() {
        return (defaultValue.isPresent() ? "set " : "remove ") + "default of " + table + "." + column;
    }

    @Override
    public String slug() {
        return "default_" + table.local() + "_" + column;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
