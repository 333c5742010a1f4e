package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.change.AttachPartition;
import org.robotoverlord.changelog.change.CreatePartition;
import org.robotoverlord.changelog.change.DetachPartition;
import org.robotoverlord.changelog.change.DropPartition;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.DetachedPartition;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Partition;
import org.robotoverlord.changelog.schema.PartitionBy;
import org.robotoverlord.changelog.schema.Partitioning;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/**
 * What happens to partitions of tables that stay. Rows stay where they are: one that only changes its name is renamed, one whose
 * bounds change is detached and attached again, and a partition and a table of its name are the same, before and after.
 */
final class PartitionDiff {
    private final Draft draft;
    private final Clearing clearing;
    private final List<Name> common;

    /** To be made once all renames of tables and columns are done. */
    PartitionDiff(Draft draft, Clearing clearing) {
        this.draft = draft;
        this.clearing = clearing;
        this.common = draft.common().stream()
                .filter(name -> draft.table(name).partitioning().isPresent()
                        || draft.wanted(name).partitioning().isPresent())
                .toList();
    }

    /** A table that is attached as a partition at last, and until then is made what a partition is. */
    private record Joining(Name table, String partition, Partition is) {}

    /** The wished schema with the tables that become partitions as tables still. */
    static Schema staged(Schema before, Schema after) {
        Schema staged = after;
        for (Joining joining : joining(before, after)) {
            Table of = staged.table(joining.table);
            Name own = joining.table.sibling(joining.partition);
            staged = staged.with(
                            joining.table,
                            of.withPartitioning(of.partitioning().map(is -> is.without(joining.partition))))
                    .with(own, new DetachedPartition(joining.table, of, joining.partition).table());
        }
        return staged;
    }

    private static List<Joining> joining(Schema before, Schema after) {
        List<Joining> joining = new ArrayList<>();
        after.tables()
                .forEach((name, table) -> table.partitions().forEach((partition, is) -> {
                    if (before.findTable(name.sibling(partition)).isPresent()) {
                        joining.add(new Joining(name, partition, is));
                    }
                }));
        return joining;
    }

    /** Makes partitions tables that should be such, before all else. */
    static void detach(Draft draft) {
        for (Name name : List.copyOf(draft.now().tables().keySet())) {
            for (String partition : draft.table(name).partitions().keySet()) {
                if (draft.after().findTable(name.sibling(partition)).isPresent()) {
                    draft.add(new DetachPartition(name, partition));
                }
            }
        }
    }

    /** Makes tables partitions that should be such, after all else. */
    static void attach(Draft draft, Schema before, Schema after) {
        for (Joining joining : joining(before, after)) {
            draft.add(new AttachPartition(joining.table, joining.partition, joining.is));
        }
    }

    /** Whether the one table could be the other under another name, as far as partitions go. */
    static boolean isAlike(Table one, Table other) {
        return one.partitioning()
                .map(is -> is.by().way())
                .equals(other.partitioning().map(is -> is.by().way()));
    }

    /**
     * What no database does in place: table → what is wrong.
     *
     * @param changed enums of which values are removed or reordered
     */
    Map<Name, String> misfits(Set<Name> changed) {
        Map<Name, String> misfits = new LinkedHashMap<>();
        for (Name name : common) {
            misfit(name, changed)
                    .ifPresent(what -> misfits.put(
                            name,
                            what
                                    + ", and no database does that in place. Give the table that is to be another name, so that it"
                                    + " is made beside this one, copy the rows with sql, and drop this one and rename that in a"
                                    + " later changelog"));
        }
        return misfits;
    }

    private Optional<String> misfit(Name name, Set<Name> changed) {
        Optional<PartitionBy> now = draft.table(name).partitioning().map(Partitioning::by);
        Optional<PartitionBy> after = draft.wanted(name).partitioning().map(Partitioning::by);
        if (!now.equals(after)) {
            return Optional.of("table '" + name + "' "
                    + (now.isEmpty()
                            ? "becomes partitioned"
                            : after.isEmpty() ? "is no longer partitioned" : "is partitioned by another key"));
        }
        return now.stream()
                .flatMap(by -> by.columns().stream())
                .flatMap(column -> misfit(name, column, changed).stream())
                .findFirst();
    }

    private Optional<String> misfit(Name table, String name, Set<Name> changed) {
        Column now = draft.table(table).column(name);
        Column after = draft.wanted(table).column(name);
        boolean ofChanged = now.type()
                .userType()
                .map(draft.now()::local)
                .filter(changed::contains)
                .isPresent();
        String what = !now.type().equals(after.type())
                ? "type"
                : !now.collation().equals(after.collation()) ? "collation" : ofChanged ? "enum's values" : "";
        return what.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "column '" + table + "." + name + "', which the table is partitioned by, changes its " + what);
    }

    /** Drops and renames partitions, so that their names are free. */
    void clear() {
        Moves moves = new Moves(draft);
        for (Name name : common) {
            Map<String, Partition> now = draft.table(name).partitions();
            Map<String, String> renamed = renamed(now, draft.wanted(name).partitions());
            now.keySet().stream()
                    .filter(partition -> !renamed.containsKey(partition))
                    .filter(partition ->
                            !draft.wanted(name).partitions().containsKey(partition) || renamed.containsValue(partition))
                    .forEach(partition -> draft.add(new DropPartition(name, partition)));
            renamed.forEach((from, to) -> moves.add(Labelled.of(Hint.Kind.PARTITION, name, from), Name.of(to)));
        }
        moves.finish();
    }

    /** Old name → new name of what has the same bounds. */
    private static Map<String, String> renamed(Map<String, Partition> before, Map<String, Partition> after) {
        Map<String, String> renamed = new LinkedHashMap<>();
        before.forEach((from, is) -> {
            if (!is.equals(after.get(from))) {
                after.entrySet().stream()
                        .filter(other -> other.getValue().equals(is))
                        .findFirst()
                        .ifPresent(other -> renamed.put(from, other.getKey()));
            }
        });
        return renamed;
    }

    /** Gives partitions their bounds, and makes those that are new. */
    void change() {
        for (Name name : common) {
            Map<String, Partition> after = draft.wanted(name).partitions();
            List<String> moved = draft.table(name).partitions().entrySet().stream()
                    .filter(now -> !now.getValue().equals(after.get(now.getKey())))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!moved.isEmpty()) {
                // The server lets no partition go whose rows others point to.
                clearing.dropReferrers(name, key -> true);
            }
            moved.forEach(partition -> draft.add(new DetachPartition(name, partition)));
            moved.forEach(partition -> draft.add(new AttachPartition(name, partition, after.get(partition))));
            after.forEach((partition, is) -> {
                if (!draft.table(name).partitions().containsKey(partition)) {
                    draft.add(new CreatePartition(name, partition, is));
                }
            });
        }
    }
}
