package org.robotoverlord.changelog.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.robotoverlord.changelog.introspect.Introspector;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/** Reads the schema of a SQLite database in one query: from the statements that made it. */
final class SqliteIntrospector implements Introspector {
    private static final String ALL = "select type, name, tbl_name, sql from main.sqlite_schema order by rowid";

    @Override
    public Schema read(Connection connection, Setting setting, Set<String> otherSchemas, Predicate<Name> include)
            throws SQLException {
        return catalogue(connection).schema(setting, include);
    }

    @Override
    public Set<String> schemas(Connection connection) {
        return Set.of();
    }

    @Override
    public List<String> leftOut(
            Connection connection, Setting setting, Set<String> otherSchemas, Predicate<Name> include)
            throws SQLException {
        return catalogue(connection).leftOut();
    }

    private static SqliteCatalogue catalogue(Connection connection) throws SQLException {
        SqliteCatalogue catalogue = new SqliteCatalogue();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                catalogue.add(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
            }
        }
        return catalogue;
    }
}
