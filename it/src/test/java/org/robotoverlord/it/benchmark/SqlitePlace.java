package org.robotoverlord.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of SQLite. */
final class SqlitePlace implements Place {
    private final Path file;

    /** @param folder for the file */
    SqlitePlace(Path folder) {
        this.file = folder.resolve("bench.sqlite");
    }

    @Override
    public String title() {
        return "SQLite";
    }

    @Override
    public Wording wording() {
        return Wording.SQLITE;
    }

    @Override
    public String empty() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return url();
    }

    @Override
    public String url() {
        return "jdbc:sqlite:" + file;
    }

    @Override
    public void close() {
        empty();
    }
}
