package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.DetachedPartition;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Partition;
import org.robotoverlord.changelog.schema.PartitionBy;
import org.robotoverlord.changelog.schema.Partitioning;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

/**
 * Partitioned tables as the seed has it. By what one is partitioned goes with its name, as no schema can be made another where that
 * changes.
 */
final class RandomPartitions {
    /** A column that some are partitioned by. */
    static final String DAY = "part day";

    private final Dice dice;
    private final RandomColumns columns;

    RandomPartitions(Dice dice) {
        this.dice = dice;
        this.columns = new RandomColumns(dice);
    }

    /** With some partitioned tables more. */
    Schema some(Schema before, Function<Schema, Table> table) {
        Schema schema = before;
        for (String name : List.of("events", "Lo\"gs", "metrics")) {
            if (dice.chance(25)) {
                schema = schema.with(Name.of(name), parted(name, table.apply(schema)));
            }
        }
        return schema;
    }

    private Table parted(String name, Table table) {
        String key = name.equals("events") ? DAY : "part no";
        PartitionBy by = switch (name) {
            case "events" -> new PartitionBy(List.of(key), List.of(), List.of());
            case "metrics" -> new PartitionBy(List.of(), List.of(), List.of(key));
            default -> new PartitionBy(List.of(), List.of(key), List.of());
        };
        Map<String, Column> made = new LinkedHashMap<>(table.columns());
        made.put(key, Column.of(ColumnType.parse(name.equals("events") ? "date" : "integer")));
        return table.withColumns(made)
                .withStorage(Map.of())
                .withPartitioning(Optional.of(new Partitioning(by, partitions(name))));
    }

    private Map<String, Partition> partitions(String table) {
        Map<String, Partition> some = new LinkedHashMap<>();
        for (int i = 0; i < 4; i++) {
            if (dice.chance(70) || table.equals("metrics") && i < 2) {
                some.put(dice.chance(70) ? table + "_" + i : "P \"" + table + i, partition(table, i));
            }
        }
        return some;
    }

    private Partition partition(String table, int i) {
        if (table.equals("metrics")) {
            return i < 2 ? Partition.hash(4, i) : Partition.hash(8, i == 2 ? 2 : 7);
        }
        if (i == 3) {
            return Partition.ofRest();
        }
        if (!table.equals("events")) {
            return Partition.list(
                    i == 0 ? List.of(Value.NULL, Value.literal("1")) : List.of(Value.literal(String.valueOf(2 * i))));
        }
        return Partition.range(
                List.of(i == 0 && dice.chance(50) ? Value.sql("minvalue") : day(i)), List.of(day(i + 1)));
    }

    private static Value day(int i) {
        return Value.literal("2026-01-0" + (1 + 2 * i));
    }

    /** With a partition more, less, under another name, of other bounds, or as a table of its own; or the other way round. */
    Schema step(Schema before) {
        Schema schema = before;
        for (String name : List.of("events", "Lo\"gs", "metrics")) {
            if (schema.findTable(Name.of(name)).isPresent() && dice.chance(50)) {
                schema = step(schema, name);
            }
        }
        return schema;
    }

    private Schema step(Schema schema, String name) {
        Name table = Name.of(name);
        Table is = schema.table(table);
        Map<String, Partition> now = is.partitions();
        if (!now.isEmpty() && dice.chance(40)) {
            String partition = dice.pick(List.copyOf(now.keySet()));
            boolean free = schema.findTable(Name.of(partition)).isEmpty();
            Schema without =
                    schema.with(table, is.withPartitioning(is.partitioning().map(of -> of.without(partition))));
            Table own = new DetachedPartition(table, is, partition).table();
            Schema with = without.with(Name.of(partition), own);
            return free && with.problems(Name.of(partition)).isEmpty() ? with : without;
        }
        Map<String, Partition> others = new LinkedHashMap<>(partitions(name));
        others.keySet()
                .removeIf(partition -> schema.findTable(Name.of(partition)).isPresent());
        return schema.with(table, is.withPartitioning(is.partitioning().map(of -> new Partitioning(of.by(), others))));
    }

    /** An index as a partitioned table takes it: a unique one has the columns of the key. */
    Index fitted(Table table, Index index) {
        List<String> missing = new ArrayList<>(table.partitionColumns());
        missing.removeAll(index.columnNames());
        return missing.isEmpty() || !index.unique()
                ? index
                : new Index(
                        index.columns(),
                        false,
                        index.where(),
                        index.method(),
                        index.include(),
                        false,
                        index.with(),
                        index.comment());
    }
}
