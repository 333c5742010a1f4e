package org.robotoverlord.changelog.dialect;

import java.time.Duration;
import java.util.Optional;

/**
 * What a database says of a statement that failed.
 *
 * @param message its message
 * @param detail what it adds
 * @param hint what it advises
 * @param position which character of the statement it points to, counted from 1; 0 where it points to none
 * @param sqlState the state by the SQL standard; empty text where there is none
 */
public record DatabaseMessage(
        String message, Optional<String> detail, Optional<String> hint, int position, String sqlState) {
    /** PostgreSQL's states, for refusals that have none in the standard: a lock that isn't to be had, a deadlock. */
    public static final String LOCKED = "55P03";

    public static final String DEADLOCK = "40P01";

    /** Its state of a statement that was cancelled. */
    public static final String CANCELLED = "57014";

    /** Whether the database did nothing, for it didn't understand the statement or knows nothing of what it names, by the standard's class. */
    public boolean isNotUnderstood() {
        return sqlState.startsWith("42");
    }

    /** Whether somebody else's lock is to blame, or a deadlock with somebody else: later it may go well. */
    public boolean isAboutLocks() {
        return sqlState.equals(LOCKED) || sqlState.equals(DEADLOCK) || sqlState.equals("40001");
    }

    /** Whether it was ended for taking too long. */
    public boolean isTooLong() {
        return sqlState.equals(CANCELLED);
    }

    /** The same, where it was ended as it took longer than it may. */
    public DatabaseMessage afterSoLong(Duration longest) {
        return new DatabaseMessage(
                message,
                detail,
                Optional.of("A statement may take " + longest.toMillis() / 1000.0
                        + " s; give it more with -Drobot.statementTimeout=…, or take that out"),
                position,
                sqlState);
    }

    /** Whether the rows are to blame: a data exception or the violation of a constraint, by the standard's classes. */
    public boolean isAboutRows() {
        return sqlState.startsWith("22") || sqlState.startsWith("23");
    }
}
