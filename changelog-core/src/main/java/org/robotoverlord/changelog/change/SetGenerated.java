package org.robotoverlord.changelog.change;

import java.util.Optional;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Generated;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Computes a column from others, changes how, or leaves it as it is from now on.
 *
 * <pre>{@code
 * - setGenerated: {table: users, column: handle, generated: {sql: "lower(email)"}}
 * - setGenerated: {table: users, column: handle}
 * }</pre>
 *
 * @param table the table
 * @param column the column
 * @param generated how it is computed; absent for a plain column that keeps its values
 */
public record SetGenerated(Name table, String column, Optional<Generated> generated) implements Change {
    @Override
    public Optional<String> loses(Schema before) {
        boolean computedAlready = Columns.of(before, table, column).generated().isPresent();
        return generated.isEmpty() || computedAlready
                ? Optional.empty()
                : Optional.of("the values of column '" + table + "." + column + "'");
    }

    @Override
    public Schema apply(Schema before) {
        Column was = Columns.of(before, table, column);
        Partitions.requireNoKey(before, table, column, "computed", "column");
        return Columns.replace(before, table, column, was.withGenerated(generated));
    }

    @Override
    public Change reverse(Schema before) {
        return new SetGenerated(table, column, Columns.of(before, table, column).generated());
    }

    @Override
    public String describe() {
        return (generated.isPresent() ? "set " : "remove ") + "the expression of " + table + "." + column;
    }

    @Override
    public String slug() {
        return "generated_" + table.local() + "_" + column;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
