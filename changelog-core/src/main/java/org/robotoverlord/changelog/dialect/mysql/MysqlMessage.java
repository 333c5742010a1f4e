package org.robotoverlord.changelog.dialect.mysql;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.dialect.DatabaseMessage;

/** Takes the driver's own words from what the server says, and tells by its number whether rows are to blame where its state doesn't. */
final class MysqlMessage {
    /** Out of range, cut short, no such value, not a date, a check that rows break. */
    private static final Set<Integer> ABOUT_ROWS = Set.of(1138, 1264, 1265, 1292, 1366, 1406, 1411, 3140, 3819, 4025);

    /** That the user has no right to look or act there. */
    static final int MAY_NOT = 1142;

    private static final String OF_ROWS = "22000";

    /**
     * States of the standard or of PostgreSQL's, for refusals that have none here: no such database, no right to it, too many connections, a
     * lock that isn't to be had, a deadlock, a statement that was ended, by somebody or for its time.
     */
    private static final Map<Integer, String> STATES = Map.of(
            1049,
            "3D000",
            1044,
            "42501",
            1040,
            "53300",
            1205,
            DatabaseMessage.LOCKED,
            1213,
            DatabaseMessage.DEADLOCK,
            1317,
            DatabaseMessage.CANCELLED,
            1969,
            DatabaseMessage.CANCELLED);

    private static final String NO_KEY = "RSA public key is not available";
    private static final String WITH_KEY =
            "Its password goes over the wire only where that is encrypted: add ?sslMode=verify-full to"
                    + " the URL, or sslMode=trust, or allowPublicKeyRetrieval=true where nobody stands between";

    private MysqlMessage() {}

    static DatabaseMessage of(SQLException failure) {
        SQLException said = failure;
        while (said.getErrorCode() == 0 && said.getCause() instanceof SQLException cause) {
            said = cause;
        }
        String message = String.valueOf(said.getMessage()).replaceFirst("^\\(conn[:=]\\d+\\) ", "");
        boolean noKey = message.contains(NO_KEY);
        String state = ABOUT_ROWS.contains(said.getErrorCode())
                ? OF_ROWS
                : noKey
                        ? "28000"
                        : STATES.getOrDefault(
                                said.getErrorCode(),
                                Optional.ofNullable(said.getSQLState()).orElse(""));
        return new DatabaseMessage(
                message, Optional.empty(), Optional.of(WITH_KEY).filter(way -> noKey), 0, state);
    }
}
