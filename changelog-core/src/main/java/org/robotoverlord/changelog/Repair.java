package org.robotoverlord.changelog;

import java.util.Locale;

/**
 * One thing that {@code robot:repair} can do to a database or its migration table.
 *
 * @param act what kind of thing
 * @param subject what it is done to: a changelog's id, or an index
 * @param told what is the matter, what will be done, and what not, in lines for a person
 * @param sql the statement that does it; for an interrupted changelog only the database's answer tells which
 */
public record Repair(Act act, String subject, String told, String sql) {
    /** The kinds of repairs, in the order in which they are done. */
    public enum Act {
        /** Finds out what became of the statement that a run ended at. */
        SETTLE,
        /** Lets a row follow its file, which got another name. */
        ADOPT,
        /** Lets a row follow its file, which means something else now. */
        ACCEPT,
        /** Takes away the row of a changelog whose file is gone. */
        FORGET,
        /** Drops what a run left half made. */
        DROP;

        /** As users read it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether another does the same, whatever else is told of it by then. */
    boolean isLike(Repair other) {
        return act == other.act && subject.equals(other.subject) && sql.equals(other.sql);
    }
}
