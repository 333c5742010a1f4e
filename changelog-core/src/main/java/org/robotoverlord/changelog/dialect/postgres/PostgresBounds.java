package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Partitioning;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

/**
 * Says how bounds of partitions would come back from the server: {@code 2026-1-1} as {@code 2026-01-01}. One query a type, however
 * many partitions there are; none is made for it.
 */
final class PostgresBounds {
    private final Phrases write;

    /** @param write what names types */
    PostgresBounds(Phrases write) {
        this.write = write;
    }

    /**
     * @return the same schema with bounds in the server's words
     * @throws Problem for a bound that the server doesn't take
     */
    Schema asPrinted(Connection connection, Schema wished) throws SQLException {
        Map<ColumnType, Set<String>> unclear = new LinkedHashMap<>();
        wished.tables()
                .values()
                .forEach(table -> mapUnclear(wished, table, (type, text) -> {
                    unclear.computeIfAbsent(type, none -> new TreeSet<>()).add(text);
                    return text;
                }));
        if (unclear.isEmpty()) {
            return wished;
        }
        Map<ColumnType, Map<String, String>> printed = new HashMap<>();
        try {
            Traceless.run(connection, () -> {
                PrintSettings.hold(connection, List.of(wished.setting().home()));
                for (Map.Entry<ColumnType, Set<String>> each : unclear.entrySet()) {
                    printed.put(each.getKey(), print(connection, each.getKey(), each.getValue()));
                }
                return printed;
            });
        } catch (SQLException failed) {
            throw Refusal.explained(failed);
        }
        Schema completed = wished;
        for (Map.Entry<Name, Table> table : wished.tables().entrySet()) {
            Table with = mapUnclear(
                    wished, table.getValue(), (type, text) -> printed.get(type).get(text));
            completed = with == table.getValue() ? completed : completed.with(table.getKey(), with);
        }
        return completed;
    }

    private Map<String, String> print(Connection connection, ColumnType type, Set<String> texts) throws SQLException {
        Map<String, String> printed = new HashMap<>();
        Rows.each(
                connection,
                "select v as given, v::" + write.type(type) + "::text as printed from unnest(?) v",
                "text",
                texts.toArray(),
                row -> printed.put(row.text("given"), row.text("printed")));
        return printed;
    }

    /** What is done with a literal of a type. */
    private interface Change {
        String of(ColumnType type, String text);
    }

    private static Table mapUnclear(Schema schema, Table table, Change change) {
        if (table.partitions().isEmpty()) {
            return table;
        }
        Partitioning is = table.partitioning().orElseThrow();
        Partitioning mapped = is;
        for (String column : is.by().columns()) {
            ColumnType type = table.column(column).type();
            if (!OnlyServerKnows.isPlain(schema, type)) {
                mapped = mapped.mapValues(
                        column::equals,
                        value -> value instanceof Value.Literal literal
                                ? Value.literal(change.of(type, literal.text()))
                                : value);
            }
        }
        return mapped == is ? table : table.withPartitioning(Optional.of(mapped.fitted(table.columns())));
    }
}
