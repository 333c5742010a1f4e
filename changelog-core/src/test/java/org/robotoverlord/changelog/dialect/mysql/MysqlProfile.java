package org.robotoverlord.changelog.dialect.mysql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.CreateSchema;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.dialect.Profile;
import org.robotoverlord.changelog.schema.Action;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequence;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.TableBody;

/** What of the grammar both MariaDB and MySQL have. */
public final class MysqlProfile {
    private static final Profile PROFILE = new Profile(
            Set.of(Profile.Has.ENUMS, Profile.Has.COMPUTED_KEYS, Profile.Has.VIEWS, Profile.Has.COMMENTS),
            MysqlProfile::column);

    /** Types that are PostgreSQL's own. */
    private static final Set<String> POSTGRES = Set.of("citext", "inet", "tstzrange", "varbit", "xml");

    private MysqlProfile() {}

    private static Column column(Column column) {
        Column plain = column.withCollation(column.collation().map(any -> "utf8mb4_bin"));
        ColumnType type = column.type();
        boolean number = type.is(PortableType.DECIMAL) && type.arguments().isEmpty();
        if (number) {
            return plain.withType(ColumnType.parse("decimal(20,5)"));
        }
        if (type.is(PortableType.INTERVAL)) {
            return plain.withDefault(Optional.empty()).withType(ColumnType.of("bigint"));
        }
        boolean elsewhere = type.portable().isEmpty() && (type.isNative() || POSTGRES.contains(type.name()));
        return elsewhere ? plain.withType(ColumnType.parse("varchar(200)")) : plain;
    }

    /** What is left of changes. */
    static List<Change> of(List<Change> changes) {
        List<Change> left = new ArrayList<>();
        changes.stream().filter(CreateSchema.class::isInstance).forEach(left::add);
        for (Change change : PROFILE.of(changes)) {
            left.add(
                    change instanceof CreateTable create
                            ? new CreateTable(
                                    create.name(),
                                    TableBody.of(
                                            create.name(),
                                            keyed(create.table()
                                                    .expand(create.name())
                                                    .table())))
                            : change);
        }
        return left;
    }

    /** What is left of a schema. */
    public static Schema of(Schema schema) {
        Schema left = PROFILE.of(schema);
        for (Map.Entry<Name, Table> table : List.copyOf(left.tables().entrySet())) {
            Table with = unread(keyed(table.getValue()));
            left = left.with(table.getKey(), with.mapSql(MysqlProfile::inWordsOfAll));
        }
        int count = 0;
        Set<String> taken = new HashSet<>();
        for (Name table : List.copyOf(left.tables().keySet())) {
            left = alike(left, table);
        }
        for (Name table : List.copyOf(left.tables().keySet())) {
            left = left.with(table, kept(left, left.table(table)));
            left = left.with(table, called(inOrder(left, left.table(table)), ++count, taken));
        }
        return left;
    }

    /** What is left of a schema on MariaDB: computed columns are in no primary key and not required, and NULL follows nowhere. */
    public static Schema onMariadb(Schema schema) {
        return withSequences(ableOnMariadb(schema), schema);
    }

    /** With the sequences of another, which go with no column. */
    private static Schema withSequences(Schema schema, Schema others) {
        Schema with = schema;
        for (Map.Entry<Name, Sequence> sequence : others.all(Kind.SEQUENCE).entrySet()) {
            with = sequence.getKey().schema().isEmpty()
                    ? with.with(
                            Kind.SEQUENCE,
                            sequence.getKey(),
                            sequence.getValue().withOwner(Optional.empty()))
                    : with;
        }
        return with;
    }

    private static Schema ableOnMariadb(Schema schema) {
        Schema plain = each(of(schema), (whole, table) -> {
            Table with = table;
            for (Map.Entry<String, Column> column : table.columns().entrySet()) {
                Column is = column.getValue();
                Column able = table.keyColumns().contains(column.getKey())
                        ? is.withGenerated(Optional.empty())
                        : is.generated().isPresent() ? is.withNullable(true) : is;
                with = with.with(column.getKey(), able);
            }
            return with;
        });
        return each(plain, (whole, table) -> {
            Table with = table;
            for (Map.Entry<String, ForeignKey> key : table.foreignKeys().entrySet()) {
                ForeignKey is = key.getValue();
                Table target = whole.table(is.references());
                boolean follows = IntStream.range(0, is.columns().size())
                        .noneMatch(i -> isRequired(table, is.columns().get(i))
                                && !isRequired(target, is.to().get(i)));
                with = follows
                        ? with
                        : with.with(
                                key.getKey(),
                                new ForeignKey(
                                        is.columns(),
                                        is.references(),
                                        is.to(),
                                        is.onDelete(),
                                        Action.NO_ACTION,
                                        is.deferrable(),
                                        is.external()));
            }
            return with;
        });
    }

    /** With no numbered column that a check or a computed column reads. */
    private static Table unread(Table table) {
        Table with = table;
        for (Map.Entry<String, Column> column : table.columns().entrySet()) {
            boolean isRead = table.checks().values().stream()
                            .anyMatch(check -> check.check().mentions(column.getKey()))
                    || table.columns().values().stream()
                            .flatMap(each -> each.generated().stream())
                            .anyMatch(generated -> generated.sql().mentions(column.getKey()));
            with = isRead ? with.with(column.getKey(), column.getValue().withIdentity(Optional.empty())) : with;
        }
        return with;
    }

    private static boolean isRequired(Table table, String column) {
        return !table.column(column).nullable() || table.keyColumns().contains(column);
    }

    private static Schema each(Schema schema, BiFunction<Schema, Table, Table> change) {
        Schema with = schema;
        for (Map.Entry<Name, Table> table : List.copyOf(schema.tables().entrySet())) {
            with = with.with(table.getKey(), change.apply(schema, table.getValue()));
        }
        return with;
    }

    private static Expression inWordsOfAll(Expression sql) {
        return Expression.of(sql.sql().replace("is distinct from", "<>"));
    }

    /** With foreign keys whose columns are of the type that they point to, to the letter. */
    private static Schema alike(Schema schema, Name name) {
        Schema with = schema.with(name, nulling(schema.table(name)));
        for (ForeignKey key : schema.table(name).foreignKeys().values()) {
            for (int i = 0; i < key.columns().size(); i++) {
                Column from = with.table(name).column(key.columns().get(i));
                Column to = with.table(key.references()).column(key.to().get(i));
                with = with.with(name, with.table(name).with(key.columns().get(i), from.withCollation(to.collation())));
            }
        }
        return with;
    }

    /** Without the foreign keys that share a column with one to a text of another collation. */
    private static Table kept(Schema schema, Table table) {
        Map<String, ForeignKey> kept = new LinkedHashMap<>(table.foreignKeys());
        kept.values()
                .removeIf(key -> IntStream.range(0, key.columns().size())
                        .anyMatch(i -> !table.column(key.columns().get(i))
                                .collation()
                                .equals(schema.table(key.references())
                                        .column(key.to().get(i))
                                        .collation())));
        return table.withForeignKeys(kept);
    }

    /** With texts that have an end where a key is over them. */
    private static Table keyed(Table table) {
        Set<String> keyed = new HashSet<>(table.keyColumns());
        table.uniques().values().forEach(unique -> keyed.addAll(unique.columns()));
        table.indexes().values().forEach(index -> keyed.addAll(index.columnNames()));
        table.foreignKeys().values().stream().map(ForeignKey::columns).forEach(keyed::addAll);
        Table with = unpadded(table);
        for (String name : keyed) {
            Column column = table.column(name);
            boolean endless = column.type().is(PortableType.TEXT)
                    || column.type().is(PortableType.VARCHAR)
                            && column.type().arguments().isEmpty();
            with = endless ? with.with(name, column.withType(ColumnType.parse("varchar(90)"))) : with;
        }
        return with;
    }

    /** MariaDB computes nothing of a text that is filled up with spaces. */
    private static Table unpadded(Table table) {
        Table with = table;
        for (Map.Entry<String, Column> column : table.columns().entrySet()) {
            boolean read = table.columns().values().stream()
                    .flatMap(each -> each.generated().stream())
                    .anyMatch(generated -> generated.sql().mentions(column.getKey()));
            boolean padded = column.getValue().type().is(PortableType.CHAR);
            with = read && padded
                    ? with.with(column.getKey(), column.getValue().withType(ColumnType.parse("varchar(90)")))
                    : with;
        }
        return with;
    }

    /** With no foreign key that sets NULL where NULL may not be, or changes what is checked. */
    private static Table nulling(Table table) {
        Table with = table;
        for (Map.Entry<String, ForeignKey> each : table.foreignKeys().entrySet()) {
            ForeignKey key = each.getValue();
            boolean mayBeNull = key.columns().stream()
                    .allMatch(column -> table.column(column).nullable()
                            && !table.keyColumns().contains(column));
            boolean isChecked = table.checks().values().stream()
                    .anyMatch(check -> key.columns().stream()
                            .anyMatch(column -> check.check().mentions(column)));
            with = with.with(
                    each.getKey(),
                    new ForeignKey(
                            key.columns(),
                            key.references(),
                            key.to(),
                            able(key.onDelete(), mayBeNull && !isChecked),
                            isChecked ? Action.NO_ACTION : able(key.onUpdate(), mayBeNull),
                            key.deferrable(),
                            key.external()));
        }
        return with;
    }

    private static Action able(Action action, boolean mayBeNull) {
        boolean able = action != Action.SET_DEFAULT && (action != Action.SET_NULL || mayBeNull);
        return able ? action : Action.NO_ACTION;
    }

    /** With foreign keys whose columns stand in the order of the key that they point to. */
    private static Table inOrder(Schema schema, Table table) {
        Table with = table;
        for (Map.Entry<String, ForeignKey> each : table.foreignKeys().entrySet()) {
            ForeignKey key = each.getValue();
            Table target = schema.table(key.references());
            List<List<String>> keys = new ArrayList<>(List.of(target.keyColumns()));
            target.uniques().values().forEach(unique -> keys.add(unique.columns()));
            target.indexes().values().stream().filter(Index::unique).forEach(index -> keys.add(index.columnNames()));
            List<String> order = keys.stream()
                    .filter(columns -> Set.copyOf(columns).equals(Set.copyOf(key.to())))
                    .findFirst()
                    .orElse(key.to());
            List<String> from = order.stream()
                    .map(column -> key.columns().get(key.to().indexOf(column)))
                    .toList();
            with = with.with(
                    each.getKey(),
                    new ForeignKey(
                            from,
                            key.references(),
                            order,
                            key.onDelete(),
                            key.onUpdate(),
                            key.deferrable(),
                            key.external()));
        }
        return with;
    }

    /** With names that no other foreign key, check or key has, in whatever case. */
    private static Table called(Table table, int number, Set<String> taken) {
        Set<String> keys = new HashSet<>();
        return table.withForeignKeys(called(table.foreignKeys(), number, taken))
                .withChecks(called(table.checks(), number, taken))
                .withUniques(called(table.uniques(), number, keys))
                .withIndexes(called(table.indexes(), number, keys));
    }

    private static <T> Map<String, T> called(Map<String, T> all, int number, Set<String> taken) {
        Map<String, T> called = new LinkedHashMap<>();
        all.forEach((name, one) -> {
            String free = name;
            for (int i = number; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
                free = name + " " + i;
            }
            called.put(DerivedName.shortened(free), one);
        });
        return called;
    }
}
