package org.robotoverlord.changelog.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.robotoverlord.changelog.problem.Problem;

/**
 * How the rows of a table are kept apart: by what, and in which partitions. A partition lies in its table's schema, and has nothing
 * of its own but its name and its bounds.
 *
 * @param by what tells which partition a row lies in
 * @param partitions name → which rows lie in it
 */
public record Partitioning(PartitionBy by, Map<String, Partition> partitions) {
    public Partitioning {
        Objects.requireNonNull(by, "by");
        partitions = OrderedMaps.copy(partitions);
    }

    public Partitioning with(String name, Partition partition) {
        return new Partitioning(by, OrderedMaps.with(partitions, name, partition));
    }

    public Partitioning without(String name) {
        return new Partitioning(by, OrderedMaps.without(partitions, name));
    }

    /** With a partition renamed where it stands. */
    public Partitioning rename(String from, String to) {
        return new Partitioning(by, OrderedMaps.rename(partitions, from, to));
    }

    Partitioning renameColumn(String from, String to) {
        return by.columns().contains(from) ? new Partitioning(by.renameColumn(from, to), partitions) : this;
    }

    /** The same with bounds spelled as all spellings of their columns' types are folded; one that doesn't fit stays as it is. */
    public Partitioning fitted(Map<String, Column> columns) {
        return new Partitioning(by, OrderedMaps.mapValues(partitions, partition -> {
            try {
                return fitted(partition, columns);
            } catch (Problem misfit) {
                return partition;
            }
        }));
    }

    /** @throws Problem for a value that doesn't fit its column */
    public Partition fitted(Partition partition, Map<String, Column> columns) {
        if (!columns.keySet().containsAll(by.columns())) {
            return partition;
        }
        List<ColumnType> types =
                by.columns().stream().map(column -> columns.get(column).type()).toList();
        return partition.fitted(types);
    }

    /** The same with the values of the bounds changed that are of such columns. */
    public Partitioning mapValues(Predicate<String> columns, UnaryOperator<Value> change) {
        IntPredicate places = place ->
                place < by.columns().size() && columns.test(by.columns().get(place));
        return by.columns().stream().anyMatch(columns)
                ? new Partitioning(
                        by, OrderedMaps.mapValues(partitions, partition -> partition.mapValues(places, change)))
                : this;
    }
}
