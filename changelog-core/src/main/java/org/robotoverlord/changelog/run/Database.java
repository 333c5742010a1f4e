package org.robotoverlord.changelog.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.robotoverlord.changelog.dialect.Beside;
import org.robotoverlord.changelog.dialect.DatabaseMessage;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Leftover;
import org.robotoverlord.changelog.dialect.Patience;
import org.robotoverlord.changelog.dialect.Server;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * An open connection to a database, and who speaks its SQL. Transactions are begun and ended by statements of their own, so that
 * they travel with the rest.
 */
public final class Database implements AutoCloseable {
    private final Connection connection;
    private final Dialect dialect;
    private final Server server;
    private final String home;
    private final Ending ending = new Ending();
    private final Optional<Beside> beside;
    private final Limits limits;
    private volatile boolean waitsLonger;

    /** One of which no second connection can be had. */
    public Database(Connection connection, Dialect dialect, String home) {
        this(connection, dialect, home, Optional.empty());
    }

    /**
     * @param connection in auto-commit mode; closed with this
     * @param dialect who speaks its SQL
     * @param home the app's own schema
     * @param beside opens a second connection, for a look at who is in the way of the first
     * @throws Problem if the server doesn't answer, isn't one that the dialect knows, or isn't to be reached in this way
     */
    public Database(Connection connection, Dialect dialect, String home, Optional<Beside> beside) {
        this.connection = connection;
        this.dialect = dialect;
        this.home = home;
        this.beside = beside;
        this.limits = new Limits(connection, dialect);
        try {
            dialect.requireOwnSession(connection, beside);
            this.server = dialect.server(connection);
            runTogether(dialect.sessionStatements(home));
        } catch (SQLException broken) {
            throw failure("the connection can't be used", broken);
        }
    }

    public Connection connection() {
        return connection;
    }

    public Dialect dialect() {
        return dialect;
    }

    public Server server() {
        return server;
    }

    /** The app's own schema. */
    public String home() {
        return home;
    }

    /** What becomes of its statements when this program is told to end. */
    Ending ending() {
        return ending;
    }

    /** Opens a second connection. */
    Optional<Beside> beside() {
        return beside;
    }

    /** How long its statements wait. */
    Patience patience() {
        return limits.patience();
    }

    /**
     * Says how long statements wait for a lock and how long they may take, from now on.
     *
     * @throws Problem if the database refuses
     */
    public void have(Patience wished) {
        if (limits.are(wished)) {
            return;
        }
        try {
            runTogether(limits.settings(wished, server));
        } catch (SQLException refused) {
            throw failure("the session can't be told how long to wait", refused);
        }
        limits.become(wished);
    }

    /**
     * Lets the statements of some work wait as long for a lock as they are tried again otherwise, as they are in nobody's way.
     *
     * @throws Problem if the database refuses
     */
    void waitingLonger(Runnable work) {
        try {
            runTogether(dialect.lockTimeout(patience().longest()));
            waitsLonger = true;
            work.run();
            runTogether(dialect.lockTimeout(patience().lockTimeout()));
        } catch (Problem failed) {
            try {
                runTogether(dialect.lockTimeout(patience().lockTimeout()));
            } catch (SQLException gone) {
                failed.addSuppressed(gone);
            }
            throw failed;
        } catch (SQLException refused) {
            throw failure("the session can't be told how long to wait", refused);
        } finally {
            waitsLonger = false;
        }
    }

    /** Whether its statements are in nobody's way while they wait. */
    boolean isWaitingLonger() {
        return waitsLonger;
    }

    /**
     * Runs statements, in one round trip where the driver can.
     *
     * @throws BatchFailure with the position of the one that failed
     */
    void runTogether(List<String> statements) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            ending.begin(statement);
            statement.setEscapeProcessing(false);
            limits.answerWithin(statements.size());
            if (!dialect.sendsTogether()) {
                runEach(statements, statement);
                return;
            }
            int sent = 0;
            for (int i = 0; i < statements.size(); i++) {
                if (!joins(statement, statements.get(i))) {
                    send(statement, sent, i);
                    runAt(statements, i, statement);
                    sent = i + 1;
                }
            }
            send(statement, sent, statements.size());
        } finally {
            ending.over();
        }
    }

    /** Whether the driver takes a statement among others: not where one text holds several. What else is wrong, running it tells. */
    private static boolean joins(Statement batch, String sql) {
        try {
            batch.addBatch(sql);
            return true;
        } catch (SQLException byItself) {
            return false;
        }
    }

    /** Sends what joined: the statements from one position to before another. */
    private static void send(Statement batch, int from, int to) throws SQLException {
        try {
            batch.executeBatch();
        } catch (java.sql.BatchUpdateException failed) {
            throw BatchFailure.of(failed, to - from).after(from);
        }
    }

    private void runEach(List<String> statements, Statement statement) throws SQLException {
        for (int i = 0; i < statements.size(); i++) {
            runAt(statements, i, statement);
        }
    }

    private void runAt(List<String> statements, int position, Statement statement) throws SQLException {
        Deadline deadline = limits.deadline(statement);
        try {
            statement.execute(statements.get(position));
        } catch (SQLException failed) {
            throw new BatchFailure(failed, position);
        } finally {
            deadline.over();
        }
    }

    /** Whether a query gives a row. */
    boolean givesRow(String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (java.sql.ResultSet rows = statement.executeQuery(query)) {
                return rows.next();
            }
        }
    }

    /**
     * The rows of a query, each column as text, NULL as null.
     *
     * @throws Problem if the database refuses
     */
    public List<List<String>> texts(String query) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (java.sql.ResultSet rows = statement.executeQuery(query)) {
                List<List<String>> all = new java.util.ArrayList<>();
                while (rows.next()) {
                    List<String> row = new java.util.ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.add(rows.getString(i));
                    }
                    all.add(java.util.Collections.unmodifiableList(row));
                }
                return all;
            }
        } catch (SQLException failed) {
            throw failure("rows can't be read with " + query, failed);
        }
    }

    /**
     * Runs a statement by itself.
     *
     * @throws Problem if the database refuses
     */
    public void execute(String sql) {
        try {
            runTogether(List.of(sql));
        } catch (SQLException failed) {
            throw failure(sql + " failed", failed);
        }
    }

    /**
     * Runs a statement by itself, and says whether the database took it.
     *
     * @throws Problem if the connection is lost, or somebody else's lock is to blame
     */
    public boolean takes(String sql) {
        try {
            runTogether(List.of(sql));
            return true;
        } catch (SQLException refused) {
            if (dialect.message(refused).isAboutLocks()) {
                throw failure(sql + " failed", refused);
            }
            try {
                if (connection.isValid(0)) {
                    return false;
                }
            } catch (SQLException gone) {
                refused.addSuppressed(gone);
            }
            throw failure("the connection is lost", refused);
        }
    }

    /** What a database says, with what to do where a statement took longer than it may. */
    DatabaseMessage message(SQLException failed) {
        return limits.message(failed);
    }

    /** A problem of what a database says. */
    Problem failure(String what, SQLException failed) {
        DatabaseMessage said = message(failed);
        return new Problem(
                what + ": " + said.message()
                        + said.detail().map(detail -> " (" + detail + ")").orElse("")
                        + said.hint().map(hint -> ". " + hint).orElse(""),
                failed);
    }

    /**
     * The schema that the database has.
     *
     * @param like what says where names without a schema lie, and which schemas are read beside the home
     * @param include which tables are read
     * @throws Problem if the database refuses
     */
    public Schema live(Schema like, Predicate<Name> include) {
        try {
            return dialect.introspector().read(connection, like.setting(), like.schemas(), include);
        } catch (SQLException failed) {
            throw failure("the database can't be read", failed);
        }
    }

    /**
     * The schemas in which users' own things may lie.
     *
     * @throws Problem if the database refuses
     */
    public Set<String> schemas() {
        try {
            return dialect.introspector().schemas(connection);
        } catch (SQLException failed) {
            throw failure("the database can't be read", failed);
        }
    }

    /**
     * The extensions of which the database has the version that the server would make if nobody asked for one.
     *
     * @throws Problem if the database refuses
     */
    public Set<String> usualExtensions() {
        try {
            return dialect.introspector().usualExtensions(connection);
        } catch (SQLException failed) {
            throw failure("the database can't be read", failed);
        }
    }

    /**
     * What {@link #live} leaves out, object by object, as a person would say it.
     *
     * @throws Problem if the database refuses
     */
    public List<String> leftOut(Schema like, Predicate<Name> include) {
        try {
            return dialect.introspector().leftOut(connection, like.setting(), like.schemas(), include);
        } catch (SQLException failed) {
            throw failure("the database can't be read", failed);
        }
    }

    /**
     * How a schema would come back from the database.
     *
     * @throws Problem if the database refuses
     */
    public Schema asPrinted(Schema wished) {
        try {
            return dialect.asPrinted(connection, wished);
        } catch (SQLException failed) {
            throw failure("the schema can't be tried on the database", failed);
        }
    }

    /**
     * What runs left half made in some schemas.
     *
     * @throws Problem if the database refuses
     */
    public List<Leftover> leftovers(Set<String> schemas) {
        try {
            return dialect.leftovers(connection, home, schemas);
        } catch (SQLException failed) {
            throw failure("the database can't be read", failed);
        }
    }

    /**
     * Empties the database: every schema goes with all that is in it.
     *
     * @throws Problem if the database refuses
     */
    public void empty() {
        try {
            dialect.empty(connection, home);
        } catch (SQLException failed) {
            throw failure("the database can't be emptied", failed);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // What was committed is committed, and the server ends the rest by itself.
        }
    }
}
