package org.robotoverlord.changelog.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.robotoverlord.changelog.dialect.RunLock;
import org.robotoverlord.changelog.problem.Problem;

/**
 * Held by the one run that may change a database. It is polled, never waited for inside the database, where a waiting session
 * would block others; it goes when the connection goes, so a dead holder never blocks. Whoever waits has patience with a run that gets
 * further, however long it takes as a whole: by the migration table, or by what the other run shows of itself.
 */
public final class MigrationLock {
    private static final long FIRST_PAUSE_MS = 20;
    private static final long LONGEST_PAUSE_MS = 500;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Database database;
    private final Journal journal;
    private final RunLock lock;
    private final String schema;
    private final String table;
    private final Progress progress;

    private MigrationLock(Database database, Journal journal, Progress progress) {
        this.database = database;
        this.journal = journal;
        this.lock = database.dialect().lock();
        this.schema = journal.table().schema().orElse(database.home());
        this.table = journal.table().local();
        this.progress = progress;
    }

    /**
     * Does something while the lock is held, asking for it again while somebody else has it, for as long as the database's patience
     * lets what failed be tried again; each step of the other run makes that begin anew.
     *
     * @param journal the migration table whose lock it is
     * @param work what is done, given the statement that makes sure the lock is held
     * @return what the work gives
     * @throws Problem if somebody still has the lock then; it says who
     */
    public static <T> T whileHeld(
            Database database, Journal journal, Progress progress, Function<Optional<String>, T> work) {
        MigrationLock lock = new MigrationLock(database, journal, progress);
        lock.take(database.patience().lockRetry());
        try {
            return work.apply(lock.lock.guard());
        } finally {
            lock.release();
        }
    }

    private void take(Duration longest) {
        try {
            if (!lock.tryTake(database.connection(), schema, table)) {
                await(longest);
            }
        } catch (SQLException failed) {
            throw database.failure("the lock of the migration table can't be taken", failed);
        }
    }

    private void await(Duration longest) throws SQLException {
        Optional<Journal.Pulse> first = pulse();
        Optional<Journal.Pulse> last = first;
        String shown = lock.shown(database.connection(), schema, table);
        long patientSince = System.nanoTime();
        long told = patientSince - BETWEEN_LINES.toNanos();
        long pause = FIRST_PAUSE_MS;
        do {
            Optional<Journal.Pulse> now = pulse();
            String shows = lock.shown(database.connection(), schema, table);
            if (now.isPresent() && !now.equals(last) || !shows.equals(shown)) {
                last = now.or(() -> first);
                shown = shows;
                patientSince = System.nanoTime();
            }
            Duration spent = Duration.ofNanos(System.nanoTime() - patientSince);
            boolean over = spent.compareTo(longest) > 0;
            if (over || System.nanoTime() - told >= BETWEEN_LINES.toNanos()) {
                told = System.nanoTime();
                String holder = lock.holder(database.connection(), schema, table);
                if (over) {
                    throw tooLong(holder, longest);
                }
                progress.waiting(holder, done(first, last), longest.minus(spent).toSeconds());
            }
            pause(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
        } while (!lock.tryTake(database.connection(), schema, table));
    }

    private Optional<Journal.Pulse> pulse() {
        return lock.letsOthersRead() ? journal.pulse() : Optional.empty();
    }

    /** What the other run did between two looks. */
    private static String done(Optional<Journal.Pulse> first, Optional<Journal.Pulse> last) {
        if (last.isEmpty() || last.equals(first)) {
            return "";
        }
        long changelogs =
                last.get().changelogs() - first.map(Journal.Pulse::changelogs).orElse(0L);
        long steps = last.get().steps() - first.map(Journal.Pulse::steps).orElse(0L);
        long counted = changelogs == 0 ? Math.abs(steps) : Math.abs(changelogs);
        return counted + (changelogs == 0 ? " step" : " changelog") + (counted == 1 ? "" : "s");
    }

    private void pause(long millis) throws SQLException {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new Problem("waiting for another run" + by(lock.holder(database.connection(), schema, table))
                    + " was interrupted; nothing was done");
        }
    }

    private static Problem tooLong(String holder, Duration longest) {
        return new Problem("another run has been at this database for longer than " + longest.toSeconds()
                + " s without getting further" + by(holder) + ". Wait for it to end, or end its session; or have more"
                + " patience with it, as in -Drobot.lockRetry=10m.");
    }

    private static String by(String holder) {
        return holder.isEmpty() ? "" : ": " + holder;
    }

    private void release() {
        try {
            lock.release(database.connection(), schema, table);
        } catch (SQLException gone) {
            // The lock goes with the connection, which is about to be closed or is closed already.
        }
    }
}
