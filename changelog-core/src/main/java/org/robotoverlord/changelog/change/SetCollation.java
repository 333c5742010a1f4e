package org.robotoverlord.changelog.change;

import java.util.Optional;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Sets how a column's text sorts.
 *
 * <pre>{@code
 * - setCollation: {table: users, column: name, collation: de-x-icu}
 * - setCollation: {table: users, column: name}
 * }</pre>
 *
 * @param table the table
 * @param column the column
 * @param collation the collation; absent for the database's own
 */
public record SetCollation(Name table, String column, Optional<String> collation) implements Change {
    @Override
    public Schema apply(Schema before) {
        Column was = Columns.of(before, table, column);
        Partitions.requireNoKey(before, table, column, "sorted otherwise", "column");
        return Columns.replace(before, table, column, was.withCollation(collation));
    }

    @Override
    public Change reverse(Schema before) {
        return new SetCollation(table, column, Columns.of(before, table, column).collation());
    }

    @Override
    public String describe() {
        return (collation.isPresent() ? "set " : "remove ") + "collation of " + table + "." + column;
    }

    @Override
    public String slug() {
        return "collation_" + table.local() + "_" + column;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
