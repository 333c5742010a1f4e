package org.robotoverlord.changelog.dialect;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.change.Change;

/**
 * One statement of SQL, and what it is for. It may give rows back, which nobody needs.
 *
 * @param sql the text, without a semicolon at its end
 * @param serves the changes it serves, at least one; several where neighbours were merged
 * @param transactional whether it may run in a transaction with others; where not, what came before is committed first, and it is
 *     committed before the next one runs
 * @param clause what makes it one with its neighbours; empty where it stands alone
 * @param done a query that gives a row exactly where the statement is done already, for one that can't be in a transaction; empty
 *     where it does no harm to run it again, or only the dialect can tell
 */
public record Statement(
        String sql, List<Change> serves, boolean transactional, Optional<Clause> clause, Optional<String> done) {
    public Statement {
        serves = List.copyOf(serves);
    }

    /** One that runs in the transaction of its changelog. */
    public static Statement of(String sql, Change change) {
        return new Statement(sql, List.of(change), true, Optional.empty(), Optional.empty());
    }

    /** One that serves several changes and runs in the transaction of its changelog. */
    public static Statement of(String sql, List<Change> serves) {
        return new Statement(sql, serves, true, Optional.empty(), Optional.empty());
    }

    /** One that can't be in a transaction, or what follows can't be in the same. */
    public static Statement outside(String sql, Change change) {
        return new Statement(sql, List.of(change), false, Optional.empty(), Optional.empty());
    }

    /** One that can't be in a transaction, and how to tell that it is done. */
    public static Statement outside(String sql, List<Change> serves, Optional<String> done) {
        return new Statement(sql, serves, false, Optional.empty(), done);
    }

    /** One that changes a table, and may be merged with its neighbours. */
    static Statement of(Clause clause, Change change) {
        return new Statement(
                clause.head() + " " + clause.text(), List.of(change), true, Optional.of(clause), Optional.empty());
    }

    /**
     * A clause of an {@code ALTER TABLE}.
     *
     * @param head what clauses of one table share: {@code ALTER TABLE "public"."users"}
     * @param text the clause: {@code ADD COLUMN "bio" text}
     * @param phase when the database takes it, whatever its place in the statement
     * @param column the column it is about; empty text where it is about none
     */
    public record Clause(String head, String text, Phase phase, String column) {}

    /**
     * The order in which a database takes the clauses of one {@code ALTER TABLE}, as PostgreSQL's {@code AT_PASS_…} have it. Clauses
     * are merged only where that is the order they were written in.
     */
    public enum Phase {
        DROP,
        RETYPE,
        ADD_COLUMN,
        REQUIRE,
        ADD_KEY,
        ADD_OTHER
    }
}
