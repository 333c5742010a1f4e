package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.robotoverlord.changelog.change.AlterDomain;
import org.robotoverlord.changelog.change.CreateDomain;
import org.robotoverlord.changelog.change.CreateSequence;
import org.robotoverlord.changelog.change.DropDomain;
import org.robotoverlord.changelog.change.DropSequence;
import org.robotoverlord.changelog.change.RenameDomain;
import org.robotoverlord.changelog.change.RenameSequence;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Action;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnName;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Exclude;
import org.robotoverlord.changelog.schema.ExcludeElement;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Extension;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.IndexElement;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Policy;
import org.robotoverlord.changelog.schema.PrimaryKey;
import org.robotoverlord.changelog.schema.RowSecurity;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequence;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Unique;

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
    private static final List<String> DOMAINS = List.of("amount", "A number", "word", "a \"word\"", "mood", "moods");
    private static final List<String> SEQUENCES = List.of("ticket", "Odd \"one\"", "members", "one");
    private static final List<String> VALUES = List.of("citizen", "overlord", "no", "it's", "Ä", "boss");
    private static final List<String> NAMES = List.of("one", "two", "Three", "fo ur", "five", "six");

    private final Random random;
    private final RandomColumns columns;
    private final RandomRoutines routines;
    private final RandomViews views;
    private final RandomPartitions partitions;
    private boolean extensions = true;
    private boolean nullsNotDistinct = true;

    public RandomSchemas(long seed) {
        this.random = new Random(seed);
        this.columns = new RandomColumns(random);
        this.routines = new RandomRoutines(new Random(seed));
        this.views = new RandomViews(new Random(seed));
        this.partitions = new RandomPartitions(new Random(seed));
    }

    /** Without extensions, for a server that hasn't got them. */
    public RandomSchemas withoutExtensions() {
        extensions = false;
        return this;
    }

    /** Without NULLS NOT DISTINCT, for a PostgreSQL before 15. */
    public RandomSchemas withoutNullsNotDistinct() {
        nullsNotDistinct = false;
        return this;
    }

    /** The next schema; it holds together. */
    public Schema next() {
        Schema schema = Schema.empty(Models.SETTING);
        for (String name : some(List.of("audit", "Au dit"), 40)) {
            schema = schema.withSchema(name);
        }
        for (String name : extensions ? some(List.of("citext", "pg_trgm", "btree_gist"), 30) : List.<String>of()) {
            schema = schema.withExtension(name, Extension.PLAIN);
        }
        for (String name : some(ENUMS, 60)) {
            schema = schema.with(
                    Kind.ENUM,
                    qualified(name, schema),
                    new EnumType(shuffled(atLeastOne(some(VALUES, 60), VALUES)), columns.comment()));
        }
        for (String name : some(DOMAINS, 40)) {
            Name domain = qualified(name, schema);
            schema = schema.findEnum(domain).isPresent()
                    ? schema
                    : schema.with(Kind.DOMAIN, domain, columns.domain(name, schema));
        }
        for (String name : some(SEQUENCES, 45)) {
            schema = schema.with(Kind.SEQUENCE, qualified(name, schema), columns.sequence());
        }
        for (String name : shuffled(some(TABLES, 45))) {
            Name table = qualified(name, schema);
            schema = schema.find(Kind.SEQUENCE, table).isPresent() ? schema : schema.with(table, table(schema));
        }
        schema = partitions.some(schema, this::table);
        for (Name name : List.copyOf(schema.all(Kind.SEQUENCE).keySet())) {
            schema = owned(schema, name);
        }
        for (Name name : List.copyOf(schema.tables().keySet())) {
            schema = constrained(schema, name);
        }
        for (Name name : List.copyOf(schema.tables().keySet())) {
            schema = pointing(schema, name);
        }
        for (Name name : List.copyOf(schema.tables().keySet())) {
            schema = guarded(schema, name);
        }
        return views.some(routines.some(schema));
    }

    /** A few steps on from a schema; it holds together. */
    public Schema after(Schema before) {
        Schema schema = RandomViews.without(before);
        int steps = 1 + random.nextInt(6);
        for (int i = 0; i < steps; i++) {
            schema = step(schema);
        }
        return views.step(before, RandomViews.without(routines.step(partitions.step(schema))));
    }

    private Schema step(Schema before) {
        if (before.tables().isEmpty()) {
            return next();
        }
        Name name = columns.pick(List.copyOf(before.tables().keySet()));
        Table table = before.table(name);
        String column = columns.pick(List.copyOf(table.columns().keySet()));
        if (table.partitionColumns().contains(column)) {
            return before;
        }
        return switch (random.nextInt(12)) {
            case 0 ->
                attempt(
                        withoutAsking(before),
                        schema -> table.partitioning().isPresent()
                                ? schema
                                : new RenameTable(name, fresh(schema, TABLES, schema.tables())).apply(schema));
            case 1 ->
                attempt(withoutAsking(before), schema -> schema.renameColumn(name, column, similar(table, column)));
            case 2 -> attempt(before, schema -> schema.with(name, table.withComment(Optional.of("other"))));
            case 3 -> attempt(before, schema -> with(schema, name, similar(table, column)));
            case 4 -> attempt(before, schema -> schema.with(name, retyped(table, column, schema)));
            case 5 -> constrained(before, name);
            case 6 -> pointing(before, name);
            case 9 -> guarded(before, name);
            case 7 -> attempt(before, schema -> schema.with(name, table.withStorage(storage())));
            case 8 -> counted(before);
            case 10 -> typed(before);
            default -> attempt(before, schema -> schema.with(name, bare(table)));
        };
    }

    /** With a sequence more, less, or another. */
    private Schema counted(Schema before) {
        Map<Name, Sequence> all = before.all(Kind.SEQUENCE);
        if (all.isEmpty() || columns.chance(25)) {
            return attempt(
                    before,
                    schema -> new CreateSequence(fresh(schema, SEQUENCES, all), columns.sequence()).apply(schema));
        }
        Name name = columns.pick(List.copyOf(all.keySet()));
        return switch (random.nextInt(4)) {
            case 0 -> attempt(before, schema -> new DropSequence(name).apply(schema));
            case 1 -> attempt(before, schema -> new RenameSequence(name, fresh(schema, SEQUENCES, all)).apply(schema));
            case 2 -> before.with(Kind.SEQUENCE, name, columns.sequence());
            default -> owned(before, name);
        };
    }

    /** With a domain more, less, or another. */
    private Schema typed(Schema before) {
        Map<Name, Domain> all = before.all(Kind.DOMAIN);
        if (all.isEmpty() || columns.chance(25)) {
            return attempt(before, schema -> {
                Name name = fresh(schema, DOMAINS, all);
                return new CreateDomain(name, columns.domain(name.local(), schema)).apply(schema);
            });
        }
        Name name = columns.pick(List.copyOf(all.keySet()));
        return switch (random.nextInt(4)) {
            case 0 -> attempt(before, schema -> new DropDomain(name).apply(schema));
            case 1 ->
                attempt(before, schema -> {
                    List<String> alike = DOMAINS.stream()
                            .filter(other -> RandomColumns.familyOf(other) == RandomColumns.familyOf(name.local()))
                            .toList();
                    return new RenameDomain(name, fresh(schema, alike, all)).apply(schema);
                });
            default ->
                attempt(before, schema -> new AlterDomain(name, columns.domain(name.local(), schema)).apply(schema));
        };
    }

    /** With a column that a sequence goes with. */
    private Schema owned(Schema before, Name name) {
        List<Name> beside = before.tables().keySet().stream()
                .filter(table -> table.schema().equals(name.schema()))
                .toList();
        if (beside.isEmpty() || columns.chance(50)) {
            return before;
        }
        Name table = columns.pick(beside);
        String column = columns.pick(List.copyOf(before.table(table).columns().keySet()));
        Sequence is = before.get(Kind.SEQUENCE, name);
        return before.with(Kind.SEQUENCE, name, is.withOwner(Optional.of(new ColumnName(table, column))));
    }

    private Name fresh(Schema schema, List<String> from, Map<Name, ?> taken) {
        List<Name> free = from.stream()
                .map(Name::of)
                .filter(name -> !taken.containsKey(name))
                .toList();
        if (free.isEmpty()) {
            throw new Problem("no name is free");
        }
        return columns.pick(free);
    }

    /** Another name of the column's family that the table hasn't got. */
    private String similar(Table table, String column) {
        List<String> free = RandomColumns.Family.of(column).names.stream()
                .filter(name -> !table.columns().containsKey(name))
                .toList();
        if (free.isEmpty()) {
            throw new Problem("no name is free");
        }
        return columns.pick(free);
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
        left.values().removeIf(index -> columns.chance(50));
        Map<String, Exclude> excluding = new LinkedHashMap<>(table.excludes());
        excluding.values().removeIf(exclude -> columns.chance(50));
        return table.withChecks(Map.of()).withIndexes(left).withExcludes(excluding);
    }

    /** The schema changed, unless it wouldn't hold together then. */
    private static Schema attempt(Schema before, UnaryOperator<Schema> change) {
        try {
            Schema after = change.apply(before);
            after.tables().keySet().forEach(after::require);
            return isComparable(after) ? after : before;
        } catch (Problem refused) {
            return before;
        }
    }

    /** Whether every foreign key's columns are of the types that they point to, and what is compared can be. */
    private static boolean isComparable(Schema schema) {
        boolean compared = schema.tables().values().stream()
                .allMatch(table -> Stream.concat(
                                table.foreignKeys().values().stream().flatMap(key -> key.columns().stream()),
                                table.excludes().values().stream().flatMap(exclude -> exclude.columnNames().stream()))
                        .noneMatch(column ->
                                isIncomparable(schema, table.column(column).type())));
        return compared
                && schema.tables().values().stream()
                        .allMatch(table -> table.foreignKeys().values().stream().allMatch(key -> {
                            Table target = schema.table(key.references());
                            for (int i = 0; i < key.columns().size(); i++) {
                                var from = table.column(key.columns().get(i)).type();
                                if (!from.equals(target.column(key.to().get(i)).type())) {
                                    return false;
                                }
                            }
                            return true;
                        }));
    }

    private Name qualified(String name, Schema schema) {
        List<String> schemas = List.copyOf(schema.schemas());
        return schemas.isEmpty() || columns.chance(80) ? Name.of(name) : Name.of(columns.pick(schemas), name);
    }

    private Table table(Schema schema) {
        Map<String, Column> made = new LinkedHashMap<>();
        for (RandomColumns.Family family : RandomColumns.Family.values()) {
            some(family.names, 30).forEach(name -> made.put(name, columns.column(name, schema)));
        }
        if (made.isEmpty()) {
            made.put("id", columns.column("id", schema));
        }
        for (String name : some(List.of("no", "email", "score", "name"), 30)) {
            Map<String, Column> others = new LinkedHashMap<>(made);
            others.remove(name);
            boolean source = made.values().stream()
                    .flatMap(column -> column.generated().stream())
                    .anyMatch(generated -> generated.sql().mentions(name));
            if (!source) {
                columns.generated(name, others).ifPresent(column -> made.put(name, column));
            }
        }
        List<String> order = shuffled(List.copyOf(made.keySet()));
        Map<String, Column> ordered = new LinkedHashMap<>();
        order.forEach(name -> ordered.put(name, made.get(name)));
        return Table.EMPTY
                .withColumns(ordered)
                .withComment(columns.comment())
                .withStorage(storage())
                .withRowSecurity(
                        columns.pick(List.of(RowSecurity.OFF, RowSecurity.OFF, RowSecurity.ON, RowSecurity.FORCED)));
    }

    /** With a policy more, over a column of the table or of another one; or with one less. */
    private Schema guarded(Schema before, Name name) {
        Table table = before.table(name);
        if (columns.chance(60)) {
            return before;
        }
        if (!table.policies().isEmpty() && columns.chance(40)) {
            String gone = columns.pick(List.copyOf(table.policies().keySet()));
            return before.with(name, table.withoutPolicy(gone));
        }
        Policy.Command command = columns.pick(List.of(Policy.Command.values()));
        boolean reads = command != Policy.Command.INSERT;
        boolean writes = command != Policy.Command.SELECT && command != Policy.Command.DELETE;
        Policy policy = new Policy(
                command,
                columns.pick(List.of(List.of(), List.of("pg_monitor"), List.of("pg_monitor", "pg_read_all_data"))),
                reads ? rows(before, table) : Optional.empty(),
                writes && columns.chance(50) ? rows(before, table) : Optional.empty(),
                columns.chance(80));
        return before.with(name, table.with(columns.pick(NAMES), policy));
    }

    private Optional<Expression> rows(Schema schema, Table table) {
        if (columns.chance(70)) {
            return columns.condition(columns.pick(List.copyOf(table.columns().keySet())));
        }
        Name other = columns.pick(List.copyOf(schema.tables().keySet()));
        String column = columns.pick(List.copyOf(schema.table(other).columns().keySet()));
        return columns.condition(column)
                .map(condition -> Expression.of("exists (select 1 from "
                        + other.schema()
                                .map(in -> RandomColumns.quoted(in) + ".")
                                .orElse("")
                        + RandomColumns.quoted(other.local()) + " where " + condition + ")"));
    }

    /** Without the policies whose queries a rename would leave behind. */
    private static Schema withoutAsking(Schema before) {
        Schema schema = before;
        for (Name name : before.tables().keySet()) {
            Map<String, Policy> left = new LinkedHashMap<>(before.table(name).policies());
            left.values().removeIf(policy -> policy.says(Expression::holdsQuery));
            schema = schema.with(name, schema.table(name).withPolicies(left));
        }
        return schema;
    }

    private Map<String, String> storage() {
        return columns.chance(85)
                ? Map.of()
                : columns.pick(
                        List.of(Map.of("fillfactor", "70"), Map.of("fillfactor", "80", "autovacuum_enabled", "false")));
    }

    private Schema constrained(Schema before, Name name) {
        Schema schema = before;
        List<String> keys = before.table(name).columns().keySet().stream()
                .filter(RandomColumns::isKey)
                .toList();
        if (!keys.isEmpty() && before.table(name).primaryKey().isEmpty() && columns.chance(75)) {
            schema =
                    attempt(schema, at -> at.with(name, keyed(name, at.table(name), whole(at.table(name), few(keys)))));
        }
        for (int i = random.nextInt(3); i > 0 && !keys.isEmpty(); i--) {
            List<String> of = whole(before.table(name), few(keys));
            Unique unique = new Unique(
                    of,
                    nullsNotDistinct && columns.chance(20),
                    columns.chance(15) ? Deferrable.DEFERRED : Deferrable.NO);
            String derived = DerivedName.unique(name, of);
            schema = attempt(
                    schema,
                    at -> at.with(
                            name,
                            fresh(at, name, derived, named -> at.table(name).with(named, unique))));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            String column =
                    columns.pick(List.copyOf(before.table(name).columns().keySet()));
            String derived = DerivedName.check(name, column);
            for (var condition : columns.condition(column).stream().toList()) {
                schema = attempt(
                        schema,
                        at -> at.with(
                                name,
                                fresh(at, name, derived, named -> at.table(name).with(named, new Check(condition)))));
            }
        }
        for (int i = random.nextInt(4); i > 0 && !keys.isEmpty(); i--) {
            Index index = partitions.fitted(before.table(name), index(keys));
            String derived =
                    index.columnNames().isEmpty() ? "expression" : DerivedName.index(name, index.columnNames());
            schema = attempt(
                    schema,
                    at -> at.with(
                            name,
                            fresh(at, name, derived, named -> at.table(name).with(named, index))));
        }
        for (int i = random.nextInt(3) / 2;
                i > 0 && !keys.isEmpty() && before.table(name).partitioning().isEmpty();
                i--) {
            Table with = before.table(name);
            List<String> comparable = keys.stream()
                    .filter(key -> !isIncomparable(before, with.column(key).type()))
                    .toList();
            if (comparable.isEmpty()) {
                break;
            }
            Exclude exclude = exclude(before, comparable);
            String derived =
                    exclude.columnNames().isEmpty() ? "expression" : DerivedName.exclude(name, exclude.columnNames());
            schema = attempt(
                    schema,
                    at -> at.with(
                            name,
                            fresh(at, name, derived, named -> at.table(name).with(named, exclude))));
        }
        return schema;
    }

    /** An exclusion that needs no extension but the one that the schema has, if it has it. */
    private Exclude exclude(Schema schema, List<String> keys) {
        List<String> of = few(keys);
        boolean ranged = RandomColumns.Family.of(of.get(0)) == RandomColumns.Family.NUMBER && columns.chance(50);
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
                    compared(Optional.of(column), Optional.empty(), scalars && columns.chance(40) ? "<>" : "=")));
        }
        boolean single = elements.size() == 1 && !ranged;
        return new Exclude(
                ranged || scalars ? "gist" : single && columns.chance(30) ? "hash" : "btree",
                elements,
                columns.chance(20) ? columns.condition(of.get(0)) : Optional.empty(),
                columns.pick(List.of(Deferrable.NO, Deferrable.NO, Deferrable.IMMEDIATE, Deferrable.DEFERRED)));
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
        String name = columns.chance(60) ? derived : columns.pick(NAMES);
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
        String own = columns.chance(80) ? DerivedName.primaryKey(name) : "own key of " + key.get(0);
        return changed.withPrimaryKey(Optional.of(new PrimaryKey(own, key)));
    }

    private Index index(List<String> keys) {
        List<String> of = few(keys);
        List<IndexElement> elements = new ArrayList<>();
        boolean hash = of.size() == 1 && columns.chance(10);
        for (String column : of) {
            boolean plain = hash || columns.chance(60);
            boolean text = RandomColumns.Family.of(column) == RandomColumns.Family.TEXT;
            var sql = hash || columns.chance(80)
                    ? Optional.<org.robotoverlord.changelog.schema.Expression>empty()
                    : columns.expression(column);
            elements.add(new IndexElement(
                    sql.isPresent() ? Optional.empty() : Optional.of(column),
                    sql,
                    plain ? IndexElement.Order.ASC : IndexElement.Order.DESC,
                    plain ? Optional.empty() : Optional.of(columns.pick(List.of(IndexElement.Nulls.values()))),
                    Optional.empty(),
                    text && !plain && sql.isEmpty() ? Optional.of("C") : Optional.empty()));
        }
        boolean unique = !hash && columns.chance(30);
        return new Index(
                elements,
                unique,
                columns.chance(20) ? columns.condition(of.get(0)) : Optional.empty(),
                hash ? "hash" : "btree",
                hash || columns.chance(85)
                        ? List.of()
                        : few(keys).stream()
                                .filter(column -> !of.contains(column))
                                .toList(),
                unique && nullsNotDistinct && columns.chance(20),
                columns.chance(10) ? Map.of("fillfactor", "70") : Map.of(),
                columns.comment());
    }

    private Schema pointing(Schema before, Name name) {
        Schema schema = before;
        for (int i = random.nextInt(3); i > 0; i--) {
            Name target = columns.pick(List.copyOf(before.tables().keySet()));
            List<List<String>> keys = new ArrayList<>();
            Table to = before.table(target);
            to.primaryKey().ifPresent(key -> keys.add(key.columns()));
            to.uniques().values().stream()
                    .filter(unique -> unique.deferrable() == Deferrable.NO)
                    .forEach(unique -> keys.add(unique.columns()));
            keys.removeIf(RandomSchemas::holdsList);
            keys.removeIf(key -> key.stream()
                    .anyMatch(column -> isIncomparable(before, to.column(column).type())));
            if (!keys.isEmpty()) {
                List<String> key = columns.pick(keys);
                schema = attempt(schema, at -> pointing(at, name, target, key));
            }
        }
        return schema;
    }

    /** PostgreSQL can't look for the rows of a foreign key over {@code varchar[]}. */
    private static boolean holdsList(List<String> key) {
        return key.stream().anyMatch(column -> RandomColumns.Family.of(column) == RandomColumns.Family.LIST);
    }

    /** PostgreSQL compares enums, and no domains over them. */
    private static boolean isIncomparable(Schema schema, ColumnType type) {
        ColumnType base = Domains.base(schema, type);
        return !base.equals(type) && base.userType().flatMap(schema::findEnum).isPresent();
    }

    private Schema pointing(Schema schema, Name name, Name target, List<String> key) {
        Table table = schema.table(name);
        List<String> from = new ArrayList<>();
        for (String column : key) {
            String own = "to_" + column;
            Column like = schema.table(target).column(column);
            if (!table.columns().containsKey(own)) {
                table = table.with(own, Column.of(like.type()).withNullable(columns.chance(70)));
            }
            from.add(own);
        }
        ForeignKey foreign = new ForeignKey(
                from,
                target,
                key,
                columns.pick(List.of(Action.NO_ACTION, Action.CASCADE, Action.RESTRICT, Action.SET_NULL)),
                columns.pick(List.of(Action.NO_ACTION, Action.CASCADE)),
                columns.pick(List.of(Deferrable.NO, Deferrable.NO, Deferrable.IMMEDIATE, Deferrable.DEFERRED)),
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

    private <T> List<T> some(List<T> from, int percent) {
        return from.stream().filter(each -> columns.chance(percent)).toList();
    }

    private <T> List<T> few(List<T> from) {
        List<T> shuffled = shuffled(from);
        return shuffled.subList(0, Math.min(shuffled.size(), columns.chance(65) ? 1 : 2));
    }

    private <T> List<T> atLeastOne(List<T> some, List<T> from) {
        return some.isEmpty() ? List.of(columns.pick(from)) : some;
    }

    private <T> List<T> shuffled(List<T> from) {
        List<T> list = new ArrayList<>(from);
        Collections.shuffle(list, random);
        return list;
    }
}
