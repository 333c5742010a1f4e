package org.robotoverlord.changelog.dialect.h2;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import org.robotoverlord.changelog.dialect.Creation;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Server;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/**
 * Says how a wished schema would come back from the database: it is made in a database of its own in memory, which the same driver
 * keeps, and read from there. Foreign keys to tables that somebody else manages are the wished ones.
 */
final class H2ReadBack {
    private static final String SETTINGS = "select setting_name, setting_value from information_schema.settings"
            + " where setting_name in ('MODE', 'DEFAULT_NULL_ORDERING', 'DATABASE_TO_LOWER', 'DATABASE_TO_UPPER',"
            + " 'CASE_INSENSITIVE_IDENTIFIERS')";

    private final Dialect dialect;
    private final Server server;

    H2ReadBack(Dialect dialect, Server server) {
        this.dialect = dialect;
        this.server = server;
    }

    /** @throws Problem if the database doesn't take it */
    Schema asPrinted(Connection connection, Schema wished) throws SQLException {
        Schema own = withForeignKeys(wished, false);
        try (Connection memory = memory(connection)) {
            try (java.sql.Statement statement = memory.createStatement()) {
                statement.setEscapeProcessing(false);
                for (Statement each : dialect.statements(Creation.of(own), Schema.empty(wished.setting()), server)) {
                    execute(statement, each.sql());
                }
            }
            Schema printed = dialect.introspector().read(memory, wished.setting(), wished.schemas(), name -> true);
            return withExternals(printed, wished);
        }
    }

    private static void execute(java.sql.Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new Problem(
                    "H2 doesn't take it: " + H2Message.of(refused).message() + "\n  statement: " + sql, refused);
        }
    }

    private static Schema withForeignKeys(Schema schema, boolean external) {
        Schema with = schema;
        for (Map.Entry<Name, Table> table : schema.tables().entrySet()) {
            Map<String, ForeignKey> keys = new LinkedHashMap<>(table.getValue().foreignKeys());
            boolean other = keys.values().removeIf(key -> key.external() != external);
            with = other ? with.with(table.getKey(), table.getValue().withForeignKeys(keys)) : with;
        }
        return with;
    }

    private static Schema withExternals(Schema printed, Schema wished) {
        Schema with = printed;
        for (Map.Entry<Name, Table> table :
                withForeignKeys(wished, true).tables().entrySet()) {
            Map<String, ForeignKey> keys =
                    new LinkedHashMap<>(printed.table(table.getKey()).foreignKeys());
            keys.putAll(table.getValue().foreignKeys());
            with = with.with(table.getKey(), with.table(table.getKey()).withForeignKeys(keys));
        }
        return with;
    }

    /** An empty database that nobody else sees, with the settings of another. */
    private static Connection memory(Connection connection) throws SQLException {
        StringBuilder url = new StringBuilder("jdbc:h2:mem:");
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SETTINGS)) {
            while (rows.next()) {
                url.append(';').append(rows.getString(1)).append('=').append(rows.getString(2));
            }
        }
        return driver(connection, url.toString()).connect(url.toString(), new Properties());
    }

    /** The driver may have a class loader of its own, where nobody but it is found. */
    private static Driver driver(Connection connection, String url) throws SQLException {
        ClassLoader loader = connection.getMetaData().getClass().getClassLoader();
        for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
            if (driver.acceptsURL(url)) {
                return driver;
            }
        }
        return DriverManager.getDriver(url);
    }
}
