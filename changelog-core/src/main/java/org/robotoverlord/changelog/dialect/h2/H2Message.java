package org.robotoverlord.changelog.dialect.h2;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.dialect.DatabaseMessage;

/** Takes what H2 says of a failed statement without the statement, which it repeats. */
final class H2Message {
    private static final Pattern SAID =
            Pattern.compile("(.*?)(?:; SQL statement:\n.*)?(?: \\[\\d+-\\d+])?", Pattern.DOTALL);

    /** That a column which is to be NOT NULL holds NULLs, for which H2 has a state of its own. */
    private static final int HOLDS_NULL = 90081;

    private static final String NOT_NULL_VIOLATION = "23502";

    /** A lock that isn't to be had within its time, a deadlock. */
    private static final Set<Integer> LOCKED = Set.of(50200, 40001);

    private H2Message() {}

    static DatabaseMessage of(SQLException failure) {
        Matcher said = SAID.matcher(String.valueOf(failure.getMessage()));
        String message = said.matches() ? said.group(1) : failure.getMessage();
        String state = failure.getErrorCode() == HOLDS_NULL
                ? NOT_NULL_VIOLATION
                : LOCKED.contains(failure.getErrorCode())
                        ? DatabaseMessage.LOCKED
                        : Optional.ofNullable(failure.getSQLState()).orElse("");
        return new DatabaseMessage(message, Optional.empty(), Optional.empty(), 0, state);
    }
}
