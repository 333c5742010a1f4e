package org.robotoverlord.changelog.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.schema.DetachedPartition;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Naming;
import org.robotoverlord.changelog.schema.Partition;
import org.robotoverlord.changelog.schema.Partitioning;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/** What the changes of partitions have in common. */
final class Partitions {
    private Partitions() {}

    /** @throws Problem if the table isn't there, or its rows aren't kept apart */
    static Partitioning of(Schema before, Name table) {
        Presence.ofTable(before, table, "table");
        return before.table(table)
                .partitioning()
                .orElseThrow(() -> new Problem("table '" + table
                                + "' isn't partitioned, and no database makes it so in place; make a partitioned table"
                                + " beside it")
                        .about("table"));
    }

    /** @throws Problem if the table has no such partition */
    static Partition of(Schema before, Name table, String name, String key) {
        Map<String, Partition> partitions = of(before, table).partitions();
        return Optional.ofNullable(partitions.get(name))
                .orElseThrow(() -> new Problem("table '" + table + "' has no partition '" + name + "'"
                                + Suggestion.of(name, partitions.keySet()) + "; it has " + partitions.keySet())
                        .about(key));
    }

    /** @throws Problem if something else has the name already */
    static void requireNew(Schema before, Name table, String name, String key) {
        if (of(before, table).partitions().containsKey(name)) {
            throw new Problem("table '" + table + "' has a partition '" + name + "' already; take another name")
                    .about(key);
        }
        Name full = before.local(table).sibling(name);
        Absence.ofTable(before, full, key);
        Absence.of(Kind.ENUM, before, full, key);
        Naming.problem("partition", name).ifPresent(problem -> {
            throw problem.about(key);
        });
    }

    /** The schema with a partition added, once it is sure that it holds together. */
    static Schema with(Schema before, Name table, String name, Partition partition) {
        Table of = before.table(table);
        Partitioning is = of(before, table);
        try {
            return with(before, table, is.with(name, is.fitted(partition, of.columns())))
                    .require(table);
        } catch (Problem problem) {
            throw problem.relocate(path -> path.size() >= 2 ? path.subList(2, path.size()) : path);
        }
    }

    static Schema with(Schema before, Name table, Partitioning is) {
        return before.with(table, before.table(table).withPartitioning(Optional.of(is)));
    }

    /** What a partition is as a table of its own. */
    static Table detached(Schema before, Name table, String name) {
        return new DetachedPartition(before.local(table), before.table(table), name).table();
    }

    /** @throws Problem if the rows of a table are kept apart by a column */
    static void requireNoKey(Schema before, Name table, String column, String verb, String key) {
        if (before.table(table).partitionColumns().contains(column)) {
            throw new Problem("column '" + column + "' of '" + table + "' can't be " + verb
                            + ": the table is partitioned by it, and every row lies where it does for that; make a table"
                            + " that is as it should be, copy the rows, and drop this one")
                    .about(key);
        }
    }

    /** @throws Problem if a table isn't what a partition is */
    static void requireAlike(Table is, Table like, Name table, String name) {
        List<String> others = new ArrayList<>();
        differ(others, "columns", is.columns(), like.columns());
        if (!is.primaryKey().equals(like.primaryKey())) {
            others.add("primary key " + shown(is) + " and not " + shown(like));
        }
        differ(others, "unique constraints", is.uniques(), like.uniques());
        differ(others, "checks", is.checks(), like.checks());
        differ(others, "foreign keys", is.foreignKeys(), like.foreignKeys());
        differ(others, "indexes", is.indexes(), like.indexes());
        differ(others, "exclusions", is.excludes(), like.excludes());
        differ(others, "triggers", is.triggers(), like.triggers());
        differ(others, "policies", is.policies(), like.policies());
        differ(others, "storage parameters", is.storage(), like.storage());
        differ(others, "partitions of its own", is.partitions(), like.partitions());
        if (!is.rowSecurity().equals(like.rowSecurity())) {
            others.add("row security");
        }
        if (!is.comment().equals(like.comment())) {
            others.add("a comment");
        }
        if (!is.equals(like)) {
            throw new Problem("table '" + name + "' can't become a partition of '" + table + "': it has "
                            + String.join(", ", others) + "; make it what a partition is first")
                    .about("name");
        }
    }

    private static String shown(Table table) {
        return table.primaryKey()
                .map(key -> "'" + key.name() + "' " + key.columns())
                .orElse("none");
    }

    private static <T> void differ(List<String> others, String kind, Map<String, T> is, Map<String, T> like) {
        if (!is.equals(like)) {
            List<String> how = new ArrayList<>();
            add(how, "more: ", is.keySet(), name -> !like.containsKey(name));
            add(how, "missing: ", like.keySet(), name -> !is.containsKey(name));
            add(
                    how,
                    "unlike: ",
                    is.keySet(),
                    name -> like.containsKey(name) && !is.get(name).equals(like.get(name)));
            others.add(kind + " that are others (" + String.join(", ", how) + ")");
        }
    }

    private static void add(List<String> how, String word, Set<String> names, Predicate<String> which) {
        List<String> such = names.stream().filter(which).sorted().toList();
        if (!such.isEmpty()) {
            how.add(word + String.join(", ", such));
        }
    }
}
