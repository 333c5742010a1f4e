package org.robotoverlord.changelog.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;

/**
 * Held by the one run that may change a database. It is polled, never waited for inside the database, where a waiting session
 * would block others; it goes when the connection goes, so a dead holder never blocks.
 */
public final class MigrationLock {
    private static final long FIRST_PAUSE_MS = 20;
    private static final long LONGEST_PAUSE_MS = 500;

    private final Database database;
    private final String schema;
    private final String table;

    private MigrationLock(Database database, String schema, String table) {
        this.database = database;
        this.schema = schema;
        this.table = table;
    }

    /**
     * Does something while the lock is held, asking for it again while somebody else has it.
     *
     * @param table the migration table
     * @param longest how long to ask
     * @param work what is done
     * @return what the work gives
     * @throws Problem if somebody still has the lock then; it says who
     */
    public static <T> T whileHeld(
            Database database, Name table, Duration longest, Progress progress, Supplier<T> work) {
        MigrationLock lock = new MigrationLock(database, table.schema().orElse(database.home()), table.local());
        lock.take(longest, progress);
        try {
            return work.get();
        } finally {
            lock.release();
        }
    }

    private void take(Duration longest, Progress progress) {
        long begun = System.nanoTime();
        long pause = FIRST_PAUSE_MS;
        try {
            while (!database.dialect().lock().tryTake(database.connection(), schema, table)) {
                String holder = database.dialect().lock().holder(database.connection(), schema, table);
                if (System.nanoTime() - begun > longest.toNanos()) {
                    throw new Problem("another run has been at this database for longer than " + longest.toSeconds()
                            + " s" + by(holder) + ". Wait for it to end, or end its session.");
                }
                if (pause == FIRST_PAUSE_MS) {
                    progress.waiting(holder, longest.toSeconds());
                }
                LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
                if (Thread.currentThread().isInterrupted()) {
                    throw new Problem("waiting for another run" + by(holder) + " was interrupted; nothing was done");
                }
                pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
            }
        } catch (SQLException failed) {
            throw database.failure("the lock of the migration table can't be taken", failed);
        }
    }

    private static String by(String holder) {
        return holder.isEmpty() ? "" : ": " + holder;
    }

    private void release() {
        try {
            database.dialect().lock().release(database.connection(), schema, table);
        } catch (SQLException gone) {
            // The lock goes with the connection, which is about to be closed or is closed already.
        }
    }
}
