package org.robotoverlord.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.Eventually;
import org.robotoverlord.changelog.plan.Direction;

/**
 * On one database, runs die in every way at their statements, up and down; the next run needs no help. Usually each way is tried once;
 * {@code mvn verify -Pcrash} tries it at every statement, or with {@code -Dcrash.every=5} at every fifth.
 */
abstract class Crashes {
    private static final int EVERY = Integer.getInteger("crash.every", 0);

    @TempDir
    Path folder;

    private Subject subject;

    /** The database. */
    abstract Subject subject() throws Exception;

    /** A statement that a server would be at for hours; empty where there is no server. */
    String endless() {
        return "";
    }

    @BeforeEach
    void open() throws Exception {
        subject = subject();
    }

    @AfterEach
    void close() {
        subject.close();
    }

    @Test
    void whatever_dies_and_whenever_the_next_run_puts_it_right() throws Exception {
        Matrix matrix = new Matrix();
        Deaths deaths = new Deaths(subject, matrix, EVERY);
        for (Kill kill : Kill.values()) {
            deaths.walk(kill);
            matrix.write(subject);
        }
        System.out.println(matrix.write(subject));
        assertThat(matrix.wrong()).isEmpty();
        assertThat(matrix.tried()).isGreaterThanOrEqualTo(subject.hasServer() ? 16 : 6);
    }

    @Test
    void a_run_that_is_told_to_end_leaves_no_server_at_work() throws Exception {
        assumeTrue(subject.hasServer());
        Path location = Files.createDirectories(folder.resolve("endless"));
        Files.writeString(
                location.resolve("1_20260101000000_endless.yaml"),
                "changes:\n  - sql: {transactional: false, up: \"" + endless() + "\", down: none}\n");
        subject.makeAnew();
        Migration migration = new Migration(location, subject.migration().dialect());
        try (RunThere run = RunThere.start(migration, subject, Direction.UP, -1)) {
            long session = Long.parseLong(run.next().substring(Run.SESSION.length()));
            Eventually.is("the server is at work", () -> subject.isAtWork(session));
            run.signal("TERM");
            assertThat(run.awaitEnd()).contains("told to end").doesNotContain("Exception");
            Eventually.is("the server is at rest", () -> !subject.isConnected(session));
        }
    }
}
