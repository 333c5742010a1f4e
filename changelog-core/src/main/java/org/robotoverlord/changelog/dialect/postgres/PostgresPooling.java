package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.robotoverlord.changelog.dialect.Beside;
import org.robotoverlord.changelog.problem.Problem;

/**
 * Finds out whether a pooler stands between that gives each transaction a session of its own. One that stands between tells a number of
 * its own for the session; that it also gives away what isn't in a transaction is seen when a second connection is given the first
 * one's session, or the first one another.
 *
 * @see <a href="https://www.pgbouncer.org/features.html">what PgBouncer's modes break</a>
 */
final class PostgresPooling {
    private static final int TRIES = 5;

    /** A pool that has no session left lets whoever comes wait for longer than anybody would. */
    private static final int MILLIS = 5000;

    private PostgresPooling() {}

    static void refuse(Connection connection, Optional<Beside> beside) throws SQLException {
        Optional<Integer> told = told(connection);
        if (told.isEmpty() || beside.isEmpty()) {
            return;
        }
        long real = new PostgresSessions().session(connection);
        if (real != told.get() && isShared(connection, real, beside.get())) {
            throw problem();
        }
    }

    static Problem problem() {
        return new Problem("a pooler gives each transaction another session of the server, as PgBouncer does with"
                + " pool_mode = transaction; a run's settings and its lock are the session's. Give the URL of the server"
                + " itself, or of a pool with pool_mode = session.");
    }

    private static boolean isShared(Connection connection, long real, Beside beside) {
        try (Connection other = beside.open();
                Statement statement = other.createStatement()) {
            other.setNetworkTimeout(Runnable::run, MILLIS);
            for (int i = 0; i < TRIES; i++) {
                statement.execute("begin");
                boolean seen = new PostgresSessions().session(other) == real
                        || new PostgresSessions().session(connection) != real;
                statement.execute("rollback");
                if (seen) {
                    return true;
                }
            }
            return false;
        } catch (SQLException | Problem noOtherToBeHad) {
            // Then each transaction makes sure of its session by itself.
            return false;
        }
    }

    /** The number of the session as the driver was told it; the driver may come from another class loader, so it is asked by name. */
    private static Optional<Integer> told(Connection connection) {
        try {
            return Optional.of(
                    (Integer) connection.getClass().getMethod("getBackendPID").invoke(connection));
        } catch (ReflectiveOperationException notThisDriver) {
            return Optional.empty();
        }
    }
}
