package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Partition;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Makes a partition of a table: a place of its own for some of its rows. Rows that another partition or the default one holds already
 * don't move.
 *
 * <pre>{@code
 * - createPartition: {table: events, name: e_27, from: ['2027-01-01'], to: ['2028-01-01']}
 * }</pre>
 *
 * @param table the partitioned table
 * @param name its name
 * @param partition which rows lie in it
 */
public record CreatePartition(
        Name table, String name, @Inline Partition partition) implements Change {
    @Override
    public Schema apply(Schema before) {
        Partitions.requireNew(before, table, name, "name");
        return Partitions.with(before, table, name, partition);
    }

    @Override
    public Change reverse(Schema before) {
        return new DropPartition(table, name);
    }

    @Override
    public String describe() {
        return "create partition " + name + " of " + table;
    }

    @Override
    public String slug() {
        return "create_" + name;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
