package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Gives a partition another name.
 *
 * <pre>{@code
 * - renamePartition: {table: events, from: e_26, to: events_2026}
 * }</pre>
 *
 * @param table the partitioned table
 * @param from its name before
 * @param to its name after
 */
public record RenamePartition(Name table, String from, String to) implements Change {
    @Override
    public Schema apply(Schema before) {
        Partitions.of(before, table, from, "from");
        Partitions.requireNew(before, table, to, "to");
        return Partitions.with(before, table, Partitions.of(before, table).rename(from, to));
    }

    @Override
    public Change reverse(Schema before) {
        return new RenamePartition(table, to, from);
    }

    @Override
    public String describe() {
        return "rename partition " + from + " of " + table + " to " + to;
    }

    @Override
    public String slug() {
        return "rename_" + from + "_to_" + to;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
