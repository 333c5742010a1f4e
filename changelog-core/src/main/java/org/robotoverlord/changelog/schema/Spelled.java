package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All that is spelled in SQL in a table: defaults, generated columns, checks, indexes, exclusions, triggers and policies. */
public final class Spelled {
    private Spelled() {}

    /** The parts that spell something such, each as a person would say it: {@code check 'c'}. */
    public static List<String> in(Table table, Predicate<Expression> which) {
        List<String> parts = new ArrayList<>();
        table.checks().forEach((name, check) -> add(which.test(check.check()), parts, "check", name));
        table.indexes().forEach((name, index) -> add(in(index, which), parts, "index", name));
        table.excludes().forEach((name, exclude) -> add(exclude.says(which), parts, "exclusion", name));
        table.triggers()
                .forEach(
                        (name, trigger) -> add(trigger.condition().filter(which).isPresent(), parts, "trigger", name));
        table.policies().forEach((name, policy) -> add(policy.says(which), parts, "policy", name));
        table.columns().forEach((name, column) -> add(in(column).filter(which).isPresent(), parts, "column", name));
        return parts;
    }

    private static void add(boolean found, List<String> parts, String kind, String name) {
        if (found) {
            parts.add(kind + " '" + name + "'");
        }
    }

    /** Whether an index spells something such. */
    public static boolean in(Index index, Predicate<Expression> which) {
        return Stream.concat(
                        index.where().stream(), index.columns().stream().flatMap(element -> element.sql().stream()))
                .anyMatch(which);
    }

    /** What a column's default or its computing spells. */
    public static Optional<Expression> in(Column column) {
        return column.generated().map(Generated::sql).or(() -> inDefault(column));
    }

    private static Optional<Expression> inDefault(Column column) {
        return column.defaultValue().orElse(Value.NULL) instanceof Value.Sql value
                ? Optional.of(value.sql())
                : Optional.empty();
    }

    /** The table with all of it changed; the same one where nothing is another. */
    static Table map(Table table, UnaryOperator<Expression> change) {
        if (in(table, sql -> change.apply(sql) != sql).isEmpty()) {
            return table;
        }
        Table mapped = table.mapSql(change);
        return mapped.withColumns(OrderedMaps.mapValues(
                mapped.columns(),
                column -> inDefault(column)
                        .map(sql -> column.withDefault(Optional.of(new Value.Sql(change.apply(sql)))))
                        .orElse(column)));
    }

    /** The schema with all of it changed in all tables and domains, and in what routines declare. */
    static Schema map(Schema schema, UnaryOperator<Expression> change) {
        Schema after = Routines.mapSql(schema, change);
        for (var domain : schema.all(Kind.DOMAIN).entrySet()) {
            after = after.with(Kind.DOMAIN, domain.getKey(), domain.getValue().mapSql(change));
        }
        for (var table : schema.tables().entrySet()) {
            Table mapped = map(table.getValue(), change);
            after = mapped == table.getValue() ? after : after.with(table.getKey(), mapped);
        }
        return after;
    }
}
