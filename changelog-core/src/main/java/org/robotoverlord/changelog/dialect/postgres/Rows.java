package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.schema.Name;

/** The rows of a catalogue query, one at a time. */
final class Rows {
    /** What is done with a row. */
    interface Reader {
        void read(Rows row) throws SQLException;
    }

    private final ResultSet result;

    private Rows(ResultSet result) {
        this.result = result;
    }

    /** Asks a query without parameters. */
    static void each(Connection connection, String query, Reader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            each(statement, reader);
        }
    }

    /** Asks a query whose parameter is an array. */
    static void each(Connection connection, String query, String elementType, Object[] elements, Reader reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            Array array = connection.createArrayOf(elementType, elements);
            statement.setArray(1, array);
            each(statement, reader);
            array.free();
        }
    }

    /** Asks a query whose parameters are texts. */
    static void each(Connection connection, String query, List<String> parameters, Reader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, parameters.get(i));
            }
            each(statement, reader);
        }
    }

    private static void each(PreparedStatement statement, Reader reader) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            Rows row = new Rows(result);
            while (result.next()) {
                reader.read(row);
            }
        }
    }

    String text(String column) throws SQLException {
        return result.getString(column);
    }

    Optional<String> optional(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    /** The first character of a column of type "char"; a space where it's empty. */
    char letter(String column) throws SQLException {
        String text = result.getString(column);
        return text == null || text.isEmpty() ? ' ' : text.charAt(0);
    }

    boolean is(String column) throws SQLException {
        return result.getBoolean(column);
    }

    int integer(String column) throws SQLException {
        return result.getInt(column);
    }

    long whole(String column) throws SQLException {
        return result.getLong(column);
    }

    /** A name as it stands in SQL that finds it: with its schema only where it is hidden without. */
    Optional<String> found(String name, String schema, String visible) throws SQLException {
        String local = result.getString(name);
        return local == null
                ? Optional.empty()
                : Optional.of(is(visible) ? local : Name.of(text(schema), local).toString());
    }

    /** The elements of an array of texts; none where it is NULL. */
    List<String> list(String column) throws SQLException {
        Array array = result.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** The elements of an array of texts like {@code fillfactor=70}, by what stands before the sign. */
    Map<String, String> parameters(String column) throws SQLException {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : list(column)) {
            int equals = parameter.indexOf('=');
            parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return parameters;
    }
}
