package org.robotoverlord.changelog.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes sure that one run at a time changes a database's migration table. It is held by the connection that migrates, so that it
 * goes when that goes, and it is polled: nobody ever waits inside the database.
 */
public interface RunLock {
    /**
     * Takes the lock if nobody has it.
     *
     * @param schema the schema of the migration table
     * @param table the migration table
     * @return whether this connection has it now
     */
    boolean tryTake(Connection connection, String schema, String table) throws SQLException;

    /** Gives the lock back. */
    void release(Connection connection, String schema, String table) throws SQLException;

    /** Who has the lock, as a person would say it: application, host, pid, since when; empty text where that can't be told. */
    String holder(Connection connection, String schema, String table) throws SQLException;
}
