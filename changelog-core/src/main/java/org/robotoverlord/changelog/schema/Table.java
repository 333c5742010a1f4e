package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;

/**
 * What a table is, but for its name. The order of its columns is kept for CREATE TABLE and is no part of equality.
 *
 * @param comment what people should know of it
 * @param columns name → column; those of the primary key are not nullable
 * @param primaryKey what tells its rows apart
 * @param uniques name → unique constraint
 * @param checks name → check
 * @param foreignKeys name → foreign key
 * @param indexes name → index
 * @param excludes name → exclusion constraint
 * @param triggers name → trigger
 * @param storage storage parameters, by their names in lower case
 * @param rowSecurity whether who may see or write which row is said by policies
 * @param policies name → policy
 * @param partitioning how its rows are kept apart in partitions; empty where they aren't
 */
public record Table(
        Optional<String> comment,
        Map<String, Column> columns,
        Optional<PrimaryKey> primaryKey,
        Map<String, Unique> uniques,
        Map<String, Check> checks,
        Map<String, ForeignKey> foreignKeys,
        Map<String, Index> indexes,
        Map<String, Exclude> excludes,
        Map<String, Trigger> triggers,
        Map<String, String> storage,
        RowSecurity rowSecurity,
        Map<String, Policy> policies,
        Optional<Partitioning> partitioning) {
    /** A table without anything, to begin from. */
    public static final Table EMPTY = new Table(
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            RowSecurity.OFF,
            Map.of(),
            Optional.empty());

    public Table {
        comment = comment.filter(text -> !text.isEmpty());
        columns = OrderedMaps.copy(columns);
        uniques = OrderedMaps.copy(uniques);
        checks = OrderedMaps.copy(checks);
        foreignKeys = OrderedMaps.copy(foreignKeys);
        indexes = OrderedMaps.copy(indexes);
        excludes = OrderedMaps.copy(excludes);
        triggers = OrderedMaps.copy(triggers);
        storage = StorageParameters.folded(storage);
        policies = OrderedMaps.copy(policies);
    }

    /** @throws Problem if there is no such column */
    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new Problem("there is no column '" + name + "'" + Suggestion.of(name, columns.keySet()));
        }
        return column;
    }

    /** The columns of the primary key; none where it has none. */
    public List<String> keyColumns() {
        return primaryKey.isPresent() ? primaryKey.get().columns() : List.of();
    }

    /** The tables that its foreign keys point to. */
    Set<Name> references() {
        Set<Name> names = new LinkedHashSet<>();
        for (ForeignKey key : foreignKeys.values()) {
            names.add(key.references());
        }
        return names;
    }

    /** The names of all constraints. */
    public Set<String> constraintNames() {
        Set<String> names = new LinkedHashSet<>();
        addKeyName(names);
        names.addAll(uniques.keySet());
        names.addAll(checks.keySet());
        names.addAll(foreignKeys.keySet());
        names.addAll(excludes.keySet());
        return names;
    }

    /** The names that lie in the schema beside the tables' own: indexes, the constraints that are kept by one, and partitions. */
    public Set<String> relationNames() {
        Set<String> names = new LinkedHashSet<>();
        addKeyName(names);
        names.addAll(uniques.keySet());
        names.addAll(indexes.keySet());
        names.addAll(excludes.keySet());
        names.addAll(partitions().keySet());
        return names;
    }

    /** Its partitions, by their names; none where it has none. */
    public Map<String, Partition> partitions() {
        return partitioning.isPresent() ? partitioning.get().partitions() : Map.of();
    }

    /** The columns that tell which partition a row lies in; none where it has none. */
    public List<String> partitionColumns() {
        return partitioning.isPresent() ? partitioning.get().by().columns() : List.of();
    }

    private void addKeyName(Set<String> names) {
        if (primaryKey.isPresent()) {
            names.add(primaryKey.get().name());
        }
    }

    /** What stands on a column and must go before it, each as a person would say it: {@code index 'users_role_idx'}. */
    public List<String> dependentsOf(String column) {
        List<String> dependents = new ArrayList<>();
        primaryKey
                .filter(key -> key.columns().contains(column))
                .ifPresent(key -> dependents.add("primary key '" + key.name() + "'"));
        uniques.forEach((name, unique) -> addIf(unique.columns().contains(column), dependents, "unique", name));
        checks.forEach((name, check) -> addIf(check.check().mentions(column), dependents, "check", name));
        foreignKeys.forEach((name, key) -> addIf(key.columns().contains(column), dependents, "foreign key", name));
        indexes.forEach((name, index) -> addIf(index.mentions(column), dependents, "index", name));
        excludes.forEach((name, exclude) -> addIf(exclude.mentions(column), dependents, "exclusion", name));
        triggers.forEach((name, trigger) -> addIf(trigger.mentions(column), dependents, "trigger", name));
        columns.forEach((name, other) ->
                addIf(!name.equals(column) && isComputedFrom(other, column), dependents, "generated column", name));
        return dependents;
    }

    private static void addIf(boolean dependent, List<String> dependents, String kind, String name) {
        if (dependent) {
            dependents.add(kind + " '" + name + "'");
        }
    }

    private static boolean isComputedFrom(Column column, String other) {
        return column.generated()
                .filter(generated -> generated.sql().mentions(other))
                .isPresent();
    }

    public Table withComment(Optional<String> other) {
        return with(copy -> copy.comment = other);
    }

    public Table withColumns(Map<String, Column> others) {
        return with(copy -> copy.columns = others);
    }

    public Table withPrimaryKey(Optional<PrimaryKey> other) {
        return with(copy -> copy.primaryKey = other);
    }

    public Table withUniques(Map<String, Unique> others) {
        return with(copy -> copy.uniques = others);
    }

    public Table withChecks(Map<String, Check> others) {
        return with(copy -> copy.checks = others);
    }

    public Table withForeignKeys(Map<String, ForeignKey> others) {
        return with(copy -> copy.foreignKeys = others);
    }

    public Table withIndexes(Map<String, Index> others) {
        return with(copy -> copy.indexes = others);
    }

    public Table withExcludes(Map<String, Exclude> others) {
        return with(copy -> copy.excludes = others);
    }

    public Table withStorage(Map<String, String> other) {
        return with(copy -> copy.storage = other);
    }

    public Table withRowSecurity(RowSecurity other) {
        return with(copy -> copy.rowSecurity = other);
    }

    public Table withPolicies(Map<String, Policy> others) {
        return with(copy -> copy.policies = others);
    }

    public Table withPartitioning(Optional<Partitioning> other) {
        return with(copy -> copy.partitioning = other);
    }

    public Table with(String name, Policy policy) {
        return withPolicies(OrderedMaps.with(policies, name, policy));
    }

    public Table withoutPolicy(String name) {
        return withPolicies(OrderedMaps.without(policies, name));
    }

    /** With a policy renamed where it stands. */
    public Table renamePolicy(String from, String to) {
        return withPolicies(OrderedMaps.rename(policies, from, to));
    }

    public Table withTriggers(Map<String, Trigger> others) {
        return with(copy -> copy.triggers = others);
    }

    public Table with(String name, Trigger trigger) {
        return withTriggers(OrderedMaps.with(triggers, name, trigger));
    }

    public Table withoutTrigger(String name) {
        return withTriggers(OrderedMaps.without(triggers, name));
    }

    /** With a trigger renamed where it stands. */
    public Table renameTrigger(String from, String to) {
        return withTriggers(OrderedMaps.rename(triggers, from, to));
    }

    /** With a column added at the end, or one of that name replaced where it stands. */
    public Table with(String name, Column column) {
        return withColumns(OrderedMaps.with(columns, name, column));
    }

    public Table withoutColumn(String name) {
        return withColumns(OrderedMaps.without(columns, name));
    }

    public Table with(String name, Unique unique) {
        return withUniques(OrderedMaps.with(uniques, name, unique));
    }

    public Table with(String name, Check check) {
        return withChecks(OrderedMaps.with(checks, name, check));
    }

    public Table with(String name, ForeignKey key) {
        return withForeignKeys(OrderedMaps.with(foreignKeys, name, key));
    }

    public Table with(String name, Index index) {
        return withIndexes(OrderedMaps.with(indexes, name, index));
    }

    public Table with(String name, Exclude exclude) {
        return withExcludes(OrderedMaps.with(excludes, name, exclude));
    }

    public Table withoutIndex(String name) {
        return withIndexes(OrderedMaps.without(indexes, name));
    }

    /** Without the constraint of that name, of whatever kind. */
    public Table withoutConstraint(String name) {
        return with(copy -> {
            copy.primaryKey = primaryKey.filter(key -> !key.name().equals(name));
            copy.uniques = OrderedMaps.without(uniques, name);
            copy.checks = OrderedMaps.without(checks, name);
            copy.foreignKeys = OrderedMaps.without(foreignKeys, name);
            copy.excludes = OrderedMaps.without(excludes, name);
        });
    }

    /** With a constraint renamed where it stands, of whatever kind. */
    public Table renameConstraint(String from, String to) {
        return with(copy -> {
            copy.primaryKey = primaryKey.map(key -> key.name().equals(from) ? new PrimaryKey(to, key.columns()) : key);
            copy.uniques = OrderedMaps.rename(uniques, from, to);
            copy.checks = OrderedMaps.rename(checks, from, to);
            copy.foreignKeys = OrderedMaps.rename(foreignKeys, from, to);
            copy.excludes = OrderedMaps.rename(excludes, from, to);
        });
    }

    /** With an index renamed where it stands. */
    public Table renameIndex(String from, String to) {
        return withIndexes(OrderedMaps.rename(indexes, from, to));
    }

    /** With a column renamed where it stands, and in all that names it, as a database does it. */
    public Table renameColumn(String from, String to) {
        Table renamed = with(copy -> {
            copy.columns = OrderedMaps.rename(columns, from, to);
            copy.primaryKey =
                    keyColumns().contains(from) ? primaryKey.map(key -> key.renameColumn(from, to)) : primaryKey;
            copy.uniques = OrderedMaps.mapValues(uniques, unique -> unique.renameColumn(from, to));
            copy.foreignKeys = OrderedMaps.mapValues(foreignKeys, key -> key.renameColumn(from, to));
            copy.indexes = OrderedMaps.mapValues(indexes, index -> index.renameColumn(from, to));
            copy.excludes = OrderedMaps.mapValues(excludes, exclude -> exclude.renameColumn(from, to));
            copy.triggers = OrderedMaps.mapValues(triggers, trigger -> trigger.renameColumn(from, to));
            copy.partitioning = partitioning.map(is -> is.renameColumn(from, to));
        });
        return renamed.mapOwnSql(expression -> expression.renameColumn(from, to));
    }

    /** With every expression of its checks, generated columns, policies, index elements, {@code where}, exclusions and triggers changed. */
    public Table mapSql(UnaryOperator<Expression> change) {
        return mapOwnSql(change)
                .withIndexes(OrderedMaps.mapValues(indexes, index -> index.mapSql(change)))
                .withExcludes(OrderedMaps.mapValues(excludes, exclude -> exclude.mapSql(change)))
                .mapTriggers(trigger -> trigger.mapSql(change));
    }

    /** With every trigger changed. */
    public Table mapTriggers(UnaryOperator<Trigger> change) {
        return withTriggers(OrderedMaps.mapValues(triggers, change));
    }

    private Table mapOwnSql(UnaryOperator<Expression> change) {
        return withColumns(OrderedMaps.mapValues(
                        columns,
                        column -> column.generated().isEmpty()
                                ? column
                                : column.withGenerated(column.generated()
                                        .map(generated ->
                                                new Generated(change.apply(generated.sql()), generated.stored())))))
                .withChecks(OrderedMaps.mapValues(checks, check -> new Check(change.apply(check.check()))))
                .mapPolicies(change);
    }

    /** With every expression of its policies changed. */
    public Table mapPolicies(UnaryOperator<Expression> change) {
        return policies.isEmpty()
                ? this
                : withPolicies(OrderedMaps.mapValues(policies, policy -> policy.mapSql(change)));
    }

    private Table with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.table();
    }

    /** A table's components while some of them are changed. */
    private static final class Copy {
        private Optional<String> comment;
        private Map<String, Column> columns;
        private Optional<PrimaryKey> primaryKey;
        private Map<String, Unique> uniques;
        private Map<String, Check> checks;
        private Map<String, ForeignKey> foreignKeys;
        private Map<String, Index> indexes;
        private Map<String, Exclude> excludes;
        private Map<String, Trigger> triggers;
        private Map<String, String> storage;
        private RowSecurity rowSecurity;
        private Map<String, Policy> policies;
        private Optional<Partitioning> partitioning;

        Copy(Table of) {
            comment = of.comment;
            columns = of.columns;
            primaryKey = of.primaryKey;
            uniques = of.uniques;
            checks = of.checks;
            foreignKeys = of.foreignKeys;
            indexes = of.indexes;
            excludes = of.excludes;
            triggers = of.triggers;
            storage = of.storage;
            rowSecurity = of.rowSecurity;
            policies = of.policies;
            partitioning = of.partitioning;
        }

        Table table() {
            return new Table(
                    comment,
                    columns,
                    primaryKey,
                    uniques,
                    checks,
                    foreignKeys,
                    indexes,
                    excludes,
                    triggers,
                    storage,
                    rowSecurity,
                    policies,
                    partitioning);
        }
    }
}
