package org.robotoverlord.changelog.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.dialect.Access;
import org.robotoverlord.changelog.dialect.Blockers;
import org.robotoverlord.changelog.dialect.DatabaseMessage;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Moment;
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
import org.robotoverlord.changelog.schema.Setting;
import org.robotoverlord.changelog.schema.Value;

/** H2 from 2.3.230 on. */
public final class H2Dialect implements Dialect {
    static final String HOME = "public";

    /** What makes H2 take names without quotes as they are written in models and expressions. */
    private static final String LOWER_CASE = ";DATABASE_TO_LOWER=TRUE";

    private static final Server NEWEST = new Server(2, 5);
    private static final Server OLDEST = new Server(2, 3);
    private static final Set<Integer> NO_TABLE = Set.of(42102, 42103, 42104, 90079);

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public String title() {
        return "H2";
    }

    @Override
    public boolean speaks(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:h2:");
    }

    @Override
    public Map<String, String> shortUrls() {
        return Map.of("h2", "jdbc:h2:");
    }

    @Override
    public Optional<String> driver() {
        return Optional.of("com.h2database:h2:2.5.252");
    }

    @Override
    public Optional<String> urlOfFile(String path) {
        return Optional.of("jdbc:h2:" + path + LOWER_CASE);
    }

    @Override
    public String defaultSchema() {
        return HOME;
    }

    @Override
    public Set<String> builtInTypes() {
        return H2Types.BUILT_IN;
    }

    @Override
    public Server newest() {
        return NEWEST;
    }

    /** The name of the column tells what becomes of a name without quotes. */
    @Override
    public Server server(Connection connection) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select h2version() as Said")) {
            row.next();
            String version = row.getString(1);
            String[] parts = version.split("\\.");
            Server server = new Server(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            if (server.major() < OLDEST.major()
                    || server.major() == OLDEST.major() && server.minor() < OLDEST.minor()) {
                throw new Problem("the database is H2 " + version + "; 2.3 is the oldest that is known");
            }
            if (!row.getMetaData().getColumnLabel(1).equals("said")) {
                throw new Problem("this database of H2 makes names without quotes upper case, so that no expression"
                        + " would find its columns; add " + LOWER_CASE + " to the URL, here and in the application");
            }
            return server;
        }
    }

    @Override
    public List<String> sessionStatements(String home) {
        requireHome(home);
        return List.of();
    }

    private static void requireHome(String home) {
        if (!home.equals(HOME)) {
            throw new Unsupported("an app's own tables lie in the schema public in H2; leave <schema> out, and declare"
                    + " '" + home + "' in 'schemas' where it is wanted");
        }
    }

    @Override
    public List<Statement> statements(List<Change> changes, Schema before, Server server) {
        H2Names names = new H2Names();
        return Moment.walk(
                changes,
                before,
                server,
                moment -> H2Steps.of(moment.change().accept(new H2Sql(this, moment, names)), moment.change()));
    }

    @Override
    public Introspector introspector() {
        return new H2Introspector();
    }

    @Override
    public Schema asPrinted(Connection connection, Schema wished) throws SQLException {
        return new H2ReadBack(this, server(connection)).asPrinted(connection, wished);
    }

    @Override
    public String identifier(String name) {
        return '"' + withoutNul(name).replace("\"", "\"\"") + '"';
    }

    @Override
    public String qualified(Name name, String home) {
        return identifier(name.schema().orElse(home)) + "." + identifier(name.local());
    }

    @Override
    public String literal(String text) {
        return "'" + withoutNul(text).replace("'", "''") + "'";
    }

    /** Bytes and JSON have literals of their own: a text would stay one. */
    @Override
    public String literal(ColumnType type, String text) {
        return new H2Phrases(this, Schema.empty(new Setting(HOME, builtInTypes())), NEWEST)
                .value(type, Value.literal(text));
    }

    private static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Problem("'" + text.replace("\0", "\\0")
                    + "' holds the character NUL, which no name and few texts should hold; take it out");
        }
        return text;
    }

    @Override
    public String createHome(String home) {
        requireHome(home);
        return "set schema public";
    }

    /** Its driver goes on after a statement of a batch that failed. */
    @Override
    public boolean sendsTogether() {
        return false;
    }

    @Override
    public Optional<String> stopwatch() {
        return Optional.of("set @robot_began = " + MOMENT);
    }

    /** The session's own clock goes on within a transaction, as {@code current_timestamp} doesn't. */
    @Override
    public String elapsedMillis() {
        return "coalesce(datediff(millisecond, @robot_began, " + MOMENT + "), 0)";
    }

    private static final String MOMENT =
            "(select executing_statement_start from information_schema.sessions" + " where session_id = session_id())";

    @Override
    public List<String> lockTimeout(Duration longest) {
        return List.of("set lock_timeout " + longest.toMillis());
    }

    @Override
    public Optional<String> statementTimeout(Duration longest, Server server) {
        return Optional.of("set query_timeout " + longest.toMillis());
    }

    @Override
    public Optional<Blockers> blockers() {
        return Optional.of(new H2Sessions());
    }

    @Override
    public boolean saysNoTable(SQLException failure) {
        return NO_TABLE.contains(failure.getErrorCode());
    }

    @Override
    public String copyDatabase(String from, String to) {
        throw new Unsupported("a database of H2 is a file, which no statement copies; copy the file");
    }

    @Override
    public String dropDatabase(String name) {
        throw new Unsupported("a database of H2 is a file, which no statement drops; delete the file");
    }

    @Override
    public void empty(Connection connection, String home) throws SQLException {
        H2Emptying.empty(connection, this);
    }

    @Override
    public RunLock lock() {
        return new H2Lock();
    }

    @Override
    public Saver saver(Connection connection, Server server, Access access, Optional<String> program) {
        return H2Saver.of(connection, access);
    }

    @Override
    public DatabaseMessage message(SQLException failure) {
        return H2Message.of(failure);
    }
}
