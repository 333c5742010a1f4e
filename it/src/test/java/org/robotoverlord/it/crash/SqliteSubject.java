package org.robotoverlord.it.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.robotoverlord.it.build.Rows;

/** A file of SQLite. A connection to it writes before it has to, as one with much to do does. */
final class SqliteSubject implements Subject {
    private static final List<String> FILES = List.of("", "-journal", "-wal", "-shm");

    private final Path folder;
    private final String journal;

    /** @param journal the mode: {@code delete} or {@code wal} */
    SqliteSubject(Path folder, String journal) {
        this.folder = folder;
        this.journal = journal;
    }

    @Override
    public String title() {
        return journal.equals("wal") ? "SQLite, write-ahead log" : "SQLite";
    }

    @Override
    public Migration migration() {
        return new Migration(Path.of("src/test/crash/sqlite"), "sqlite");
    }

    private Path file() {
        return folder.resolve("crash-" + journal + ".db");
    }

    @Override
    public void makeAnew() throws IOException, SQLException {
        for (String end : FILES) {
            Files.deleteIfExists(Path.of(file() + end));
        }
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = " + journal);
        }
    }

    @Override
    public String url() {
        return "jdbc:sqlite:" + file().toAbsolutePath() + "?cache_size=1&synchronous=OFF";
    }

    @Override
    public List<String> contents() throws SQLException {
        List<String> contents = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url())) {
            contents.addAll(Rows.of(connection, "pragma integrity_check"));
            contents.addAll(Rows.of(connection, "pragma foreign_key_check"));
            contents.addAll(
                    Rows.of(connection, "select type, name, coalesce(sql, '') from sqlite_schema order by 1, 2"));
            for (String table : Rows.of(
                    connection,
                    "select name from sqlite_schema where type = 'table' and name not like 'sqlite_stat%' order by 1")) {
                contents.addAll(
                        table.equals("robot_migrations")
                                ? Rows.of(
                                        connection,
                                        "select id, steps_done, steps_total from robot_migrations order by number")
                                : Rows.of(connection, "select '" + table + "', * from \"" + table + "\" order by 2"));
            }
        }
        return contents;
    }

    @Override
    public void awaitNobody() {
        // Locks of a file go with the process.
    }

    @Override
    public String numbering() {
        return "select 0";
    }

    /** The process holds itself up: SQLite is a part of it. */
    @Override
    public Hold hold(long session, String sql) {
        return new Hold() {
            @Override
            public String order() {
                return Stop.STOP_WITHIN;
            }

            @Override
            public boolean isHeld() {
                return false;
            }

            @Override
            public void close() {
                // It is told to go on, or dies.
            }
        };
    }

    @Override
    public void close() {
        // The folder goes with the build.
    }
}
