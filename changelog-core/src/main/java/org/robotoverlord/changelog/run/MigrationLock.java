package org.robotoverlord.changelog.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;

/**
 * Held by the one run that may change a database. It is polled, never waited for inside the database, where a waiting session
 * would block others; it goes when the connection goes, so a dead holder never blocks.
 */
public final class MigrationLock implements AutoCloseable {
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
     * Takes the lock, asking again while somebody else has it.
     *
     * @param table the migration table
     * @param longest how long to ask
     * @throws Problem if somebody still has it then; it says who
     */
    public static MigrationLock take(Database database, Name table, Duration longest, Progress progress) {
        MigrationLock lock = new MigrationLock(database, table.schema().orElse(database.home()), table.local());
        long deadline = System.nanoTime() + longest.toNanos();
        long pause = FIRST_PAUSE_MS;
        boolean told = false;
        try {
            while (!database.dialect().lock().tryTake(database.connection(), lock.schema, lock.table)) {
                String holder = database.dialect().lock().holder(database.connection(), lock.schema, lock.table);
                if (System.nanoTime() > deadline) {
                    throw new Problem("another run has been at this database for longer than " + longest.toSeconds()
                            + " s" + by(holder) + ". Wait for it to end, or end its session.");
                }
                if (!told) {
                    progress.waiting(holder, longest.toSeconds());
                    told = true;
                }
                LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
                pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
            }
        } catch (SQLException failed) {
            throw database.failure("the lock of the migration table can't be taken", failed);
        }
        return lock;
    }

    private static String by(String holder) {
        return holder.isEmpty() ? "" : ": " + holder;
    }

    @Override
    public void close() {
        try {
            database.dialect().lock().release(database.connection(), schema, table);
        } catch (SQLException gone) {
            // The lock goes with the connection, which is about to be closed or is closed already.
        }
    }
}
