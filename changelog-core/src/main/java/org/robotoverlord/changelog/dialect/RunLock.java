package org.robotoverlord.changelog.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Makes sure that one run at a time changes a database's migration table. It is held by the connection that migrates, so that it
 * goes when that goes, and it is polled: nobody ever waits inside the database. Each run has one of its own.
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

    /**
     * A statement for the beginning of each transaction, which fails where the session isn't the one that took the lock; empty where it
     * can't be another.
     */
    default Optional<String> guard() {
        return Optional.empty();
    }

    /** Whether others may read the database while somebody has the lock. */
    default boolean letsOthersRead() {
        return true;
    }

    /** Gives the lock back. */
    void release(Connection connection, String schema, String table) throws SQLException;

    /** Who has the lock, as a person would say it: application, host, pid, since when; empty text where that can't be told. */
    String holder(Connection connection, String schema, String table) throws SQLException;

    /**
     * Lets those who wait see what the holder is at, where it gets further without noting it in the migration table. Does nothing where
     * they couldn't see it.
     *
     * @param activity another one whenever it got further; empty where that is over
     */
    default void show(Connection connection, Optional<String> activity) throws SQLException {}

    /** Something that is another whenever the holder shows that it got further; empty text where nothing can be seen. */
    default String shown(Connection connection, String schema, String table) throws SQLException {
        return "";
    }
}
