package org.robotoverlord.changelog.schema;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a partition is once it is a table of its own, and what a table must be to become one: its table's columns, keys, checks,
 * foreign keys and indexes. Comments, triggers, policies and numbering stay with the table.
 */
public final class DetachedPartition {
    private final Table table;
    private final Map<String, String> names = new LinkedHashMap<>();

    /**
     * @param owner the partitioned table's name
     * @param of the partitioned table
     * @param partition the partition's name
     */
    public DetachedPartition(Name owner, Table of, String partition) {
        Set<String> taken = new HashSet<>(of.constraintNames());
        taken.removeAll(of.relationNames());
        of.primaryKey().ifPresent(key -> names.put(key.name(), free(owner, key.name(), partition, taken)));
        of.uniques().keySet().forEach(unique -> names.put(unique, free(owner, unique, partition, taken)));
        of.indexes().keySet().forEach(index -> names.put(index, free(owner, index, partition, taken)));
        of.excludes().keySet().forEach(exclude -> names.put(exclude, free(owner, exclude, partition, taken)));
        Map<String, Column> columns = new LinkedHashMap<>();
        of.columns()
                .forEach((name, column) ->
                        columns.put(name, column.withIdentity(Optional.empty()).withComment(Optional.empty())));
        Map<String, Unique> uniques = new LinkedHashMap<>();
        of.uniques().forEach((name, unique) -> uniques.put(names.get(name), unique));
        Map<String, Index> indexes = new LinkedHashMap<>();
        of.indexes().forEach((name, index) -> indexes.put(names.get(name), index.withComment(Optional.empty())));
        Map<String, Exclude> excludes = new LinkedHashMap<>();
        of.excludes().forEach((name, exclude) -> excludes.put(names.get(name), exclude));
        this.table = Table.EMPTY
                .withColumns(columns)
                .withPrimaryKey(of.primaryKey().map(key -> new PrimaryKey(names.get(key.name()), key.columns())))
                .withUniques(uniques)
                .withChecks(of.checks())
                .withForeignKeys(of.foreignKeys())
                .withIndexes(indexes)
                .withExcludes(excludes);
    }

    /** {@code e_26_at_idx} for {@code events_at_idx}. */
    private static String free(Name owner, String name, String partition, Set<String> taken) {
        String prefix = owner.local() + "_";
        String plain =
                name.startsWith(prefix) && name.length() > prefix.length() ? name.substring(prefix.length()) : name;
        String derived = DerivedName.shortened(partition + "_" + plain);
        if (taken.add(derived)) {
            return derived;
        }
        String whole = DerivedName.shortened(partition + "_" + name);
        taken.add(whole);
        return whole;
    }

    public Table table() {
        return table;
    }

    /** The names of the table's keys and indexes → what those of the partition are called. */
    public Map<String, String> names() {
        return names;
    }
}
