package org.robotoverlord.changelog.dialect.mysql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Partitioning;
import org.robotoverlord.changelog.schema.RowSecurity;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/**
 * A table as the server keeps it, in words: each part by its name. Two of them tell what leads from one to the other. The server
 * keeps less than the schema says, for as long as that can't be: it numbers a column only while a key begins with it, and keeps a
 * foreign key only while both sides are of one type; and more: an index for a foreign key that no other serves.
 *
 * @param columns column → what stands after its name
 * @param keys index → its words, the primary key as {@link #PRIMARY}
 * @param checks check → its expression
 * @param foreignKeys foreign key → its words
 * @param options what is said of the table as a whole
 */
record MysqlTable(
        Map<String, String> columns,
        Map<String, MysqlKey> keys,
        Map<String, String> checks,
        Map<String, String> foreignKeys,
        Map<String, String> options) {
    /** The one name that every primary key has. */
    static final String PRIMARY = "PRIMARY";

    /**
     * A table of a schema.
     *
     * @throws Unsupported if the server can't keep a part of it
     */
    static MysqlTable of(Schema schema, Name name, MysqlPhrases write) {
        Table table = schema.table(name);
        write.requireKept(name);
        refuse(table, write);
        requireApart("column", name, table.columns().keySet());
        Map<String, MysqlKey> keys = MysqlKey.of(table, write);
        requireApart("key", name, keys.keySet());
        requireApart("check", name, table.checks().keySet());
        MysqlNames taken = MysqlNames.of(schema, write);
        Map<String, String> columns = new LinkedHashMap<>();
        inOrder(table)
                .forEach((column, is) -> columns.put(column, write.definition(is, isFirst(column, keys.values()))));
        Map<String, String> checks = new LinkedHashMap<>();
        table.checks().forEach((check, is) -> {
            if (!taken.hasCheckTwice(name, check)) {
                checks.put(check, write.whole(is.check()));
            }
        });
        Map<String, String> foreignKeys = new LinkedHashMap<>();
        table.foreignKeys().forEach((key, is) -> {
            String words = write.reference(is);
            if (!taken.hasForeignKeyTwice(name, key)
                    && MysqlReferences.whyNot(schema, table, is, write).isEmpty()) {
                foreignKeys.put(key, words);
            }
        });
        // By name, so that it matters to no index in which order the keys came.
        new TreeMap<>(table.foreignKeys()).forEach((key, is) -> {
            if (keys.values().stream().noneMatch(each -> each.serves(is.columns()))) {
                keys.put(key, MysqlKey.plain(is.columns(), write));
            }
        });
        return new MysqlTable(columns, keys, checks, foreignKeys, options(table, write));
    }

    private static void refuse(Table table, MysqlPhrases write) {
        if (!table.excludes().isEmpty()) {
            table.excludes().forEach(write::exclude);
        }
        if (table.partitioning().map(Partitioning::by).isPresent()) {
            throw new Unsupported(
                    "MySQL's partitions are no tables of their own; leave 'partitionBy' and 'partitions' out, and say"
                            + " partition by in an sql change, with dialect");
        }
        if (table.rowSecurity() != RowSecurity.OFF || !table.policies().isEmpty()) {
            throw new Unsupported(
                    "MySQL has no row security; leave 'rowSecurity' and 'policies' out, and give out views of the rows");
        }
    }

    /** Computed columns last: MySQL lets none read a column after it whose default is an expression. */
    private static Map<String, Column> inOrder(Table table) {
        Map<String, Column> ordered = new LinkedHashMap<>(table.columns());
        ordered.values().removeIf(column -> column.generated().isPresent());
        table.columns().forEach(ordered::putIfAbsent);
        return ordered;
    }

    private static void requireApart(String what, Name table, Set<String> names) {
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : names) {
            if (!seen.add(name)) {
                throw new Unsupported("MySQL tells no " + what + "s apart by case, and table '" + table
                        + "' has another '" + name + "'; give one of them another name");
            }
        }
    }

    static boolean isFirst(String column, Collection<MysqlKey> keys) {
        return keys.stream().anyMatch(key -> key.serves(List.of(column)));
    }

    private static Map<String, String> options(Table table, MysqlPhrases write) {
        Map<String, String> options = new LinkedHashMap<>(MysqlStorage.words(table.storage(), write));
        options.put("comment", write.literal(table.comment().orElse("")));
        return options;
    }

    /** All parts as CREATE TABLE takes them, one each. */
    Stream<String> parts(MysqlPhrases write) {
        return Stream.of(
                        columns.entrySet().stream()
                                .map(column -> write.name(column.getKey()) + " " + column.getValue()),
                        keys.entrySet().stream().map(key -> key.getValue().words(key.getKey(), write)),
                        checks.entrySet().stream()
                                .map(check ->
                                        "constraint " + write.name(check.getKey()) + " check " + check.getValue()),
                        foreignKeys.entrySet().stream()
                                .map(key -> "constraint " + write.name(key.getKey()) + " " + key.getValue()))
                .flatMap(part -> part);
    }

    /** What stands after the parts in CREATE TABLE, with a space before each. */
    String tail() {
        StringBuilder tail = new StringBuilder();
        options.forEach((option, value) -> {
            boolean silent = option.equals("comment") && value.equals("''");
            tail.append(silent ? "" : " " + option + " = " + value);
        });
        return tail.toString();
    }

    /** The statement that makes it. */
    String create(String what, String name, MysqlPhrases write) {
        List<String> parts = new ArrayList<>(parts(write).toList());
        if (parts.isEmpty()) {
            throw new Unsupported("MySQL has no table without a column; give it one in createTable");
        }
        return "create " + what + " " + name + " (\n  " + String.join(",\n  ", parts) + "\n)" + tail();
    }

    /** The columns that are said otherwise than in another, of those that both have. */
    Set<String> changedColumns(MysqlTable other) {
        Set<String> changed = new LinkedHashSet<>(columns.keySet());
        changed.removeIf(column ->
                !other.columns.containsKey(column) || other.columns.get(column).equals(columns.get(column)));
        return changed;
    }
}
