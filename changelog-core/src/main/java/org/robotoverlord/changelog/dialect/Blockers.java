package org.robotoverlord.changelog.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Says who holds the locks that a session waits for. It is asked from beside, while the session waits. */
public interface Blockers {
    /** A query for the number by which other sessions know the one that asks. */
    String ownNumber();

    /** The number by which other sessions know this one. */
    default long session(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ownNumber());
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Who is in the way of a session.
     *
     * @param beside another connection to the same database
     * @return one for each, as a person would say it: application, user, host, pid, since when, and its query in one line; empty where
     *     the session waits for nobody
     */
    List<String> of(Connection beside, long session) throws SQLException;

    /**
     * Ends what a session is waiting for where somebody in its way waits for it in turn: the database would end either of them, and
     * somebody else's work might be it.
     *
     * @return whether it was ended; then it fails as something that was cancelled
     */
    default boolean giveWay(Connection beside, long session) throws SQLException {
        return false;
    }
}
