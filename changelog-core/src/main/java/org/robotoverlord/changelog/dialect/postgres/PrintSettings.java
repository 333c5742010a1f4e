package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The settings that decide how the server prints names, expressions and values, so that the same schema prints the same on every
 * connection. They hold until the end of the transaction or savepoint.
 */
final class PrintSettings {
    private static final List<String> FIXED = List.of(
            "TimeZone", "UTC",
            "DateStyle", "ISO, YMD",
            "IntervalStyle", "postgres",
            "extra_float_digits", "1",
            "bytea_output", "hex",
            "lc_monetary", "C",
            "quote_all_identifiers", "off",
            "standard_conforming_strings", "on");

    private PrintSettings() {}

    /** @param searchPath the schemas whose names print without one, unless a schema before it has the name too */
    static void hold(Connection connection, List<String> searchPath) throws SQLException {
        List<String> settings = new ArrayList<>(FIXED);
        // Temporary tables come last, that they hide nothing.
        settings.addAll(List.of("search_path", path(searchPath) + ", pg_temp"));
        String query = "select " + "set_config(?, ?, true), ".repeat(settings.size() / 2) + "true";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < settings.size(); i++) {
                statement.setString(i + 1, settings.get(i));
            }
            statement.execute();
        }
    }

    /** A search path of these schemas. */
    static String path(List<String> schemas) {
        return schemas.stream()
                .map(schema -> '"' + schema.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", "));
    }
}
