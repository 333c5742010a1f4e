package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Partition;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Makes a table a partition of another, with the rows it has: all of them must lie within the bounds. It must have the columns,
 * constraints and indexes of a partition, under the names that {@link DetachPartition} would give them.
 *
 * <pre>{@code
 * - attachPartition: {table: events, name: e_27, from: ['2027-01-01'], to: ['2028-01-01']}
 * }</pre>
 *
 * @param table the partitioned table
 * @param name the table that becomes its partition
 * @param partition which rows lie in it
 */
public record AttachPartition(
        Name table, String name, @Inline Partition partition) implements Change {
    @Override
    public Schema apply(Schema before) {
        Partitions.of(before, table);
        Name own = before.local(table).sibling(name);
        Presence.ofTable(before, own, "name");
        if (own.equals(before.local(table))) {
            throw new Problem("table '" + table + "' can't become a partition of itself; name another").about("name");
        }
        Partitions.requireAlike(before.table(own), Partitions.detached(before, table, name), table, name);
        for (Name referrer : before.referrersOf(own)) {
            throw new Problem("table '" + own + "' can't become a partition: a foreign key of '" + referrer
                            + "' points to it; drop that one first")
                    .about("name");
        }
        RoutineChanges.requireUnnamed(before, "table", own);
        OwnedSequences.requireNone(before, own);
        return Partitions.with(before.withoutTable(own), table, name, partition);
    }

    @Override
    public Change reverse(Schema before) {
        return new DetachPartition(table, name);
    }

    @Override
    public String describe() {
        return "attach partition " + name + " to " + table;
    }

    @Override
    public String slug() {
        return "attach_" + name;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
