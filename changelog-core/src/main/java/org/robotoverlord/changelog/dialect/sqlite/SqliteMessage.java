package org.robotoverlord.changelog.dialect.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.dialect.DatabaseMessage;

/** Takes apart what SQLite says of a failed statement: its driver puts words of its own around it, and gives no SQLSTATE. */
final class SqliteMessage {
    /** {@code [SQLITE_ERROR] SQL error or missing database (no such table: users)}. */
    private static final Pattern WRAPPED = Pattern.compile("\\[(SQLITE_\\w+)].*? \\((.*)\\)", Pattern.DOTALL);

    private static final int BUSY = 5;
    private static final int INTERRUPTED = 9;
    private static final int READ_ONLY = 8;
    private static final int CANNOT_OPEN = 14;
    private static final int CONSTRAINT = 19;
    private static final int MISMATCH = 20;
    private static final int PRIMARY = 0xff;

    private SqliteMessage() {}

    static DatabaseMessage of(SQLException failure) {
        String whole = String.valueOf(failure.getMessage());
        Matcher wrapped = WRAPPED.matcher(whole);
        String state = switch (failure.getErrorCode() & PRIMARY) {
            case BUSY -> DatabaseMessage.LOCKED;
            case INTERRUPTED -> DatabaseMessage.CANCELLED;
            case CONSTRAINT -> "23000";
            case MISMATCH -> "22000";
            default -> "";
        };
        Optional<String> hint = isBusy(failure)
                ? Optional.of("Another run, or another program, has the database's file to itself; wait for it to end")
                : Optional.empty();
        String said = wrapped.matches() ? wrapped.group(2) : whole;
        return new DatabaseMessage(said.replace(SqliteRebuild.FRESH, ""), Optional.empty(), hint, 0, state);
    }

    /** Whether somebody else has the file locked. */
    static boolean isBusy(SQLException failure) {
        return (failure.getErrorCode() & PRIMARY) == BUSY;
    }

    /** Whether the file, or the folder for its journal, may only be read. */
    static boolean isUnwritable(SQLException failure) {
        int code = failure.getErrorCode() & PRIMARY;
        return code == READ_ONLY || code == CANNOT_OPEN;
    }
}
