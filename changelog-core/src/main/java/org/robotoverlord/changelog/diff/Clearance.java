package org.robotoverlord.changelog.diff;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.DropPolicy;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Table;

/**
 * Takes away what must go before columns can change: foreign keys of all tables, then other constraints and indexes, then what is
 * computed; and gives new names to what only changes its name.
 */
final class Clearance {
    private final Draft draft;
    private final Clearing clearing;
    private final Touched touched;
    private final Map<Name, ConstraintDiff> diffs = new LinkedHashMap<>();

    /** @param namesBefore what each table that was renamed was called */
    Clearance(Draft draft, Clearing clearing, Touched touched, Hints hints, Map<Name, Name> namesBefore) {
        this.draft = draft;
        this.clearing = clearing;
        this.touched = touched;
        for (Name name : draft.common()) {
            Table was = draft.table(name);
            Table after = draft.wanted(name);
            if (was.equals(after) && !touched.isAnyEnumChanged() && !hints.concern(name)) {
                continue;
            }
            Name before = namesBefore.getOrDefault(name, name);
            diffs.put(
                    name,
                    new ConstraintDiff(
                            name,
                            was,
                            after,
                            touched,
                            hints.renames(
                                    Hint.Kind.CONSTRAINT,
                                    name,
                                    before,
                                    names(was.constraintNames()),
                                    names(after.constraintNames())),
                            hints.renames(
                                    Hint.Kind.INDEX,
                                    name,
                                    before,
                                    names(was.indexes().keySet()),
                                    names(after.indexes().keySet()))));
        }
    }

    private static Set<Name> names(Set<String> names) {
        return names.stream().map(Name::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    void clear() {
        diffs.forEach((table, diff) -> dropForeignKeys(table, diff));
        diffs.forEach((table, diff) -> {
            diff.constraints().forEach(name -> clearing.dropConstraint(table, name));
            diff.indexes().forEach(name -> clearing.dropIndex(table, name));
            dropPolicies(table);
        });
    }

    /** Drops the policies that may mean something else once their columns are of other types. */
    private void dropPolicies(Name table) {
        draft.table(table).policies().forEach((name, policy) -> {
            if (policy.says(sql -> touched.isReread(table, sql))) {
                draft.add(new DropPolicy(table, name));
            }
        });
    }

    private void dropForeignKeys(Name table, ConstraintDiff diff) {
        diff.foreignKeys().forEach(name -> clearing.dropConstraint(table, name));
        clearing.dropReferrers(table, key -> key.to().stream().anyMatch(column -> touched.isUnlike(table, column)));
        Table of = draft.table(table);
        of.primaryKey()
                .filter(key -> diff.constraints().contains(key.name()))
                .ifPresent(key -> clearing.dropReferrers(table, key.columns()));
        of.uniques().forEach((name, unique) -> {
            if (diff.constraints().contains(name)) {
                clearing.dropReferrers(table, unique.columns());
            }
        });
        for (String name : diff.indexes()) {
            Index index = of.indexes().get(name);
            if (index.unique()) {
                clearing.dropReferrers(table, index.columnNames());
            }
        }
    }

    /** Gives new names to what is still there of that which only changes its name. */
    void rename() {
        Moves moves = new Moves(draft);
        diffs.forEach((table, diff) -> {
            Table now = draft.table(table);
            diff.renamedConstraints().forEach((from, to) -> {
                if (now.constraintNames().contains(from)) {
                    moves.add(Labelled.of(Hint.Kind.CONSTRAINT, table, from), Name.of(to));
                }
            });
            diff.renamedIndexes().forEach((from, to) -> {
                if (now.indexes().containsKey(from)) {
                    moves.add(Labelled.of(Hint.Kind.INDEX, table, from), Name.of(to));
                }
            });
        });
        moves.finish();
    }

    /** Drops what is computed and won't be, or has to be made anew, and takes away expressions of what stays. */
    void uncompute(java.util.function.Function<Name, TableDiff> diff) {
        for (Name table : diffs.keySet()) {
            List<String> computed = draft.table(table).columns().entrySet().stream()
                    .filter(column -> column.getValue().generated().isPresent())
                    .map(Map.Entry::getKey)
                    .toList();
            for (String column : computed) {
                Column after = draft.wanted(table, column).orElse(null);
                if (after == null || touched.isRemade(table, column)) {
                    clearing.dropColumn(table, column);
                } else if (after.generated().isEmpty()
                        && draft.column(table, column).isPresent()) {
                    diff.apply(table).uncompute(column);
                }
            }
        }
    }
}
