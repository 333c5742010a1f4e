package org.robotoverlord.changelog.dialect;

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
    /** Whether the database did nothing, for it didn't understand the statement or knows nothing of what it names, by the standard's class. */
    public boolean isNotUnderstood() {
        return sqlState.startsWith("42");
    }

    /** Whether the rows are to blame: a data exception or the violation of a constraint, by the standard's classes. */
    public boolean isAboutRows() {
        return sqlState.startsWith("22") || sqlState.startsWith("23");
    }
}
