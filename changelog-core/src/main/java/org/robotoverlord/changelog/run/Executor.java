package org.robotoverlord.changelog.run;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.robotoverlord.changelog.change.NeededFill;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.Piece;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.PlannedChangelog;
import org.robotoverlord.changelog.plan.Step;
import org.robotoverlord.changelog.problem.Problem;

/**
 * Runs a plan: each changelog in one transaction with its row, all its statements in one round trip. Where a statement can't be in
 * a transaction, the row says after each step how far it is, so that the next run goes on there. The lock is held by now.
 */
public final class Executor {
    private final Database database;
    private final Journal journal;
    private final Progress progress;
    private final Retrying retrying;
    private final Optional<String> guard;
    /** The last one that was committed without waiting for the disk. */
    private Optional<PlannedChangelog> unhurried = Optional.empty();

    /**
     * @param retrying who does again what a lock stopped
     * @param guard the lock's own word on whether it is held, for the beginning of each transaction
     */
    public Executor(Database database, Journal journal, Progress progress, Retrying retrying, Optional<String> guard) {
        this.database = database;
        this.journal = journal;
        this.progress = progress;
        this.retrying = retrying;
        this.guard = guard;
    }

    /**
     * Runs a plan to its end, or to the first changelog that fails: that one is rolled back, those before it stay.
     *
     * @throws StatementFailed if the database refuses a statement
     * @throws Problem if rows need a fill that isn't there, or the database doesn't answer
     */
    public void run(Plan plan) {
        database.ending().during(progress, () -> runAll(plan));
    }

    private void runAll(Plan plan) {
        progress.begin(plan.changelogs().size());
        reckonAhead(plan);
        Iterator<PlannedChangelog> changelogs = plan.changelogs().iterator();
        try {
            while (changelogs.hasNext()) {
                PlannedChangelog changelog = changelogs.next();
                progress.begin(changelog);
                if (changelog.isOneTransaction() && changelog.stepsDone() == 0) {
                    runWhole(changelog, changelogs.hasNext());
                } else {
                    runStepwise(changelog);
                }
                progress.done(changelog);
            }
        } catch (Problem failed) {
            unhurried.ifPresent(this::waitForDisk);
            throw failed;
        } finally {
            progress.end();
        }
    }

    /** While the database is at work, the checksums that the next rows need are reckoned. */
    private static void reckonAhead(Plan plan) {
        CompletableFuture.runAsync(() -> plan.changelogs().stream()
                .filter(changelog -> changelog.direction() == Direction.UP)
                .forEach(changelog -> changelog.file().checksum()));
    }

    /** A commit on the disk has those before it there too, so writing the last row again, unchanged, is enough. */
    private void waitForDisk(PlannedChangelog last) {
        try {
            database.runTogether(List.of(journal.update(last.file(), 1, 1)));
        } catch (SQLException gone) {
            // The server will see to its disk by itself, and the failure that led here says more.
        }
    }

    /** Records a plan's changelogs as applied without running anything of them. */
    public void recordOnly(Plan plan) {
        for (PlannedChangelog changelog : plan.changelogs()) {
            transaction(changelog, List.of(), List.of(), row(changelog));
            progress.done(changelog);
        }
    }

    /** The statement after which a changelog's row says that all of it is done. */
    private String row(PlannedChangelog changelog) {
        if (changelog.direction() == Direction.DOWN) {
            return journal.delete(changelog.file());
        }
        return changelog.recorded() ? journal.update(changelog.file(), 1, 1) : journal.insert(changelog.file(), 1, 1);
    }

    /**
     * Finds out how far upgrades came that are to be taken back now, where that is in doubt.
     *
     * @return whether one came further than its row said, as its row says now: then the plan has to be made anew
     * @throws Problem if the database doesn't answer
     */
    public boolean settle(Plan plan) {
        boolean further = false;
        for (PlannedChangelog changelog : plan.changelogs()) {
            boolean ofUpgrade = changelog.direction() == Direction.DOWN
                    && changelog
                            .doubt()
                            .filter(doubt -> doubt.direction() == Direction.UP)
                            .isPresent();
            if (ofUpgrade && (isDone(changelog) || isDoneAgain(changelog))) {
                record(changelog, List.of(), journal.oneStepMore(changelog.file()));
                further = true;
            }
        }
        return further;
    }

    /**
     * Finds out how far a changelog is within which a run ended, notes it, and takes away what was left half made; nothing else of it
     * is done or taken back.
     *
     * @param changelog as the run that goes on would do it
     * @return what came of it, as a person would say it
     * @throws Problem if the database doesn't answer
     */
    public String settleAlone(PlannedChangelog changelog) {
        int total = changelog.steps().size();
        boolean up = changelog.direction() == Direction.UP;
        int done = changelog.stepsDone() + (changelog.doubt().isPresent() && isDone(changelog) ? 1 : 0);
        if (up && done == 0 || !up && done == total) {
            record(changelog, List.of(), journal.delete(changelog.file()));
            return up ? "nothing of it was done; it is pending" : "all of it was taken back; it is pending";
        }
        if (!up && done == 0) {
            record(changelog, List.of(), journal.update(changelog.file(), total, total));
            return "nothing of it was taken back; it is applied";
        }
        record(changelog, List.of(), journal.update(changelog.file(), total, up ? done : done - total));
        return up && done == total
                ? "all of it was done; it is applied"
                : done + " of its " + total + " steps are " + (up ? "done" : "taken back")
                        + "; robot:upgrade finishes it, robot:downgrade takes it back";
    }

    /** Where nobody can tell whether it is done, and so whether it is to be taken back, it is done again; what refuses isn't done. */
    private boolean isDoneAgain(PlannedChangelog changelog) {
        Statement statement = changelog.doubt().orElseThrow().statement();
        return !database.dialect().tells(statement)
                && retrying.get(changelog.file().id().toString(), () -> database.takes(statement.sql()));
    }

    /** Whether the statement in doubt is done, as the database has it. */
    private boolean isDone(PlannedChangelog changelog) {
        Statement statement = changelog.doubt().orElseThrow().statement();
        return retrying.get(changelog.file().id().toString(), () -> isDone(changelog, statement));
    }

    private boolean isDone(PlannedChangelog changelog, Statement statement) {
        try {
            return database.dialect().settle(database.connection(), statement);
        } catch (SQLException failed) {
            throw database.failure(
                    "what an earlier run left of " + changelog.file().id() + " can't be settled (" + statement.sql()
                            + ")",
                    failed);
        }
    }

    /**
     * @param followed whether another changelog comes after it, so that only that one's commit has to wait for the disk; a
     *     downgrade always waits, for there is no row left to write again
     */
    private void runWhole(PlannedChangelog changelog, boolean followed) {
        List<Piece> pieces = changelog.steps().isEmpty()
                ? List.of()
                : changelog.steps().get(0).pieces();
        boolean hurried = !followed || changelog.direction() == Direction.DOWN;
        transaction(
                changelog,
                hurried
                        ? List.of()
                        : database.dialect().unhurriedCommit().stream().toList(),
                pieces,
                row(changelog));
        unhurried = hurried ? Optional.empty() : Optional.of(changelog);
    }

    private void runStepwise(PlannedChangelog changelog) {
        int total = changelog.steps().size();
        boolean up = changelog.direction() == Direction.UP;
        if (up && !changelog.recorded()) {
            record(changelog, List.of(), journal.insert(changelog.file(), total, 0));
        } else if (!up && changelog.stepsDone() == 0) {
            record(changelog, List.of(), journal.update(changelog.file(), total, -total));
        }
        boolean inDoubt = changelog
                .doubt()
                .filter(doubt -> doubt.direction() == changelog.direction())
                .isPresent();
        boolean settled = inDoubt && isDone(changelog);
        for (int i = changelog.stepsDone(); i < total; i++) {
            Step step = changelog.steps().get(i);
            int done = i + 1;
            boolean first = up && i == 0 && !settled;
            String row = up
                    ? journal.update(changelog.file(), total, done)
                    : done == total
                            ? journal.delete(changelog.file())
                            : journal.update(changelog.file(), total, done - total);
            try {
                if (step.transactional()) {
                    transaction(changelog, List.of(), step.pieces(), row);
                } else {
                    boolean there = settled && i == changelog.stepsDone();
                    record(changelog, there ? List.of() : step.pieces(), row);
                }
            } catch (StatementFailed failed) {
                throw first && isNothingOf(step, failed) ? forgotten(changelog, failed) : failed;
            }
        }
    }

    /** Whether nothing can have been done of a step: it was rolled back, or the database didn't even understand it. */
    private static boolean isNothingOf(Step step, StatementFailed failed) {
        return step.transactional() || failed.said().isNotUnderstood();
    }

    /** Forgets a changelog of which nothing was done, so that it may be edited. */
    private StatementFailed forgotten(PlannedChangelog changelog, StatementFailed failed) {
        try {
            record(changelog, List.of(), journal.delete(changelog.file()));
        } catch (Problem kept) {
            failed.addSuppressed(kept);
            return failed;
        }
        return failed.advising("Nothing of " + changelog.file().id()
                + " was done; those before it stay. Mend the data or the changelog and run robot:upgrade again.");
    }

    /** Runs pieces and the row's statement in one transaction, again where a lock stops it. */
    private void transaction(PlannedChangelog changelog, List<String> settings, List<Piece> pieces, String row) {
        retrying.run(changelog.file().id().toString(), () -> once(changelog, settings, pieces, row));
    }

    /** In one round trip, unless rows have to be looked at in between. */
    private void once(PlannedChangelog changelog, List<String> settings, List<Piece> pieces, String row) {
        Batch batch = new Batch(database);
        database.dialect().stopwatch().ifPresent(batch::add);
        batch.add(database.dialect().begin());
        guard.ifPresent(batch::addGuard);
        settings.forEach(batch::add);
        try {
            for (Piece piece : pieces) {
                if (piece instanceof Piece.Look look) {
                    batch.flush(changelog);
                    refuseRows(look);
                } else {
                    batch.add((Piece.Run) piece);
                }
            }
            batch.add(row);
            batch.add("commit");
            batch.flush(changelog);
        } catch (RuntimeException | Error failed) {
            rollBack();
            throw failed;
        }
    }

    /** Runs pieces outside a transaction, then the row's statement. */
    private void record(PlannedChangelog changelog, List<Piece> pieces, String row) {
        if (!pieces.isEmpty()) {
            begun().flush(changelog);
        }
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Look look) {
                refuseRows(look);
            } else {
                outside(changelog, (Piece.Run) piece);
            }
        }
        retrying.run(changelog.file().id().toString(), () -> {
            Batch last = pieces.isEmpty() ? begun() : new Batch(database);
            last.add(row);
            last.flush(changelog);
        });
    }

    /** What comes before anything that isn't in a transaction. */
    private Batch begun() {
        Batch batch = new Batch(database);
        guard.ifPresent(batch::addGuard);
        database.dialect().stopwatch().ifPresent(batch::add);
        return batch;
    }

    /** Runs a statement outside a transaction, again where a lock stops it; what it left half made is taken away first. */
    private void outside(PlannedChangelog changelog, Piece.Run piece) {
        Statement statement = piece.statement();
        if (database.dialect().waitsInNobodysWay(statement)) {
            database.waitingLonger(() -> repeatedly(changelog, piece));
        } else {
            repeatedly(changelog, piece);
        }
    }

    private void repeatedly(PlannedChangelog changelog, Piece.Run piece) {
        AtomicBoolean begun = new AtomicBoolean();
        retrying.run(changelog.file().id().toString(), () -> {
            if (begun.getAndSet(true) && isDone(changelog, piece.statement())) {
                return;
            }
            Batch batch = new Batch(database);
            batch.add(piece);
            batch.flush(changelog);
        });
    }

    private void refuseRows(Piece.Look look) {
        try {
            if (!database.givesRow(look.query())) {
                return;
            }
        } catch (SQLException failed) {
            throw database.failure("rows can't be looked at with " + look.query(), failed)
                    .at(look.of().place());
        }
        NeededFill needed = look.needed();
        String rows = needed.exists() ? "has rows in which '" + needed.column() + "' is null" : "has rows";
        needed.domain().ifPresent(domain -> {
            throw new Problem(
                    look.of().place(),
                    "table '" + needed.table() + "' " + rows + ", and domain '" + domain
                            + "', which that is of, becomes NOT NULL. Write an update before it that gives them a value, or remove the rows.");
        });
        throw new Problem(
                look.of().place(),
                "table '" + needed.table() + "' " + rows + ", and column '" + needed.column()
                        + "' becomes NOT NULL without saying what they get. Add a fill to the change ("
                        + look.of().change().describe() + "), as in fill: 0 or fill: {sql: …}, or remove the rows.");
    }

    private void rollBack() {
        try {
            database.runTogether(List.of("rollback"));
        } catch (SQLException gone) {
            // The connection is lost: the server rolls back by itself.
        }
    }
}
