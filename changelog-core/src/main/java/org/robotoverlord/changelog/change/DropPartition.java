package org.robotoverlord.changelog.change;

import java.util.Optional;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Drops a partition and its rows.
 *
 * <pre>{@code
 * - dropPartition: {table: events, name: e_25}
 * }</pre>
 *
 * @param table the partitioned table
 * @param name its name
 */
public record DropPartition(Name table, String name) implements Change {
    @Override
    public Optional<String> loses(Schema before) {
        return Optional.of("all rows of partition '" + name + "' of table '" + table + "'");
    }

    @Override
    public Schema apply(Schema before) {
        Partitions.of(before, table, name, "name");
        return Partitions.with(before, table, Partitions.of(before, table).without(name));
    }

    @Override
    public Change reverse(Schema before) {
        return new CreatePartition(table, name, Partitions.of(before, table, name, "name"));
    }

    @Override
    public String describe() {
        return "drop partition " + name + " of " + table;
    }

    @Override
    public String slug() {
        return "drop_" + name;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
