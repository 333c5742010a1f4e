package org.robotoverlord.changelog.change;

import java.util.List;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Makes a partition a table of its own, with its rows. It keeps columns, constraints and indexes, those under names of their own:
 * {@code e_26_at_idx} where the partitioned table has {@code events_at_idx}.
 *
 * <pre>{@code
 * - detachPartition: {table: events, name: e_26}
 * }</pre>
 *
 * @param table the partitioned table
 * @param name the partition
 */
public record DetachPartition(Name table, String name) implements Change {
    @Override
    public Schema apply(Schema before) {
        Partitions.of(before, table, name, "name");
        Name own = before.local(table).sibling(name);
        Schema without =
                Partitions.with(before, table, Partitions.of(before, table).without(name));
        try {
            return without.with(own, Partitions.detached(before, table, name)).require(own);
        } catch (Problem problem) {
            throw problem.relocate(path -> List.of("name"));
        }
    }

    @Override
    public Change reverse(Schema before) {
        return new AttachPartition(table, name, Partitions.of(before, table, name, "name"));
    }

    @Override
    public String describe() {
        return "detach partition " + name + " of " + table;
    }

    @Override
    public String slug() {
        return "detach_" + name;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
