package org.robotoverlord.changelog.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.plan.Takeover;

/**
 * Puts the rows of squashes in the place of those of what they replace, each in one transaction: either they are there or the squash's
 * is. Nothing else of the database is touched. The lock is held by now.
 */
public final class TakingOver {
    private final Database database;
    private final Journal journal;
    private final Progress progress;
    private final Retrying retrying;
    private final Optional<String> guard;

    /**
     * @param retrying who does again what a lock stopped
     * @param guard the lock's own word on whether it is held
     */
    public TakingOver(
            Database database, Journal journal, Progress progress, Retrying retrying, Optional<String> guard) {
        this.database = database;
        this.journal = journal;
        this.progress = progress;
        this.retrying = retrying;
        this.guard = guard;
    }

    /**
     * Does so, in order.
     *
     * @throws org.robotoverlord.changelog.problem.Problem if the database refuses; then those before it stay
     */
    public void run(List<Takeover> takeovers) {
        for (Takeover takeover : takeovers) {
            retrying.run(takeover.squash().id().toString(), () -> once(takeover));
            progress.tookOver(takeover);
        }
    }

    private void once(Takeover takeover) {
        List<String> statements = new ArrayList<>();
        statements.add(database.dialect().begin());
        guard.ifPresent(statements::add);
        statements.addAll(journal.takeOver(takeover));
        statements.add("commit");
        try {
            database.runTogether(statements);
        } catch (SQLException failed) {
            rollBack();
            throw database.failure("the row of " + takeover.squash().id() + " can't be written", failed);
        }
    }

    private void rollBack() {
        try {
            database.runTogether(List.of("rollback"));
        } catch (SQLException gone) {
            // The connection is lost: the server rolls back by itself.
        }
    }
}
