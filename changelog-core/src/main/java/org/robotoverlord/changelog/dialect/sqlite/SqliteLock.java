package org.robotoverlord.changelog.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.robotoverlord.changelog.dialect.RunLock;

/**
 * An exclusive transaction, whose lock of the file is kept when it ends: in exclusive locking mode it stays until that is left, or the
 * process ends, however it does. It is one for the whole database, and keeps readers out as well.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_locking_mode">locking_mode</a>
 */
final class SqliteLock implements RunLock {
    private static final String LOOK = "select count(*) from sqlite_schema";

    @Override
    public boolean tryTake(Connection connection, String schema, String table) throws SQLException {
        // Where the journal is a write-ahead log, a lock that is asked for before the first look at the file never
        // goes.
        return succeeds(connection, LOOK, "pragma locking_mode = exclusive", "begin exclusive", "commit");
    }

    @Override
    public void release(Connection connection, String schema, String table) throws SQLException {
        giveBack(connection);
    }

    @Override
    public String holder(Connection connection, String schema, String table) throws SQLException {
        if (tryTake(connection, schema, table)) {
            release(connection, schema, table);
            return "";
        }
        return "whoever has the database's file open";
    }

    @Override
    public boolean letsOthersRead() {
        return false;
    }

    private static boolean succeeds(Connection connection, String... statements) throws SQLException {
        long patience = patience(connection);
        run(connection, patience(0));
        try {
            for (String statement : statements) {
                run(connection, statement);
            }
            return true;
        } catch (SQLException failed) {
            if (!SqliteMessage.isBusy(failed)) {
                throw failed;
            }
            giveBack(connection);
            return false;
        } finally {
            run(connection, patience(patience));
        }
    }

    /** How long a statement waits for a file that somebody else has locked. */
    static long patience(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma busy_timeout")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What lets a statement wait for a file that somebody else has locked. */
    static String patience(long millis) {
        return "pragma busy_timeout = " + millis;
    }

    /** The lock goes when the file is next looked at. */
    private static void giveBack(Connection connection) throws SQLException {
        run(connection, "pragma locking_mode = normal");
        try {
            run(connection, LOOK);
        } catch (SQLException othersHaveIt) {
            if (!SqliteMessage.isBusy(othersHaveIt)) {
                throw othersHaveIt;
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
