package org.robotoverlord.changelog.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Exclude;
import org.robotoverlord.changelog.schema.Extension;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.RowSecurity;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.View;

/**
 * Schemas over the whole grammar, the same ones for the same seed. All take their names from small lists, some with odd
 * characters, so that two of them have much in common; and all are such as PostgreSQL takes.
 */
public final class RandomSchemas {
    private static final List<String> TABLES = List.of(
            "users",
            "posts",
            "teams",
            "members",
            "team_members",
            "Order",
            "we ird",
            "naïve",
            "a.b",
            "quo\"te",
            "a_table_with_a_name_that_is_as_long_as_it_can_be_in_a_database1");
    private static final List<String> ENUMS = List.of("user_role", "mood", "Odd Enum");
    private static final List<String> VALUES = List.of("citizen", "overlord", "no", "it's", "Ä", "boss");

    private final Dice dice;
    private final RandomColumns columns;
    private final RandomDomains domains;
    private final RandomSequences sequences;
    private final RandomConstraints constraints;
    private final RandomPolicies policies;
    private final RandomRoutines routines;
    private final RandomViews views;
    private final RandomPartitions partitions;
    private boolean extensions = true;

    public RandomSchemas(long seed) {
        this.dice = new Dice(seed);
        this.columns = new RandomColumns(dice);
        this.domains = new RandomDomains(dice, columns);
        this.sequences = new RandomSequences(dice, columns);
        this.partitions = new RandomPartitions(new Dice(seed));
        this.constraints = new RandomConstraints(dice, columns, partitions);
        this.policies = new RandomPolicies(dice, columns);
        this.routines = new RandomRoutines(new Dice(seed));
        this.views = new RandomViews(new Dice(seed));
    }

    /** Without extensions, for a server that hasn't got them. */
    public RandomSchemas withoutExtensions() {
        extensions = false;
        return this;
    }

    /** Without NULLS NOT DISTINCT, for a PostgreSQL before 15. */
    public RandomSchemas withoutNullsNotDistinct() {
        constraints.withoutNullsNotDistinct();
        return this;
    }

    /** The next schema; it holds together. */
    public Schema next() {
        Schema schema = Schema.empty(Models.SETTING);
        for (String name : dice.some(List.of("audit", "Au dit"), 40)) {
            schema = schema.withSchema(name);
        }
        for (String name : extensions ? dice.some(List.of("citext", "pg_trgm", "btree_gist"), 30) : List.<String>of()) {
            schema = schema.withExtension(name, Extension.PLAIN);
        }
        for (String name : dice.some(ENUMS, 60)) {
            schema = schema.with(
                    Kind.ENUM,
                    qualified(name, schema),
                    new EnumType(dice.shuffled(dice.atLeastOne(dice.some(VALUES, 60), VALUES)), columns.comment()));
        }
        for (String name : dice.some(RandomDomains.DOMAINS, 40)) {
            Name domain = qualified(name, schema);
            schema = schema.findEnum(domain).isPresent()
                    ? schema
                    : schema.with(Kind.DOMAIN, domain, columns.domain(name, schema));
        }
        for (String name : dice.some(RandomSequences.SEQUENCES, 45)) {
            schema = schema.with(Kind.SEQUENCE, qualified(name, schema), columns.sequence());
        }
        for (String name : dice.shuffled(dice.some(TABLES, 45))) {
            Name table = qualified(name, schema);
            schema = schema.find(Kind.SEQUENCE, table).isPresent() ? schema : schema.with(table, table(schema));
        }
        schema = partitions.some(schema, this::table);
        for (Name name : List.copyOf(schema.all(Kind.SEQUENCE).keySet())) {
            schema = sequences.owned(schema, name);
        }
        for (Name name : List.copyOf(schema.tables().keySet())) {
            schema = constraints.constrained(schema, name);
        }
        for (Name name : List.copyOf(schema.tables().keySet())) {
            schema = constraints.pointing(schema, name);
        }
        for (Name name : List.copyOf(schema.tables().keySet())) {
            schema = policies.guarded(schema, name);
        }
        return views.some(routines.some(schema));
    }

    /** A schema with those of made-up views that can be in it. */
    public static Schema withViews(Schema schema, Map<Name, View> views) {
        return RandomViews.with(schema, views);
    }

    /** A few steps on from a schema; it holds together. */
    public Schema after(Schema before) {
        Schema schema = RandomViews.without(before);
        int steps = 1 + dice.below(6);
        for (int i = 0; i < steps; i++) {
            schema = step(schema);
        }
        return views.step(before, RandomViews.without(routines.step(partitions.step(schema))));
    }

    private Schema step(Schema before) {
        if (before.tables().isEmpty()) {
            return next();
        }
        Name name = dice.pick(List.copyOf(before.tables().keySet()));
        Table table = before.table(name);
        String column = dice.pick(List.copyOf(table.columns().keySet()));
        if (table.partitionColumns().contains(column)) {
            return before;
        }
        return switch (dice.below(12)) {
            case 0 ->
                Attempt.of(
                        RandomPolicies.withoutAsking(before),
                        schema -> table.partitioning().isPresent()
                                ? schema
                                : new RenameTable(name, dice.fresh(TABLES, schema.tables())).apply(schema));
            case 1 ->
                Attempt.of(
                        RandomPolicies.withoutAsking(before),
                        schema -> schema.renameColumn(name, column, similar(table, column)));
            case 2 -> Attempt.of(before, schema -> schema.with(name, table.withComment(Optional.of("other"))));
            case 3 -> Attempt.of(before, schema -> with(schema, name, similar(table, column)));
            case 4 -> Attempt.of(before, schema -> schema.with(name, retyped(table, column, schema)));
            case 5 -> constraints.constrained(before, name);
            case 6 -> constraints.pointing(before, name);
            case 9 -> policies.guarded(before, name);
            case 7 -> Attempt.of(before, schema -> schema.with(name, table.withStorage(storage())));
            case 8 -> sequences.step(before);
            case 10 -> domains.step(before);
            default -> Attempt.of(before, schema -> schema.with(name, bare(table)));
        };
    }

    /** Another name of the column's family that the table hasn't got. */
    private String similar(Table table, String column) {
        List<String> free = RandomColumns.Family.of(column).names.stream()
                .filter(name -> !table.columns().containsKey(name))
                .toList();
        if (free.isEmpty()) {
            throw new Problem("no name is free");
        }
        return dice.pick(free);
    }

    private Schema with(Schema schema, Name name, String column) {
        return schema.with(name, schema.table(name).with(column, columns.column(column, schema)));
    }

    private Table retyped(Table table, String column, Schema schema) {
        boolean free = table.column(column).generated().isEmpty()
                && table.foreignKeys().values().stream()
                        .noneMatch(key -> key.columns().contains(column))
                && !table.keyColumns().contains(column);
        if (!free) {
            throw new Problem("the column isn't free");
        }
        return table.with(column, columns.column(column, schema));
    }

    /** Without its checks, some of its indexes and some of its exclusions. */
    private Table bare(Table table) {
        Map<String, Index> left = new LinkedHashMap<>(table.indexes());
        left.values().removeIf(index -> dice.chance(50));
        Map<String, Exclude> excluding = new LinkedHashMap<>(table.excludes());
        excluding.values().removeIf(exclude -> dice.chance(50));
        return table.withChecks(Map.of()).withIndexes(left).withExcludes(excluding);
    }

    private Name qualified(String name, Schema schema) {
        List<String> schemas = List.copyOf(schema.schemas());
        return schemas.isEmpty() || dice.chance(80) ? Name.of(name) : Name.of(dice.pick(schemas), name);
    }

    private Table table(Schema schema) {
        Map<String, Column> made = new LinkedHashMap<>();
        for (RandomColumns.Family family : RandomColumns.Family.values()) {
            dice.some(family.names, 30).forEach(name -> made.put(name, columns.column(name, schema)));
        }
        if (made.isEmpty()) {
            made.put("id", columns.column("id", schema));
        }
        for (String name : dice.some(List.of("no", "email", "score", "name"), 30)) {
            Map<String, Column> others = new LinkedHashMap<>(made);
            others.remove(name);
            boolean source = made.values().stream()
                    .flatMap(column -> column.generated().stream())
                    .anyMatch(generated -> generated.sql().mentions(name));
            if (!source) {
                columns.generated(name, others).ifPresent(column -> made.put(name, column));
            }
        }
        List<String> order = dice.shuffled(List.copyOf(made.keySet()));
        Map<String, Column> ordered = new LinkedHashMap<>();
        order.forEach(name -> ordered.put(name, made.get(name)));
        return Table.EMPTY
                .withColumns(ordered)
                .withComment(columns.comment())
                .withStorage(storage())
                .withRowSecurity(
                        dice.pick(List.of(RowSecurity.OFF, RowSecurity.OFF, RowSecurity.ON, RowSecurity.FORCED)));
    }

    private Map<String, String> storage() {
        return dice.chance(85)
                ? Map.of()
                : dice.pick(
                        List.of(Map.of("fillfactor", "70"), Map.of("fillfactor", "80", "autovacuum_enabled", "false")));
    }
}
