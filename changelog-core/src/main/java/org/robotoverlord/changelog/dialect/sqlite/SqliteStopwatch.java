package org.robotoverlord.changelog.dialect.sqlite;

/**
 * Remembers within a session when a step began. SQLite has no variables, and a script for its shell should need no table for it; so
 * the moment is kept in a number that the session has for its temporary tables and that does nothing by being so large.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_journal_size_limit">journal_size_limit</a>
 */
final class SqliteStopwatch {
    /** The milliseconds of this moment as SQLite reckons them. */
    private static final String NOW = "cast((julianday('now') - 2440587.5) * 86400000 as integer)";

    private SqliteStopwatch() {}

    /** The statement that begins; the database is this process, so its clock is this one. */
    static String begun() {
        return "pragma temp.journal_size_limit = " + System.currentTimeMillis();
    }

    /** The milliseconds since then; 0 where nothing began. */
    static String elapsed() {
        return "(select iif(journal_size_limit > 0, max(0, " + NOW
                + " - journal_size_limit), 0) from pragma_journal_size_limit where schema = 'temp')";
    }
}
