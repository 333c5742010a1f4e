package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.robotoverlord.changelog.schema.ExcludeElement;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.IndexElement;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Policy;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Trigger;
import org.robotoverlord.changelog.schema.Views;

/**
 * What stands on columns that PostgreSQL lets nobody change under it: generated columns, checks, indexes, keys, foreign keys from
 * both sides, policies. It only finds them; {@link PostgresSql} drops them before and puts them back after.
 */
final class PostgresDependents {
    /**
     * What of one table stands on a changing column. Each is a set of names.
     *
     * @param generated generated columns
     * @param checks checks
     * @param keys the primary key, unique constraints and exclusions
     * @param indexes indexes
     * @param foreignKeys foreign keys
     * @param triggers triggers
     * @param policies policies
     */
    record OfTable(
            Set<String> generated,
            Set<String> checks,
            Set<String> keys,
            Set<String> indexes,
            Set<String> foreignKeys,
            Set<String> triggers,
            Set<String> policies) {
        private OfTable() {
            this(
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>());
        }
    }

    private final Schema schema;
    private final Map<Name, OfTable> found = new LinkedHashMap<>();
    private final Set<Name> views = new LinkedHashSet<>();

    /** @param schema the schema before the change */
    PostgresDependents(Schema schema) {
        this.schema = schema;
    }

    /** What was found, table by table. */
    Map<Name, OfTable> found() {
        return found;
    }

    /** The views that were found, and all that stand on them, in an order in which each comes after those that it stands on. */
    List<Name> views() {
        return Views.withAllOn(schema, views);
    }

    /** Adds the views that may name a column of a table, or all of its columns. */
    void addViews(Name table, String column) {
        for (Name view : schema.hasViews() ? Views.on(schema, table) : Set.<Name>of()) {
            if (schema.get(Kind.VIEW, view).mayMean(column)) {
                addView(view);
            }
        }
    }

    /** Adds a view, and the policies that ask it or one that stands on it. */
    void addView(Name view) {
        Name name = schema.local(view);
        if (views.add(name)) {
            for (Name asked : Views.withAllOn(schema, Set.of(name))) {
                addPolicies((table, policy) -> policy.queries(asked.local()));
            }
        }
    }

    /** Adds the generated columns of a table that are computed by what the predicate finds, and what stands on those. */
    void addGenerated(Name table, Predicate<Expression> touched) {
        schema.table(table)
                .columns()
                .forEach((name, column) -> column.generated()
                        .filter(is -> touched.test(is.sql()))
                        .ifPresent(is -> addGenerated(table, name)));
    }

    /** Adds a generated column, and what stands on it. */
    void addGenerated(Name table, String column) {
        of(table).generated.add(column);
        addAllOn(table, column);
    }

    /** Adds the policies, of whatever table, that name a column of this one, or all of its columns. */
    void addPolicies(Name table, String column) {
        Name owner = schema.local(table);
        addPolicies((name, policy) ->
                policy.stands(owner.local(), column, name.equals(owner)) || policy.sweeps(owner.local()));
    }

    /** Adds the policies, of whatever table, that are such. */
    void addPolicies(BiPredicate<Name, Policy> which) {
        if (!schema.hasPolicies()) {
            return;
        }
        schema.tables()
                .forEach((name, is) -> is.policies().forEach((policy, body) -> {
                    if (which.test(name, body)) {
                        of(name).policies.add(policy);
                    }
                }));
    }

    /** Adds the checks, exclusions and indexes of a table that spell what the predicate finds. */
    void addSpelled(Name table, Predicate<Expression> touched) {
        Table is = schema.table(table);
        is.checks().forEach((name, check) -> add(touched.test(check.check()), of(table).checks, name));
        is.excludes().forEach((name, exclude) -> add(exclude.says(touched), of(table).keys, name));
        is.indexes().forEach((name, index) -> add(spells(index, touched), of(table).indexes, name));
    }

    /**
     * Adds the indexes and exclusions of a table that say the collation which the column has anyhow. The server holds them without
     * it, and would make them anew with the column's next one.
     */
    void addCollated(Name table, String column) {
        Table is = schema.table(table);
        Optional<String> collation = is.column(column).collation();
        Predicate<IndexElement> same = element -> element.column().equals(Optional.of(column))
                && element.collation().equals(collation);
        if (collation.isPresent()) {
            is.indexes()
                    .forEach((name, index) -> add(index.columns().stream().anyMatch(same), of(table).indexes, name));
            is.excludes()
                    .forEach((name, exclude) -> add(
                            exclude.elements().stream()
                                    .map(ExcludeElement::element)
                                    .anyMatch(same),
                            of(table).keys,
                            name));
        }
    }

    /** Adds all that stands on a column, whatever it is: what goes where the column is dropped. */
    void addAllOn(Name table, String column) {
        Table is = schema.table(table);
        OfTable of = of(table);
        addPolicies(table, column);
        addViews(table, column);
        addSpelled(table, sql -> sql.mentions(column));
        addTriggers(table, trigger -> trigger.mentions(column));
        is.indexes().forEach((name, index) -> add(lists(index, column), of.indexes, name));
        is.uniques().forEach((name, unique) -> add(unique.columns().contains(column), of.keys, name));
        is.excludes().forEach((name, exclude) -> add(exclude.mentions(column), of.keys, name));
        is.primaryKey().filter(key -> key.columns().contains(column)).ifPresent(key -> of.keys.add(key.name()));
        addForeignKeys(
                table, key -> key.columns().contains(column), key -> key.to().contains(column));
    }

    /** Adds triggers of a table. */
    void addTriggers(Name table, Predicate<Trigger> which) {
        schema.table(table).triggers().forEach((name, trigger) -> add(which.test(trigger), of(table).triggers, name));
    }

    /** Adds foreign keys of a table, and those that point to it. */
    void addForeignKeys(Name table, Predicate<ForeignKey> own, Predicate<ForeignKey> pointing) {
        Name target = schema.local(table);
        schema.table(table).foreignKeys().forEach((name, key) -> add(own.test(key), of(table).foreignKeys, name));
        for (Name referrer : schema.referrersOf(table)) {
            schema.table(referrer)
                    .foreignKeys()
                    .forEach((name, key) ->
                            add(key.references().equals(target) && pointing.test(key), of(referrer).foreignKeys, name));
        }
    }

    private OfTable of(Name table) {
        return found.computeIfAbsent(schema.local(table), name -> new OfTable());
    }

    private static void add(boolean dependent, Set<String> names, String name) {
        if (dependent) {
            names.add(name);
        }
    }

    private static boolean spells(Index index, Predicate<Expression> touched) {
        List<Expression> spelled = new ArrayList<>();
        index.where().ifPresent(spelled::add);
        index.columns().forEach(element -> element.sql().ifPresent(spelled::add));
        return spelled.stream().anyMatch(touched);
    }

    private static boolean lists(Index index, String column) {
        return index.columnNames().contains(column) || index.include().contains(column);
    }
}
