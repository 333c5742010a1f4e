package org.robotoverlord.it.crash;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** A database that runs die on, and what can be done to it meanwhile. */
interface Subject extends AutoCloseable {
    /** What people call it. */
    String title();

    /** What is run on it. */
    Migration migration();

    /** Makes it anew, empty. */
    void makeAnew() throws Exception;

    /** Where it is now. */
    String url();

    /** All that is in it, a line each, in the server's own words: what there is, its rows, and how far each changelog is. */
    List<String> contents() throws SQLException;

    /** Waits until nobody is at work on it or has a lock of it. */
    void awaitNobody();

    /** Holds up a statement of a session that is about to be sent, in the middle of its work where that can be done. */
    Hold hold(long session, String sql) throws SQLException;

    /** The same as a server's, where there is one and a connection to it. */
    default Optional<ServerSubject> server() {
        return Optional.empty();
    }

    /** A query for the number of a session. */
    String numbering();

    /** The number of a session. */
    default long session(Connection connection) throws SQLException {
        return session(connection, numbering());
    }

    static long session(Connection connection, String numbering) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(numbering)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    void close();
}
