package org.robotoverlord.changelog.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.robotoverlord.changelog.dialect.DatabaseMessage;
import org.robotoverlord.changelog.problem.Problem;

/**
 * Does again what failed for a lock that somebody else has, after a pause that grows, until it has been tried for long enough. Each time
 * it says who is in the way. What is done again must have left nothing behind.
 */
public final class Retrying implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Database database;
    private final Progress progress;
    private final Optional<Lookout> lookout;

    private Retrying(Database database, Progress progress, Optional<Lookout> lookout) {
        this.database = database;
        this.progress = progress;
        this.lookout = lookout;
    }

    /**
     * One for a run that changes a database.
     *
     * @param database whose patience says how long
     * @param progress is told of each time
     */
    public static Retrying of(Database database, Progress progress) {
        return new Retrying(database, progress, Lookout.of(database, progress));
    }

    /** One for looking at a database, which hardly anybody is in the way of. */
    public static Retrying ofReading(Database database, Progress progress) {
        return new Retrying(database, progress, Optional.empty());
    }

    /** Does something until it isn't stopped by a lock. */
    public void run(String what, Runnable attempt) {
        get(what, () -> {
            attempt.run();
            return Optional.empty();
        });
    }

    /**
     * Does something until it isn't stopped by a lock, and gives what that gives.
     *
     * @param what it is, as the beginning of a line
     * @throws Problem for any other failure; for a lock when it has been tried for long enough, with who was in the way
     */
    public <T> T get(String what, Supplier<T> attempt) {
        Duration retry = database.patience().lockRetry();
        long begun = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        for (int tries = 1; ; tries++) {
            lookout.ifPresent(Lookout::begin);
            try {
                return attempt.get();
            } catch (Problem failed) {
                List<String> blockers = lookout.map(Lookout::end).orElse(List.of());
                if (!isAboutLocks(failed)) {
                    throw failed;
                }
                Duration spent = Duration.ofNanos(System.nanoTime() - begun);
                Duration next = jittered(pause);
                if (spent.plus(next).compareTo(retry) > 0) {
                    throw inTheWay(failed, blockers, tries, spent);
                }
                progress.note(what + " waits for a lock" + by(failed, blockers) + "; trying again in " + said(next)
                        + ", for " + said(retry.minus(spent)) + " at the most");
                sleep(what, next);
                pause = Duration.ofMillis(Math.min(2 * pause.toMillis(), LONGEST_PAUSE.toMillis()));
            } finally {
                lookout.ifPresent(Lookout::end);
            }
        }
    }

    /** Half of a pause to one and a half, so that several who wait don't all come back at once. */
    private static Duration jittered(Duration pause) {
        return pause.dividedBy(2).plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() + 1));
    }

    private boolean isAboutLocks(Problem failed) {
        if (!(failed.getCause() instanceof SQLException cause)) {
            return false;
        }
        DatabaseMessage said = database.dialect().message(cause);
        return said.isAboutLocks()
                || said.isTooLong() && lookout.filter(Lookout::gaveWay).isPresent();
    }

    private static void sleep(String what, Duration pause) {
        LockSupport.parkNanos(pause.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new Problem(what + " was waiting for a lock when it was interrupted; nothing of it was done");
        }
    }

    private Problem inTheWay(Problem failed, List<String> blockers, int tries, Duration spent) {
        String advice = "It was tried " + (tries == 1 ? "once" : tries + " times") + ", for " + said(spent)
                + "; in the way" + by(failed, blockers)
                + ". Let them end, or end their sessions; or try for longer, as in -Drobot.lockRetry=10m, or wait longer each"
                + " time, as in -Drobot.lockTimeout=10s, which lets others wait as long.";
        return failed instanceof StatementFailed statement
                ? statement.adding(advice)
                : new Problem(failed.getMessage() + "\n  " + advice, failed.getCause());
    }

    /** Where nobody could look, the database's own words; those of a deadlock name the sessions. */
    private String by(Problem failed, List<String> blockers) {
        if (!blockers.isEmpty()) {
            return ": " + String.join("; ", blockers);
        }
        DatabaseMessage said = database.dialect().message((SQLException) failed.getCause());
        return " of a session that isn't known: " + said.message()
                + said.detail()
                        .map(detail -> " (" + detail.replaceAll("\\s+", " ") + ")")
                        .orElse("");
    }

    private static String said(Duration duration) {
        return duration.toMillis() < 10_000
                ? Math.max(1, duration.toMillis() / 100) / 10.0 + " s"
                : duration.toSeconds() + " s";
    }

    @Override
    public void close() {
        lookout.ifPresent(Lookout::close);
    }
}
