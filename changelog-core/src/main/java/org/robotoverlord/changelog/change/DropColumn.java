package org.robotoverlord.changelog.change;

import java.util.Optional;
import org.robotoverlord.changelog.form.Named;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Value;

/**
 * Drops a column and its values. What stands on it must go before.
 *
 * <pre>{@code
 * - dropColumn: {table: users, column: legacy}
 * }</pre>
 *
 * @param table the table
 * @param column the column
 * @param fill what rows get on the way back, where the column isn't nullable
 */
public record DropColumn(Name table, String column, Optional<Value> fill) implements Change {
    public DropColumn {
        fill = fill.filter(value -> !value.equals(Value.NULL));
    }

    @Override
    public Optional<String> loses(Schema before) {
        return Columns.of(before, table, column).generated().isPresent()
                ? Optional.empty()
                : Optional.of("the values of column '" + table + "." + column + "'");
    }

    @Override
    public Schema apply(Schema before) {
        Columns.requireFit(before, Columns.of(before, table, column).type(), fill);
        Partitions.requireNoKey(before, table, column, "dropped", "column");
        Columns.requireFree(before, table, column, "dropped");
        OwnedSequences.requireNone(before, table, column);
        ViewObstacles.requireNone(this, before, "dropped", "column");
        PolicyObstacles.requireNone(this, before, "dropped", "column");
        return before.with(table, before.table(table).withoutColumn(column));
    }

    @Override
    public Change reverse(Schema before) {
        return new AddColumn(table, new Named<>(column, Columns.of(before, table, column)), fill);
    }

    @Override
    public String describe() {
        return "drop column " + table + "." + column;
    }

    @Override
    public String slug() {
        return "drop_" + table.local() + "_" + column;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
