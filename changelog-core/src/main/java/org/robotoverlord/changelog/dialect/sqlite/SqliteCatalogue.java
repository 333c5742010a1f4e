package org.robotoverlord.changelog.dialect.sqlite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.View;

/** The statements that a database was made with, which are all that SQLite knows of it, and the schema that they say. */
final class SqliteCatalogue {
    private final Map<String, String> tables = new TreeMap<>();
    private final Map<String, Map<String, String>> indexes = new LinkedHashMap<>();
    private final Map<String, Map<String, TriggerText>> triggers = new TreeMap<>();
    private final Map<String, String> views = new TreeMap<>();
    private final List<String> leftOut = new ArrayList<>();

    /** Notes a row of {@code sqlite_schema}. */
    void add(String type, String name, String table, String sql) {
        if (name.startsWith("sqlite_") || sql == null) {
            return;
        }
        switch (type) {
            case "table" -> {
                if (sql.regionMatches(true, 0, "create virtual", 0, 14)) {
                    leftOut.add("virtual table '" + name + "' is left out");
                } else {
                    tables.put(name, sql);
                }
            }
            case "index" ->
                indexes.computeIfAbsent(table, none -> new TreeMap<>()).put(name, sql);
            case "view" -> {
                if (query(sql).isPresent()) {
                    views.put(name, sql);
                } else {
                    leftOut.add("view '" + name + "', which names its columns, is left out");
                }
            }
            default -> {
                TriggerText trigger = TriggerText.read(sql);
                if (trigger.isOfAView()) {
                    leftOut.add("trigger '" + name + "' of view '" + table + "' is left out");
                } else {
                    triggers.computeIfAbsent(table, none -> new TreeMap<>()).put(name, trigger);
                }
            }
        }
    }

    /** What models have no words for. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** @param include which tables and views are read */
    Schema schema(Setting setting, Predicate<Name> include) {
        Map<String, Table> all = new TreeMap<>();
        tables.forEach((name, sql) -> all.put(name, table(name, sql, setting)));
        Schema schema = Schema.empty(setting);
        for (Map.Entry<String, Table> each : all.entrySet()) {
            Name name = Name.of(each.getKey());
            if (include.test(name)) {
                schema = schema.with(name, each.getValue().withForeignKeys(pointing(each.getValue(), all, include)));
            }
        }
        for (Map.Entry<String, String> view : views.entrySet()) {
            Name name = Name.of(view.getKey());
            if (include.test(name)) {
                schema = schema.with(
                        Kind.VIEW, name, View.of(query(view.getValue()).orElseThrow()));
            }
        }
        for (Map.Entry<String, Map<String, TriggerText>> each : triggers.entrySet()) {
            Name table = Name.of(CreateTableText.spelled(each.getKey(), all.keySet()));
            for (Map.Entry<String, TriggerText> trigger : each.getValue().entrySet()) {
                schema = schema.findTable(table).isPresent()
                        ? trigger.getValue().into(schema, table, trigger.getKey())
                        : schema;
            }
        }
        return schema;
    }

    private Table table(String name, String sql, Setting setting) {
        Table bare = CreateTableText.read(Name.of(name), sql, setting.builtInTypes());
        Map<String, Index> read = new LinkedHashMap<>();
        indexes.getOrDefault(name, Map.of())
                .forEach((index, text) -> read.put(index, CreateIndexText.read(text, bare)));
        return bare.withIndexes(read);
    }

    /** The foreign keys, with tables and columns as these spell themselves; one to a table that isn't read is somebody else's. */
    private static Map<String, ForeignKey> pointing(Table table, Map<String, Table> all, Predicate<Name> include) {
        Map<String, ForeignKey> keys = new LinkedHashMap<>();
        table.foreignKeys().forEach((name, key) -> {
            String target = CreateTableText.spelled(key.references().local(), all.keySet());
            Table is = all.getOrDefault(target, Table.EMPTY);
            List<String> to = key.to().isEmpty()
                    ? is.keyColumns()
                    : key.to().stream()
                            .map(column ->
                                    CreateTableText.spelled(column, is.columns().keySet()))
                            .toList();
            boolean external = !all.containsKey(target) || !include.test(Name.of(target));
            if (to.size() == key.columns().size()) {
                keys.put(
                        name,
                        new ForeignKey(
                                key.columns(),
                                Name.of(target),
                                to,
                                key.onDelete(),
                                key.onUpdate(),
                                key.deferrable(),
                                external));
            }
        });
        return keys;
    }

    /** What a view shows; empty where it gives its columns names of their own. */
    private static Optional<String> query(String sql) {
        Tokens tokens = new Tokens(sql);
        tokens.skipPast("view");
        tokens.take("if", "not", "exists");
        tokens.qualifiedName();
        return tokens.take("as") ? Optional.of(Expression.of(tokens.rest()).sql()) : Optional.empty();
    }
}
