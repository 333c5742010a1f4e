package org.robotoverlord.changelog.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.robotoverlord.changelog.plan.Piece;
import org.robotoverlord.changelog.plan.PlannedChangelog;
import org.robotoverlord.changelog.problem.Problem;

/** Statements that will travel together, and what each is for, so that a failure names its change. */
final class Batch {
    private final Database database;
    private final List<String> statements = new ArrayList<>();
    private final List<Piece.Run> runs = new ArrayList<>();
    private int guard = -1;

    Batch(Database database) {
        this.database = database;
    }

    /** Adds a change's statement. */
    void add(Piece.Run run) {
        statements.add(run.statement().sql());
        runs.add(run);
    }

    /** Adds what makes sure that the session is the one that has the lock of the run. */
    void addGuard(String query) {
        guard = statements.size();
        add(query);
    }

    /** Adds a statement of the run itself. */
    void add(String own) {
        statements.add(own);
        runs.add(null);
    }

    /**
     * Sends what was added, in one round trip.
     *
     * @throws StatementFailed if the database refuses a change's statement
     * @throws Problem if it refuses one of the run's own, or doesn't answer
     */
    void flush(PlannedChangelog changelog) {
        try {
            database.runTogether(statements);
        } catch (BatchFailure failed) {
            throw problem(changelog, failed);
        } catch (SQLException failed) {
            throw database.failure(changelog.file().id() + " failed", failed);
        }
        statements.clear();
        runs.clear();
        guard = -1;
    }

    private Problem problem(PlannedChangelog changelog, BatchFailure failed) {
        if (failed.position() >= 0 && failed.position() == guard) {
            return new Problem(
                    "the session isn't the one any more that holds the lock of this run, so "
                            + changelog.file().id()
                            + " wasn't begun. Something between here and the server gives each transaction another session;"
                            + " give the URL of the server itself.",
                    failed.said());
        }
        Piece.Run run = failed.position() < 0 ? onlyRun() : runs.get(failed.position());
        return run == null
                ? database.failure(changelog.file().id() + " failed", failed.said())
                : StatementFailed.of(changelog, run, database.message(failed.said()), failed.said());
    }

    private Piece.Run onlyRun() {
        List<Piece.Run> real = runs.stream().filter(Objects::nonNull).toList();
        return real.size() == 1 ? real.get(0) : null;
    }
}
