package org.robotoverlord.changelog.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.NeededFill;
import org.robotoverlord.changelog.dialect.Access;
import org.robotoverlord.changelog.dialect.DatabaseMessage;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Patience;
import org.robotoverlord.changelog.dialect.Rights;
import org.robotoverlord.changelog.dialect.RunLock;
import org.robotoverlord.changelog.dialect.Saver;
import org.robotoverlord.changelog.dialect.Server;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.introspect.Introspector;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Value;

/** SQLite, 3.35 and newer. */
public final class SqliteDialect implements Dialect {
    private static final Server NEWEST = new Server(3, 54);

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public String title() {
        return "SQLite";
    }

    @Override
    public boolean speaks(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:sqlite:");
    }

    @Override
    public Map<String, String> shortUrls() {
        return Map.of("sqlite", "jdbc:sqlite:");
    }

    @Override
    public Optional<String> driver() {
        return Optional.of("org.xerial:sqlite-jdbc:3.54.1.0");
    }

    @Override
    public Optional<String> urlOfFile(String path) {
        return Optional.of("jdbc:sqlite:" + path);
    }

    @Override
    public String defaultSchema() {
        return "main";
    }

    @Override
    public Set<String> builtInTypes() {
        return SqliteTypes.BUILT_IN;
    }

    @Override
    public Server newest() {
        return NEWEST;
    }

    /** The library's version, of the driver: a query would have to look at the file, which somebody may have to himself. */
    @Override
    public Server server(Connection connection) throws SQLException {
        String[] parts = connection.getMetaData().getDatabaseProductVersion().split("\\.");
        return new Server(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /** Foreign keys are checked before each commit: a table that is made anew is dropped, which would delete what points to it. */
    @Override
    public List<String> sessionStatements(String home) {
        requireHome(home);
        return List.of(
                SqliteLock.patience(Patience.USUAL.lockTimeout().toMillis()),
                "pragma foreign_keys = off",
                "pragma legacy_alter_table = off",
                "pragma recursive_triggers = off");
    }

    private void requireHome(String home) {
        if (!home.equals(defaultSchema())) {
            createHome(home);
        }
    }

    @Override
    public List<Statement> statements(List<Change> changes, Schema before, Server server) {
        return new SqliteChanges(this, before).statements(changes, server);
    }

    @Override
    public Introspector introspector() {
        return new SqliteIntrospector();
    }

    @Override
    public Schema asPrinted(Connection connection, Schema wished) throws SQLException {
        return SqliteReadBack.asPrinted(wished, new SqlitePhrases(this, wished, server(connection)));
    }

    @Override
    public String rowsToFill(NeededFill needed, Schema schema) {
        String rows = Dialect.super.rowsToFill(needed, schema);
        return rows.substring(0, rows.lastIndexOf(" fetch first")) + " limit 1";
    }

    @Override
    public String identifier(String name) {
        return '"' + withoutNul(name).replace("\"", "\"\"") + '"';
    }

    @Override
    public String qualified(Name name, String home) {
        if (name.schema().filter(schema -> !schema.equals(home)).isPresent()) {
            throw new Unsupported("SQLite has no schemas, and '" + name + "' lies in one; give it a name without");
        }
        return identifier(name.local());
    }

    @Override
    public String literal(String text) {
        return "'" + withoutNul(text).replace("'", "''") + "'";
    }

    /** Truth and bytes have literals of their own: a text would stay one in their columns. */
    @Override
    public String literal(ColumnType type, String text) {
        return new SqlitePhrases(this, Schema.empty(setting(defaultSchema())), NEWEST).value(type, Value.literal(text));
    }

    private static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Problem("'" + text.replace("\0", "\\0")
                    + "' holds the character NUL, at which SQLite's text ends; take it out");
        }
        return text;
    }

    @Override
    public String createHome(String home) {
        throw new Unsupported("SQLite has no schemas, so none can be called '" + home + "'; leave <schema> out");
    }

    /** A driver without a network sends nothing. */
    @Override
    public boolean sendsTogether() {
        return false;
    }

    @Override
    public String now() {
        return "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";
    }

    @Override
    public Instant instant(ResultSet row, int column) throws SQLException {
        return Instant.parse(row.getString(column));
    }

    @Override
    public Optional<String> stopwatch() {
        return Optional.of(SqliteStopwatch.begun());
    }

    @Override
    public String elapsedMillis() {
        return SqliteStopwatch.elapsed();
    }

    @Override
    public List<String> lockTimeout(Duration longest) {
        return List.of(SqliteLock.patience(longest.toMillis()));
    }

    /** It has none: a statement is interrupted from outside. */
    @Override
    public Optional<String> statementTimeout(Duration longest, Server server) {
        return Optional.empty();
    }

    @Override
    public boolean saysNoTable(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("no such table: ");
    }

    @Override
    public String copyDatabase(String from, String to) {
        throw new Unsupported("a database of SQLite is a file, which no statement copies; copy the file");
    }

    @Override
    public String dropDatabase(String name) {
        throw new Unsupported("a database of SQLite is a file, which no statement drops; delete the file");
    }

    @Override
    public void empty(Connection connection, String home) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            List<String> drops = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select type, name from main.sqlite_schema"
                    + " where type in ('view', 'table') and name not like 'sqlite\\_%' escape '\\'"
                    + " order by type = 'table'")) {
                while (rows.next()) {
                    drops.add("drop " + rows.getString(1) + " " + identifier(rows.getString(2)));
                }
            }
            statement.execute("begin");
            for (String drop : drops) {
                statement.execute(drop);
            }
            statement.execute("commit");
        }
    }

    @Override
    public RunLock lock() {
        return new SqliteLock();
    }

    @Override
    public Rights rights() {
        return new SqliteRights();
    }

    @Override
    public Saver saver(Connection connection, Server server, Access access, Optional<String> program) {
        return new SqliteSaver(connection);
    }

    @Override
    public DatabaseMessage message(SQLException failure) {
        return SqliteMessage.of(failure);
    }
}
