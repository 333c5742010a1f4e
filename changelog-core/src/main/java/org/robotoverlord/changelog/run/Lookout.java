package org.robotoverlord.changelog.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.robotoverlord.changelog.dialect.Beside;
import org.robotoverlord.changelog.dialect.Blockers;
import org.robotoverlord.changelog.problem.Problem;

/**
 * Looks from a second connection who is in a statement's way, while it waits: when it has given way, no database knows any more. And
 * it lets the statement give way at once where those wait for it, whom the database might end otherwise. The connection is opened where a statement takes longer than it would without waiting, and holds neither a transaction nor a lock.
 */
final class Lookout implements AutoCloseable {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    /** Well under a second, after which PostgreSQL looks for deadlocks itself. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private static final long BETWEEN_LINES = TimeUnit.SECONDS.toNanos(10);
    private static final int LONGEST_ANSWER_MS = 5000;

    /** Where statements wait for no longer than this, the connection would come too late if it weren't opened before. */
    private static final long SOON_MS = 2000;

    /** Of how many parts of the time that a statement waits one goes by before anybody looks. */
    private static final int PARTS = 4;

    private final Database database;
    private final Blockers blockers;
    private final Beside door;
    private final long own;
    private final long pause;
    private final Progress progress;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Threads.daemon("robot-lookout"));

    /** When what is looked at began; 0 where nothing runs. */
    private final AtomicLong begun = new AtomicLong();

    private volatile List<String> seen = List.of();

    /** Whether a statement was ended for somebody who waits for it, and nobody has heard of that yet. */
    private boolean gaveWay;

    private final Object way = new Object();

    private volatile Optional<Connection> beside = Optional.empty();
    private long told;

    private Lookout(Database database, Blockers blockers, Beside door, long own, Progress progress) {
        this.database = database;
        this.blockers = blockers;
        this.door = door;
        this.own = own;
        long lockTimeout = database.patience().lockTimeout().toMillis();
        this.progress = progress;
        this.pause = Math.max(SHORTEST_PAUSE.toMillis(), Math.min(LONGEST_PAUSE.toMillis(), lockTimeout / PARTS));
        if (lockTimeout < SOON_MS) {
            clock.execute(this::open);
        }
        clock.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** One for a session; empty where the database can't tell, or no second connection can be had. */
    static Optional<Lookout> of(Database database, Progress progress) {
        Optional<Blockers> blockers = database.dialect().blockers();
        if (blockers.isEmpty() || database.beside().isEmpty()) {
            return Optional.empty();
        }
        try {
            long own = blockers.get().session(database.connection());
            return Optional.of(
                    new Lookout(database, blockers.get(), database.beside().get(), own, progress));
        } catch (SQLException failed) {
            throw database.failure("the session's number can't be asked for", failed);
        }
    }

    /** A statement, or several together, begin. */
    void begin() {
        seen = List.of();
        begun.set(System.nanoTime());
    }

    /** They ended, well or not. @return who was in their way when they were last looked at */
    List<String> end() {
        begun.set(0);
        return seen;
    }

    /** Whether what was cancelled was so for having been in the way of whom it waited for; said once. */
    boolean gaveWay() {
        synchronized (way) {
            boolean gave = gaveWay;
            gaveWay = false;
            return gave;
        }
    }

    /** The statement may fail of it before it is known here, and is to wait then. */
    private void giveWay(Connection from) throws SQLException {
        synchronized (way) {
            gaveWay |= blockers.giveWay(from, own);
        }
    }

    private void look() {
        long since = begun.get();
        if (since == 0 || System.nanoTime() - since < TimeUnit.MILLISECONDS.toNanos(pause)) {
            return;
        }
        open();
        if (beside.isEmpty()) {
            return;
        }
        try {
            List<String> now = blockers.of(beside.get(), own);
            if (!now.isEmpty() && begun.get() == since) {
                seen = now;
                tell(now, since);
                giveWay(beside.get());
            }
        } catch (SQLException gone) {
            clock.shutdown();
        }
    }

    /** Without it a run works as well; it only can't say whom it waits for. */
    private void open() {
        if (beside.isPresent()) {
            return;
        }
        try {
            Connection opened = door.open();
            opened.setNetworkTimeout(Runnable::run, LONGEST_ANSWER_MS);
            beside = Optional.of(opened);
        } catch (SQLException | Problem noneToBeHad) {
            clock.shutdown();
        }
    }

    /** What gives way soon is told of then; what waits for longer is told of now and then. */
    private void tell(List<String> now, long since) {
        if (database.isWaitingLonger() && System.nanoTime() - Math.max(told, since) > BETWEEN_LINES) {
            told = System.nanoTime();
            progress.note("Waiting for " + String.join("; ", now));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        beside.ifPresent(Lookout::close);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // Nothing was begun on it.
        }
    }
}
