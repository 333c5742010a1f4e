package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Action;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.Exclude;
import org.robotoverlord.changelog.schema.ExcludeElement;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.IndexElement;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PrimaryKey;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Unique;

/** Keys, uniques, checks, indexes, exclusions and foreign keys for the tables of {@link RandomSchemas}. */
final class RandomConstraints {
    private static final List<String> NAMES = List.of("one", "two", "Three", "fo ur", "five", "six");

    private final Dice dice;
    private final RandomColumns columns;
    private final RandomPartitions partitions;
    private boolean nullsNotDistinct = true;

    RandomConstraints(Dice dice, RandomColumns columns, RandomPartitions partitions) {
        this.dice = dice;
        this.columns = columns;
        this.partitions = partitions;
    }

    void withoutNullsNotDistinct() {
        nullsNotDistinct = false;
    }

    Schema constrained(Schema before, Name name) {
        Schema schema = before;
        List<String> keys = before.table(name).columns().keySet().stream()
                .filter(RandomColumns::isKey)
                .toList();
        if (!keys.isEmpty() && before.table(name).primaryKey().isEmpty() && dice.chance(75)) {
            schema = Attempt.of(
                    schema, at -> at.with(name, keyed(name, at.table(name), whole(at.table(name), dice.few(keys)))));
        }
        for (int i = dice.below(3); i > 0 && !keys.isEmpty(); i--) {
            List<String> of = whole(before.table(name), dice.few(keys));
            Unique unique = new Unique(
                    of, nullsNotDistinct && dice.chance(20), dice.chance(15) ? Deferrable.DEFERRED : Deferrable.NO);
            String derived = DerivedName.unique(name, of);
            schema = Attempt.of(
                    schema,
                    at -> at.with(
                            name,
                            fresh(at, name, derived, named -> at.table(name).with(named, unique))));
        }
        for (int i = dice.below(3); i > 0; i--) {
            String column = dice.pick(List.copyOf(before.table(name).columns().keySet()));
            String derived = DerivedName.check(name, column);
            for (var condition : columns.condition(column).stream().toList()) {
                schema = Attempt.of(
                        schema,
                        at -> at.with(
                                name,
                                fresh(at, name, derived, named -> at.table(name).with(named, new Check(condition)))));
            }
        }
        for (int i = dice.below(4); i > 0 && !keys.isEmpty(); i--) {
            Index index = partitions.fitted(before.table(name), index(keys));
            String derived =
                    index.columnNames().isEmpty() ? "expression" : DerivedName.index(name, index.columnNames());
            schema = Attempt.of(
                    schema,
                    at -> at.with(
                            name,
                            fresh(at, name, derived, named -> at.table(name).with(named, index))));
        }
        for (int i = dice.below(3) / 2;
                i > 0 && !keys.isEmpty() && before.table(name).partitioning().isEmpty();
                i--) {
            Table with = before.table(name);
            List<String> comparable = keys.stream()
                    .filter(key ->
                            !Attempt.isIncomparable(before, with.column(key).type()))
                    .toList();
            if (comparable.isEmpty()) {
                break;
            }
            Exclude exclude = exclude(before, comparable);
            String derived =
                    exclude.columnNames().isEmpty() ? "expression" : DerivedName.exclude(name, exclude.columnNames());
            schema = Attempt.of(
                    schema,
                    at -> at.with(
                            name,
                            fresh(at, name, derived, named -> at.table(name).with(named, exclude))));
        }
        return schema;
    }

    /** An exclusion that needs no extension but the one that the schema has, if it has it. */
    private Exclude exclude(Schema schema, List<String> keys) {
        List<String> of = dice.few(keys);
        boolean ranged = RandomColumns.Family.of(of.get(0)) == RandomColumns.Family.NUMBER && dice.chance(50);
        boolean scalars = schema.extensions().containsKey("btree_gist")
                && of.stream()
                        .map(RandomColumns.Family::of)
                        .allMatch(
                                family -> family == RandomColumns.Family.NUMBER || family == RandomColumns.Family.TEXT);
        List<ExcludeElement> elements = new ArrayList<>();
        if (ranged) {
            String number = RandomColumns.quoted(of.get(0)) + "::numeric";
            elements.add(compared(Optional.empty(), Optional.of("numrange(" + number + ", " + number + " + 1)"), "&&"));
        }
        if (!ranged || scalars) {
            of.forEach(column -> elements.add(
                    compared(Optional.of(column), Optional.empty(), scalars && dice.chance(40) ? "<>" : "=")));
        }
        boolean single = elements.size() == 1 && !ranged;
        return new Exclude(
                ranged || scalars ? "gist" : single && dice.chance(30) ? "hash" : "btree",
                elements,
                dice.chance(20) ? columns.condition(of.get(0)) : Optional.empty(),
                dice.pick(List.of(Deferrable.NO, Deferrable.NO, Deferrable.IMMEDIATE, Deferrable.DEFERRED)));
    }

    private static ExcludeElement compared(Optional<String> column, Optional<String> sql, String with) {
        IndexElement element = new IndexElement(
                column,
                sql.map(Expression::of),
                IndexElement.Order.ASC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new ExcludeElement(element, Expression.of(with));
    }

    /** With the columns that tell which partition a row lies in, which no key may lack. */
    private static List<String> whole(Table table, List<String> key) {
        List<String> whole = new ArrayList<>(key);
        table.partitionColumns().stream()
                .filter(column -> !key.contains(column))
                .forEach(whole::add);
        return whole;
    }

    private interface Adding {
        Table under(String name);
    }

    /** A table with something added under the name given, or another; never in place of what has that name. */
    private Table fresh(Schema schema, Name table, String derived, Adding adding) {
        Table of = schema.table(table);
        String name = dice.chance(60) ? derived : dice.pick(NAMES);
        boolean taken = of.constraintNames().contains(name)
                || of.indexes().containsKey(name)
                || schema.tableOfIndex(table.sibling(name)).isPresent()
                || schema.findTable(table.sibling(name)).isPresent()
                || schema.findEnum(table.sibling(name)).isPresent()
                || schema.find(Kind.DOMAIN, table.sibling(name)).isPresent()
                || schema.find(Kind.SEQUENCE, table.sibling(name)).isPresent();
        if (taken) {
            throw new Problem("the name is taken");
        }
        return adding.under(name);
    }

    private Table keyed(Name name, Table table, List<String> key) {
        Table changed = table;
        for (String column : key) {
            changed = changed.with(column, changed.column(column).withNullable(false));
        }
        String own = dice.chance(80) ? DerivedName.primaryKey(name) : "own key of " + key.get(0);
        return changed.withPrimaryKey(Optional.of(new PrimaryKey(own, key)));
    }

    private Index index(List<String> keys) {
        List<String> of = dice.few(keys);
        List<IndexElement> elements = new ArrayList<>();
        boolean hash = of.size() == 1 && dice.chance(10);
        for (String column : of) {
            boolean plain = hash || dice.chance(60);
            boolean text = RandomColumns.Family.of(column) == RandomColumns.Family.TEXT;
            var sql = hash || dice.chance(80)
                    ? Optional.<org.robotoverlord.changelog.schema.Expression>empty()
                    : columns.expression(column);
            elements.add(new IndexElement(
                    sql.isPresent() ? Optional.empty() : Optional.of(column),
                    sql,
                    plain ? IndexElement.Order.ASC : IndexElement.Order.DESC,
                    plain ? Optional.empty() : Optional.of(dice.pick(List.of(IndexElement.Nulls.values()))),
                    Optional.empty(),
                    text && !plain && sql.isEmpty() ? Optional.of("C") : Optional.empty()));
        }
        boolean unique = !hash && dice.chance(30);
        return new Index(
                elements,
                unique,
                dice.chance(20) ? columns.condition(of.get(0)) : Optional.empty(),
                hash ? "hash" : "btree",
                hash || dice.chance(85)
                        ? List.of()
                        : dice.few(keys).stream()
                                .filter(column -> !of.contains(column))
                                .toList(),
                unique && nullsNotDistinct && dice.chance(20),
                dice.chance(10) ? Map.of("fillfactor", "70") : Map.of(),
                columns.comment());
    }

    Schema pointing(Schema before, Name name) {
        Schema schema = before;
        for (int i = dice.below(3); i > 0; i--) {
            Name target = dice.pick(List.copyOf(before.tables().keySet()));
            List<List<String>> keys = new ArrayList<>();
            Table to = before.table(target);
            to.primaryKey().ifPresent(key -> keys.add(key.columns()));
            to.uniques().values().stream()
                    .filter(unique -> unique.deferrable() == Deferrable.NO)
                    .forEach(unique -> keys.add(unique.columns()));
            keys.removeIf(RandomConstraints::holdsList);
            keys.removeIf(key -> key.stream()
                    .anyMatch(column ->
                            Attempt.isIncomparable(before, to.column(column).type())));
            if (!keys.isEmpty()) {
                List<String> key = dice.pick(keys);
                schema = Attempt.of(schema, at -> pointing(at, name, target, key));
            }
        }
        return schema;
    }

    /** PostgreSQL can't look for the rows of a foreign key over {@code varchar[]}. */
    private static boolean holdsList(List<String> key) {
        return key.stream().anyMatch(column -> RandomColumns.Family.of(column) == RandomColumns.Family.LIST);
    }

    private Schema pointing(Schema schema, Name name, Name target, List<String> key) {
        Table table = schema.table(name);
        List<String> from = new ArrayList<>();
        for (String column : key) {
            String own = "to_" + column;
            Column like = schema.table(target).column(column);
            if (!table.columns().containsKey(own)) {
                table = table.with(own, Column.of(like.type()).withNullable(dice.chance(70)));
            }
            from.add(own);
        }
        ForeignKey foreign = new ForeignKey(
                from,
                target,
                key,
                dice.pick(List.of(Action.NO_ACTION, Action.CASCADE, Action.RESTRICT, Action.SET_NULL)),
                dice.pick(List.of(Action.NO_ACTION, Action.CASCADE)),
                dice.pick(List.of(Deferrable.NO, Deferrable.NO, Deferrable.IMMEDIATE, Deferrable.DEFERRED)),
                false);
        Table with = table;
        String derived = DerivedName.foreignKey(name, from);
        if (schema.table(target).partitioning().isPresent()) {
            // For each partition PostgreSQL takes another name like the derived one, and another key couldn't have
            // that.
            if (with.constraintNames().contains(derived)) {
                throw new Problem("the name is taken");
            }
            return schema.with(name, with.with(derived, foreign));
        }
        return schema.with(name, fresh(schema.with(name, table), name, derived, named -> with.with(named, foreign)));
    }
}
