package org.robotoverlord.changelog.run;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What becomes of a run when this program is told to end, as by Ctrl-C or by whoever stops its container: the statement that the
 * database is at is cancelled, and no other one is begun. Else a server would work on for nobody, some of them to the statement's very
 * end, with the locks that it has. A program that is killed outright has no time for this.
 */
final class Ending {
    /** Long enough for a server to roll back what it was at, and short enough for who waits for this program's end. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Optional<Statement> atWork = Optional.empty();
    private boolean isTold;

    /**
     * A statement is about to be sent.
     *
     * @throws SQLException if this program was told to end
     */
    synchronized void begin(Statement statement) throws SQLException {
        if (isTold) {
            throw new SQLException("this program was told to end, so nothing more was begun");
        }
        atWork = Optional.of(statement);
    }

    /** It was answered. */
    synchronized void over() {
        atWork = Optional.empty();
    }

    private synchronized Optional<Statement> tell() {
        isTold = true;
        return atWork;
    }

    /** Does some work that ends with this program, if that is told to end meanwhile. */
    void during(Progress progress, Runnable work) {
        CountDownLatch end = new CountDownLatch(1);
        Thread hook = new Thread(() -> cancel(end, progress), "robot: end");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException ending) {
            tell();
        }
        try {
            work.run();
        } finally {
            end.countDown();
            remove(hook);
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // It is what the hook is for.
        }
    }

    /** A statement that is being sent as it is cancelled doesn't notice, so that is done again until the work has ended. */
    private void cancel(CountDownLatch end, Progress progress) {
        tell();
        progress.note("told to end: what the database is at is cancelled; the next run goes on from there");
        long begun = System.nanoTime();
        try {
            do {
                tell().ifPresent(Ending::cancel);
            } while (!end.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)
                    && System.nanoTime() - begun < LONGEST.toNanos());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException ended) {
            // Then there is nothing to cancel.
        }
    }
}
