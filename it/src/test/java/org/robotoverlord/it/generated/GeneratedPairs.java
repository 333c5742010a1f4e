package org.robotoverlord.it.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.diff.RandomSchemas;
import org.robotoverlord.changelog.rows.Measure;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Any schema becomes any other and goes back, on the servers of a dialect. A failure names its seed, from which the same schemas come
 * again: {@code mvn verify -Psoak -Dsoak.from=SEED -Dsoak.pairs=1}.
 */
abstract class GeneratedPairs {
    private static final long FROM = Long.getLong("soak.from", 0);
    private static final long PAIRS = Long.getLong("soak.pairs", 0);
    private static final int MOST_FAILURES = Integer.getInteger("soak.failures", 5);

    private final Queue queue = new Queue();

    @TempDir
    Path folder;

    private final long pairs = PAIRS > 0 ? PAIRS : usualPairs();

    /** How many pairs are tried where nobody says how many: half a minute's. */
    long usualPairs() {
        return 100;
    }

    /** The servers that pairs are tried on, in turn. */
    abstract List<String> servers();

    /** The URL of an empty database on a server. */
    abstract String freshDatabase(String server);

    /** Takes a database away on which something failed. */
    abstract void drop(String url);

    /** What the made-up schemas of a seed leave out for a server. */
    void prepare(RandomSchemas schemas, String server) {}

    /** A made-up schema, without what the dialect hasn't got. */
    Schema asFarAsItCan(Schema schema) {
        return schema;
    }

    /** What the app calls the dialect of a database. */
    String called(String url) {
        return Dialects.of(url).name();
    }

    /** Whether the database can do what a question asks. */
    boolean may(String question) {
        return true;
    }

    @Test
    void any_schema_becomes_any_other_and_goes_back() throws Exception {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> running = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            running.add(pool.submit(this::work));
        }
        for (Future<?> each : running) {
            each.get();
        }
        pool.shutdown();
        System.out.printf(
                "Generated schemas on %s: seeds %d to %d, %d failed, with rows %s, rows refused %s, %.1f s%n",
                servers(),
                FROM,
                FROM + pairs - 1,
                queue.failures.size(),
                queue.withRows,
                queue.refusals,
                (System.nanoTime() - began) / 1e9);
        assertThat(queue.failures).isEmpty();
    }

    private void work() {
        for (long seed = queue.next(); seed >= 0; seed = queue.next()) {
            run(seed);
        }
    }

    private void run(long seed) {
        List<String> servers = servers();
        String server = servers.get((int) (seed % servers.size()));
        RandomSchemas schemas = new RandomSchemas(seed);
        prepare(schemas, server);
        Schema whole = schemas.next();
        Schema first = asFarAsItCan(whole);
        // Half of the pairs have little in common, the others differ by a few steps, as models do.
        Schema second = asFarAsItCan(seed % 2 == 0 ? schemas.next() : schemas.after(whole));
        String url = queue.database(server);
        Path own = folder.resolve(String.valueOf(seed));
        Journey journey = new Journey(own, url, called(url), seed, this::may);
        try {
            Files.createDirectories(own);
            queue.count(journey.go(first, second));
            queue.giveBack(server, url);
        } catch (AssertionError | Exception failure) {
            String shown = "seed " + seed + " on " + server + ": " + failure.getMessage()
                    + "\n--- first models\n" + Journey.text(first) + "--- second models\n" + Journey.text(second)
                    + "--- changelogs\n" + journey.changelogs();
            System.out.println(shown);
            if (!(failure instanceof AssertionError)) {
                failure.printStackTrace(System.out);
            }
            queue.failures.add("seed " + seed + " on " + server + ": " + firstLine(failure));
            drop(url);
        }
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /** Seeds to do, databases to do them on, and what failed. */
    private final class Queue {
        private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        private final Map<String, Deque<String>> databases = new ConcurrentHashMap<>();
        private final Map<Measure, Integer> withRows = new EnumMap<>(Measure.class);
        private final Map<String, Integer> refusals = new TreeMap<>();
        private long given;

        /** The next seed; negative where there is none, or enough has failed. */
        synchronized long next() {
            return given == pairs || failures.size() >= MOST_FAILURES ? -1 : FROM + given++;
        }

        synchronized void count(Journey.Rows rows) {
            rows.along()
                    .ifPresentOrElse(
                            measure -> withRows.merge(measure, 1, Integer::sum),
                            () -> rows.refused().ifPresent(reason -> refusals.merge(reason, 1, Integer::sum)));
        }

        String database(String server) {
            String used = of(server).poll();
            return used != null ? used : freshDatabase(server);
        }

        /** A journey leaves its database as it was found. */
        void giveBack(String server, String url) {
            of(server).add(url);
        }

        private Deque<String> of(String server) {
            return databases.computeIfAbsent(server, each -> new ConcurrentLinkedDeque<>());
        }
    }
}
