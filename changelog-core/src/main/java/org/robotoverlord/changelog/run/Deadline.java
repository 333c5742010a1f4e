package org.robotoverlord.changelog.run;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Cancels a statement that takes too long, for databases that don't do so by themselves. */
final class Deadline {
    /** None, for what may take as long as it likes. */
    static final Deadline NONE = new Deadline(Optional.empty());

    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final Optional<ScheduledFuture<?>> cancelling;

    private Deadline(Optional<ScheduledFuture<?>> cancelling) {
        this.cancelling = cancelling;
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, Threads.daemon("robot-deadline"));
        clock.setKeepAliveTime(1, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    /** Begins to count; until it is {@link #over}. */
    static Deadline of(Statement statement, Duration longest) {
        return new Deadline(
                Optional.of(CLOCK.schedule(() -> cancel(statement), longest.toMillis(), TimeUnit.MILLISECONDS)));
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException ended) {
            // Then there is nothing to cancel.
        }
    }

    /** The statement has ended. */
    void over() {
        cancelling.ifPresent(future -> future.cancel(false));
    }
}
