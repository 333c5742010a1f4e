package org.robotoverlord.changelog.dialect.mysql;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.dialect.DatabaseMessage;

/** Takes the driver's own words from what the server says, and tells by its number whether rows are to blame where its state doesn't. */
final class MysqlMessage {
    /** Out of range, cut short, no such value, not a date, a check that rows break. */
    private static final Set<Integer> ABOUT_ROWS = Set.of(1138, 1264, 1265, 1292, 1366, 1406, 1411, 3140, 3819, 4025);

    private static final String OF_ROWS = "22000";

    private MysqlMessage() {}

    static DatabaseMessage of(SQLException failure) {
        SQLException said = failure;
        while (said.getErrorCode() == 0 && said.getCause() instanceof SQLException cause) {
            said = cause;
        }
        String message = String.valueOf(said.getMessage()).replaceFirst("^\\(conn[:=]\\d+\\) ", "");
        String state = ABOUT_ROWS.contains(said.getErrorCode())
                ? OF_ROWS
                : Optional.ofNullable(said.getSQLState()).orElse("");
        return new DatabaseMessage(message, Optional.empty(), Optional.empty(), 0, state);
    }
}
