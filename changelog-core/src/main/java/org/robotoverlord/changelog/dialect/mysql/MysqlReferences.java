package org.robotoverlord.changelog.dialect.mysql;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.schema.Action;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

/** Says which foreign keys the server keeps. One that it doesn't is left out for as long as changes are under way. */
final class MysqlReferences {
    private static final Set<PortableType> PLAIN = EnumSet.of(
            PortableType.BOOLEAN,
            PortableType.SMALLINT,
            PortableType.INTEGER,
            PortableType.BIGINT,
            PortableType.DECIMAL,
            PortableType.REAL,
            PortableType.DOUBLE,
            PortableType.CHAR,
            PortableType.VARCHAR,
            PortableType.JSON,
            PortableType.JSONB);

    private static final Set<PortableType> JSON = EnumSet.of(PortableType.JSON, PortableType.JSONB);

    private MysqlReferences() {}

    /** Why the server doesn't keep a foreign key of a table, with a way out; empty where it does. */
    static Optional<String> whyNot(Schema schema, Table table, ForeignKey key, MysqlPhrases write) {
        if (!mayBeNull(table, key)) {
            return Optional.of(
                    "sets NULL where NULL may not be; write cascade or restrict, or make its columns nullable");
        }
        if (changesChecked(table, key)) {
            return Optional.of("would change a column that a check reads; write restrict, or take the check away");
        }
        return schema.findTable(key.references()).flatMap(target -> whyNot(table, target, key, write));
    }

    private static Optional<String> whyNot(Table table, Table target, ForeignKey key, MysqlPhrases write) {
        for (int i = 0; i < key.columns().size(); i++) {
            Column from = table.columns().get(key.columns().get(i));
            Column to = target.columns().get(key.to().get(i));
            if (from == null || to == null || !comparable(from, write).equals(comparable(to, write))) {
                return Optional.of("is between columns of different types; give both sides the same in one changelog");
            }
            boolean follows = key.onUpdate() == Action.CASCADE && write.isMariadb();
            if (follows
                    && isRequired(table, key.columns().get(i))
                    && !isRequired(target, key.to().get(i))) {
                return Optional.of(
                        "would follow a change to NULL where NULL may not be; leave 'onUpdate' out, or make both"
                                + " sides NOT NULL");
            }
        }
        boolean found = MysqlKey.of(target, write).values().stream().anyMatch(each -> each.serves(key.to()));
        return found
                ? Optional.empty()
                : Optional.of(
                        "names the columns that it points to in another order than the key over them; write them in"
                                + " that order");
    }

    private static boolean changesChecked(Table table, ForeignKey key) {
        boolean changes = key.onDelete() == Action.SET_NULL
                || key.onUpdate() == Action.SET_NULL
                || key.onUpdate() == Action.CASCADE;
        return changes
                && table.checks().values().stream()
                        .anyMatch(check -> key.columns().stream()
                                .anyMatch(column -> check.check().mentions(column)));
    }

    private static boolean mayBeNull(Table table, ForeignKey key) {
        boolean sets = key.onDelete() == Action.SET_NULL || key.onUpdate() == Action.SET_NULL;
        return !sets || key.columns().stream().noneMatch(column -> isRequired(table, column));
    }

    private static boolean isRequired(Table table, String column) {
        return !table.column(column).nullable() || table.keyColumns().contains(column);
    }

    /** Texts may differ in their length. */
    private static String comparable(Column column, MysqlPhrases write) {
        String type = write.type(column.type()).replaceFirst("^(var)?char\\(\\d+\\)$", "text");
        return type + column.collation().map(collation -> " " + collation).orElse("");
    }

    /** The schema without the foreign keys that a column is in, on either side; itself where there are none. */
    static Schema without(Schema schema, Name name, String column) {
        Schema without = schema;
        for (Map.Entry<Name, Table> table : schema.tables().entrySet()) {
            Map<String, ForeignKey> keys = new LinkedHashMap<>(table.getValue().foreignKeys());
            boolean own = table.getKey().equals(schema.local(name));
            keys.values()
                    .removeIf(key -> own && key.columns().contains(column)
                            || schema.local(key.references()).equals(schema.local(name))
                                    && key.to().contains(column));
            without = keys.size() == table.getValue().foreignKeys().size()
                    ? without
                    : without.with(table.getKey(), table.getValue().withForeignKeys(keys));
        }
        return without;
    }

    /**
     * Whether MySQL copies a table to give a column another name, which it does not under a foreign key: where a check or a computed column
     * reads it, as these are said anew, and where a check reads any column that isn't a number, a short text or json.
     */
    static boolean isReadBeside(Table table, String column) {
        return table.checks().values().stream()
                        .map(Check::check)
                        .anyMatch(check -> table.columns().entrySet().stream()
                                .anyMatch(each -> (each.getKey().equals(column) || !isPlain(each.getValue()))
                                        && check.mentions(each.getKey())))
                || table.columns().values().stream()
                        .flatMap(each -> each.generated().stream())
                        .anyMatch(generated -> generated.sql().mentions(column));
    }

    /** Whether a foreign key of several columns points to a column: MySQL 8.0 renames the last of them and fails even so. */
    static boolean isPointedToBeside(Schema schema, Name name, String column) {
        return schema.tables().values().stream()
                .flatMap(table -> table.foreignKeys().values().stream())
                .anyMatch(key -> key.to().size() > 1
                        && key.to().contains(column)
                        && schema.local(key.references()).equals(schema.local(name)));
    }

    /** Whether a check, a computed column or a default reads a column; that it is JSON, MariaDB keeps as a check. */
    static boolean isRead(Table table, String column) {
        return table.column(column).type().portable().filter(JSON::contains).isPresent()
                || table.checks().values().stream()
                        .anyMatch(check -> check.check().mentions(column))
                || table.columns().values().stream()
                        .anyMatch(each -> each.generated()
                                        .filter(generated -> generated.sql().mentions(column))
                                        .isPresent()
                                || each.defaultValue()
                                        .filter(value -> value instanceof Value.Sql sql
                                                && sql.sql().mentions(column))
                                        .isPresent());
    }

    private static boolean isPlain(Column column) {
        return column.type()
                .portable()
                .filter(PLAIN::contains)
                .filter(type -> type != PortableType.VARCHAR
                        || !column.type().arguments().isEmpty())
                .isPresent();
    }
}
