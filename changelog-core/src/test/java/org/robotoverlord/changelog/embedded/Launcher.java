package org.robotoverlord.changelog.embedded;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A program that starts an embedded PostgreSQL and keeps it until its input ends, so that tests can kill it, interrupt it or
 * run it as someone else.
 */
public final class Launcher {
    private Launcher() {}

    /** Takes the jar, the directory, the cache and the seconds of patience; prints the URL or the message of the failure. */
    public static void main(String[] args) throws Exception {
        Settings settings = Settings.of(Path.of(args[0]), Path.of(args[1]))
                .withCache(Path.of(args[2]))
                .withPatience(Duration.ofSeconds(Long.parseLong(args[3])))
                .telling(System.out::println);
        long begun = System.nanoTime();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            System.out.println((System.nanoTime() - begun) / 1_000_000 + " ms");
            System.out.println(postgres.jdbcUrl());
            System.in.read();
        }
        System.out.println("closed after " + (System.nanoTime() - begun) / 1_000_000 + " ms");
    }
}
