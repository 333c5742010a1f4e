package org.robotoverlord.changelog.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.NeededFill;
import org.robotoverlord.changelog.introspect.Introspector;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/**
 * A database: its SQL, its types, and how a run keeps to itself on it. Dialects are found by {@link Dialects} and carry no state.
 *
 * <p>To add one:
 *
 * <ol>
 *   <li>make a package below this one, with a class for each of {@code …Dialect}, {@code …Sql} (over {@link StandardSql}), {@code
 *       …Phrases} (over {@link Phrases}), {@code …Types}, {@code …Introspector}, {@code …Lock};
 *   <li>add a line to {@code META-INF/services};
 *   <li>throw {@link Unsupported} for what the database can't do, with what to write instead;
 *   <li>extend {@code DialectContract} in the tests: it runs every kind of change up and down.
 * </ol>
 */
public interface Dialect {
    /** Its name in changelogs and POMs: {@code postgresql}. */
    String name();

    /** What POMs and changelogs may call it: its name, and those of the databases that speak it. */
    default Set<String> names() {
        return Set.of(name());
    }

    /** What changelogs may call it where a server is known: of several databases that speak it, each may have a name. */
    default Set<String> names(Server server) {
        return names();
    }

    /** What a replay takes as given, for a database with a home of this name. */
    default Setting setting(String home) {
        return new Setting(home, builtInTypes(), names());
    }

    /** What a replay takes as given where the server is known. */
    default Setting setting(String home, Server server) {
        return new Setting(home, builtInTypes(), names(server));
    }

    /** What people call it: {@code PostgreSQL}. */
    String title();

    /** What people call the database of a server, where several speak it. */
    default String title(Server server) {
        return title();
    }

    /** Whether a JDBC URL leads to such a database. */
    boolean speaks(String jdbcUrl);

    /** The JDBC driver that it is tried with, in Maven's coordinates; empty where the plugin brings it anyway. */
    default Optional<String> driver() {
        return Optional.empty();
    }

    /**
     * What the driver is told beside user and password where a URL doesn't say it, by the driver's own names: that it doesn't wait for
     * ever for a server that isn't there, and notices soon that one is gone.
     *
     * @param application what the session calls itself
     */
    default Map<String, String> driverSettings(String jdbcUrl, String application) {
        return Map.of();
    }

    /** The file in which the driver looks for a password that nobody gave, as a person would write it. */
    default Optional<String> passwordFile() {
        return Optional.empty();
    }

    /** What the schemes of short URLs stand for in a JDBC URL: {@code postgres} for {@code jdbc:postgresql:}. */
    Map<String, String> shortUrls();

    /** The JDBC URL of the database in a file, made when it is first opened; empty where a database isn't a file, but a server's. */
    default Optional<String> urlOfFile(String path) {
        return Optional.empty();
    }

    /** The schema that names without one lie in, unless the app says otherwise. */
    String defaultSchema();

    /** Types beside the portable ones that are read by their own name, in lower case. */
    Set<String> builtInTypes();

    /** The version that SQL is written for where no server is there to ask. */
    Server newest();

    /** The same, where an app calls the dialect by one of the names that it has for several databases. */
    default Server newest(String called) {
        return newest();
    }

    /** Asks which version a server has. */
    Server server(Connection connection) throws SQLException;

    /**
     * What a session needs before anything else: that names without a schema are found in the app's own, that literals mean what
     * {@link #literal} means, that a holder of the lock which is gone is noticed.
     */
    List<String> sessionStatements(String home);

    /**
     * The SQL of changes, in order; neighbours are merged where one statement does for several.
     *
     * @param before the schema that the first change is applied to
     * @throws Unsupported if the database can't do one of them
     */
    List<Statement> statements(List<Change> changes, Schema before, Server server);

    /** What reads the schema of a live database. */
    Introspector introspector();

    /**
     * How a schema would come back from the database: with expressions, defaults and types as the server says them. Nothing stays
     * of the asking.
     *
     * @throws org.robotoverlord.changelog.problem.Problem if the server doesn't take it
     */
    Schema asPrinted(Connection connection, Schema wished) throws SQLException;

    /**
     * Refuses a connection whose transactions are not all of one session of the server, as a pooler may have it: what a session is
     * told would be another's, and so would the lock.
     *
     * @param beside opens another connection of the same kind; empty where none can be had
     * @throws org.robotoverlord.changelog.problem.Problem where that is seen
     */
    default void requireOwnSession(Connection connection, Optional<Beside> beside) throws SQLException {}

    /** What lets a session's statements wait so long for a lock of somebody else's, and no longer. */
    List<String> lockTimeout(Duration longest);

    /** What lets a session's statements take so long, and no longer; empty where they can only be cancelled from outside. */
    Optional<String> statementTimeout(Duration longest, Server server);

    /** Whether a statement that waits for a lock leaves those in peace meanwhile who come after it. */
    default boolean waitsInNobodysWay(Statement statement) {
        return false;
    }

    /** Who tells which sessions are in the way of one; empty where the database doesn't know. */
    default Optional<Blockers> blockers() {
        return Optional.empty();
    }

    /** A query that gives a row exactly where rows exist that the column's NOT NULL would leave without a value. */
    default String rowsToFill(NeededFill needed, Schema schema) {
        String rows =
                "select 1 from " + qualified(needed.table(), schema.setting().home());
        String wanting = needed.exists() ? " where " + identifier(needed.column()) + " is null" : "";
        return rows + wanting + " fetch first 1 rows only";
    }

    /** A name, quoted. */
    String identifier(String name);

    /** A name with its schema, quoted; the home where it says none. */
    String qualified(Name name, String home);

    /** A text as a literal. */
    String literal(String text);

    /** A value of a column of a portable or built-in type as a literal. */
    default String literal(ColumnType type, String text) {
        return literal(text);
    }

    /** A statement that makes the app's own schema where it isn't there yet. */
    String createHome(String home);

    /** Whether several statements travel in one batch of the driver; else each is run by itself, which where there is no network costs nothing. */
    default boolean sendsTogether() {
        return true;
    }

    /** The statement that begins a transaction. */
    default String begin() {
        return "begin";
    }

    /** An expression for this moment, as {@link #instant} reads it. */
    default String now() {
        return "current_timestamp";
    }

    /** A moment that was kept as a {@code timestamptz}. */
    default Instant instant(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    /** An expression for the milliseconds since the transaction began, or since the {@link #stopwatch}. */
    String elapsedMillis();

    /** A statement that is run before each step, where the database doesn't know when its transaction began. */
    default Optional<String> stopwatch() {
        return Optional.empty();
    }

    /**
     * What lets a transaction's commit return before it is on the disk: a statement for inside it, where the database keeps the order
     * of commits even so. Then a crash of the server loses the newest transactions, each whole, and none that a later usual commit
     * followed.
     */
    default Optional<String> unhurriedCommit() {
        return Optional.empty();
    }

    /**
     * Finds out what became of a statement that a run began outside a transaction and whose end nobody noted: the run was killed, its
     * connection lost, or the database said no. What the statement left half made is taken away, so that it can run again. Where
     * each statement is done whole or not at all, its own query tells.
     *
     * @param connection in no transaction
     * @param statement one that can't be in a transaction
     * @return whether it is done, exactly as the statement has it, so that it must not run again; false where that can't be told
     */
    default boolean settle(Connection connection, Statement statement) throws SQLException {
        if (statement.done().isEmpty()) {
            return false;
        }
        try (java.sql.Statement query = connection.createStatement();
                java.sql.ResultSet rows = query.executeQuery(statement.done().get())) {
            return rows.next();
        }
    }

    /** Whether {@link #settle} can tell that a statement is done; else it does no harm to run it again. */
    default boolean tells(Statement statement) {
        return statement.done().isPresent();
    }

    /** Whether a failure says that the table isn't there. */
    boolean saysNoTable(SQLException failure);

    /** Whether it is what the embedded server speaks, so that an app that sets no database gets one of its. */
    default boolean isEmbedded() {
        return false;
    }

    /** A statement that makes a database which is what another one is now; nobody is connected to that one. */
    String copyDatabase(String from, String to);

    /** A statement that makes an empty database on a server that is there; empty where databases are none of a server's, or are copied. */
    default Optional<String> createDatabase(String name) {
        return Optional.empty();
    }

    /** A statement that makes a role that nobody can log in as, unless it is there; empty where no schema names any. */
    default Optional<String> createRole(String name) {
        return Optional.empty();
    }

    /** A statement that drops a database with all that is in it. */
    String dropDatabase(String name);

    /** Empties a database: every schema goes with all that is in it, and the home is made anew. */
    void empty(Connection connection, String home) throws SQLException;

    /** How a run makes sure that it is the only one on the database. */
    RunLock lock();

    /**
     * What runs, of whomever, left half made in a database; nothing where each statement is done whole or not at all.
     *
     * @param home the app's own schema
     * @param schemas where it is looked for
     */
    default List<Leftover> leftovers(Connection connection, String home, Set<String> schemas) throws SQLException {
        return List.of();
    }

    /**
     * What saves a whole database into a file.
     *
     * @param access how the connection was opened
     * @param program the program that saves, where one does; empty for the usual
     * @throws org.robotoverlord.changelog.problem.Problem where it can't be saved, with what to do
     */
    Saver saver(Connection connection, Server server, Access access, Optional<String> program);

    /** What finds out what the session's user may not do. */
    default Rights rights() {
        return Rights.ALL;
    }

    /** What a failed statement's exception says, in the database's own words. */
    DatabaseMessage message(SQLException failure);
}
