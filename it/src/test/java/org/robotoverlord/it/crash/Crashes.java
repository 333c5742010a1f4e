package org.robotoverlord.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On one database, runs die in every way at their statements, up and down; the next run needs no help. Usually each way is tried once;
 * {@code mvn verify -Pcrash} tries it at every statement, or with {@code -Dcrash.every=5} at every fifth.
 */
abstract class Crashes {
    private static final int EVERY = Integer.getInteger("crash.every", 0);

    @TempDir
    Path folder;

    Subject subject;

    /** The database. */
    abstract Subject subject() throws Exception;

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
        assertThat(matrix.tried()).isGreaterThanOrEqualTo(subject.server().isPresent() ? 16 : 6);
    }
}
