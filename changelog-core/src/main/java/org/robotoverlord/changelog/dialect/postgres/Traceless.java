package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/**
 * Work on a connection that leaves no trace: in a transaction of its own that is rolled back, or, where one is under way, in a
 * savepoint of it. Settings made for the transaction go with it.
 */
final class Traceless {
    /** What is done on the connection. */
    interface Work<T> {
        T run() throws SQLException;
    }

    private Traceless() {}

    static <T> T run(Connection connection, Work<T> work) throws SQLException {
        return connection.getAutoCommit() ? inTransaction(connection, work) : inSavepoint(connection, work);
    }

    private static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            return work.run();
        } finally {
            // In this order: turning autocommit on commits what is open.
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static <T> T inSavepoint(Connection connection, Work<T> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            return work.run();
        } finally {
            connection.rollback(before);
            connection.releaseSavepoint(before);
        }
    }
}
