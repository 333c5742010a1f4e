package org.robotoverlord.it.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.embedded.EmbeddedPostgres;
import org.robotoverlord.changelog.embedded.Settings;

/** An embedded PostgreSQL with {@code fsync} on. */
final class PostgresPlace implements Place {
    private static final String DATABASE = "bench";

    private final Path folder;
    private final EmbeddedPostgres server;

    /** @param folder for its data and scripts */
    PostgresPlace(Path folder) {
        this.folder = folder;
        // psql makes everything in one transaction, which locks more than the usual settings let it.
        this.server = EmbeddedPostgres.start(
                Settings.of(TestPostgres.binaries(TestPostgres.NEWEST), folder.resolve("postgres"))
                        .with("max_locks_per_transaction", "8192"));
    }

    @Override
    public String title() {
        return "PostgreSQL " + TestPostgres.NEWEST;
    }

    @Override
    public Wording wording() {
        return Wording.POSTGRESQL;
    }

    @Override
    public String empty() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE + " with (force)");
            statement.execute("create database " + DATABASE);
            statement.execute("checkpoint");
        }
        return url();
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + DATABASE + "?user=postgres&password="
                + server.password();
    }

    @Override
    public Optional<Run> script(Workload workload) throws IOException {
        Path script = folder.resolve("n" + workload.size() + ".sql");
        workload.writeForPsql(script);
        List<String> command =
                new ArrayList<>(List.of("psql", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-f", script.toString()));
        command.addAll(
                List.of("-h", "127.0.0.1", "-p", String.valueOf(server.port()), "-U", "postgres", "-d", DATABASE));
        return Optional.of(() -> {
            empty();
            return Measured.run(folder, Map.of("PGPASSWORD", server.password()), command);
        });
    }

    @Override
    public void close() {
        server.close();
    }
}
