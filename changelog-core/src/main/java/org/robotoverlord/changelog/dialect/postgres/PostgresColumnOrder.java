package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/**
 * The order in which the database has the columns of tables: one that was dropped and came again stands last. To the schema that is no
 * difference, but {@code select *} of a view says the columns in it.
 */
final class PostgresColumnOrder {
    private static final String COLUMNS = """
            select n.nspname as schema, c.relname as table, a.attname as column
            from pg_namespace n
            join pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'p')
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where n.nspname = any(?)
            order by c.oid, a.attnum""";

    private PostgresColumnOrder() {}

    /** The schema with the columns of its tables in the order of the database; those that it hasn't got follow. */
    static Schema of(Connection connection, Schema wished) throws SQLException {
        boolean matters = wished.all(Kind.VIEW).values().stream()
                .anyMatch(view -> view.query().holdsStar());
        if (!matters) {
            return wished;
        }
        List<String> schemas = new ArrayList<>(wished.schemas());
        schemas.add(wished.setting().home());
        Map<Name, List<String>> live = new LinkedHashMap<>();
        Rows.each(
                connection,
                COLUMNS,
                "text",
                schemas.toArray(),
                row -> live.computeIfAbsent(
                                wished.local(Name.of(row.text("schema"), row.text("table"))), none -> new ArrayList<>())
                        .add(row.text("column")));
        Schema ordered = wished;
        for (Map.Entry<Name, Table> table : wished.tables().entrySet()) {
            List<String> order = live.getOrDefault(table.getKey(), List.of());
            ordered = ordered.with(table.getKey(), ordered(table.getValue(), order));
        }
        return ordered;
    }

    private static Table ordered(Table table, List<String> order) {
        Map<String, Column> columns = new LinkedHashMap<>();
        order.stream()
                .filter(table.columns()::containsKey)
                .forEach(column -> columns.put(column, table.column(column)));
        table.columns().forEach(columns::putIfAbsent);
        return table.withColumns(columns);
    }
}
