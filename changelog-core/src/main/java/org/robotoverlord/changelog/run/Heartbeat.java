package org.robotoverlord.changelog.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.robotoverlord.changelog.dialect.RunLock;

/**
 * Shows those who wait for a run that its backup grows, as nothing of that is noted in the migration table. Where the backup doesn't
 * grow, nothing new is shown, and they lose patience as with any run that gets no further. The connection is used by nobody else
 * meanwhile, or not used here.
 */
final class Heartbeat {
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final Database database;
    private final RunLock lock;
    private final Path file;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Threads.daemon("robot-heartbeat"));

    private long size = -1;

    private Heartbeat(Database database, Path file) {
        this.database = database;
        this.lock = database.dialect().lock();
        this.file = file;
    }

    /** Begins to show how a file grows. */
    static Heartbeat of(Database database, Path file) {
        Heartbeat heartbeat = new Heartbeat(database, file);
        heartbeat.clock.scheduleWithFixedDelay(heartbeat::beat, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
        return heartbeat;
    }

    private void beat() {
        try {
            long now = Files.size(file);
            if (now != size) {
                size = now;
                lock.show(database.connection(), Optional.of("backup of " + (now + 999) / 1000 + " kB"));
            }
        } catch (IOException | SQLException gone) {
            // Whoever takes the backup finds out, and says it.
            clock.shutdown();
        }
    }

    /** It grows no more, or whatever comes of it. */
    void end() {
        clock.shutdown();
        try {
            if (clock.awaitTermination(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
                lock.show(database.connection(), Optional.empty());
            }
        } catch (SQLException gone) {
            // The next statement finds out, and says it.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
