package org.robotoverlord.it.build;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/** What a database answers. */
public final class Rows {
    private Rows() {}

    /** A connection; without {@code DriverManager}, which knows nothing of class loaders made by scripts. */
    public static Connection connect(String url) throws SQLException {
        return new Driver().connect(url, new Properties());
    }

    /** The rows of a query, columns joined by a space. */
    public static List<String> of(String url, String query) throws SQLException {
        try (Connection connection = connect(url)) {
            return of(connection, query);
        }
    }

    /** The rows of a query, columns joined by a space. */
    public static List<String> of(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> read = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                read.add(String.join(" ", row));
            }
            return read;
        }
    }
}
