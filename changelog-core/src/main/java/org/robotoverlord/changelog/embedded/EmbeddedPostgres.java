package org.robotoverlord.changelog.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;

/**
 * A real PostgreSQL on this machine, durable as any, that runs while this program does. It is for development and tests: it
 * listens on the loopback address alone, and lets in who knows the password that was made with its data.
 *
 * <pre>{@code
 * try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Settings.of(jar, Path.of("target/robot/models")))) {
 *     DriverManager.getConnection(postgres.jdbcUrl());
 * }
 * }</pre>
 *
 * <p>The data stays where it is for the next start. The server stops when this is closed, and when the program ends, also by
 * an interruption. Only where the program is killed outright is the server left behind; the next start on that directory stops
 * it first, which rolls back what it was doing. Root, whom PostgreSQL refuses, runs it as another user.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private final Server server;
    private final DirectoryLock lock;
    private final int majorVersion;
    private final Path log;
    private final String password;

    private EmbeddedPostgres(Server server, DirectoryLock lock, int majorVersion, Path log, String password) {
        this.server = server;
        this.lock = lock;
        this.majorVersion = majorVersion;
        this.log = log;
        this.password = password;
    }

    /**
     * Starts a server and comes back when it takes connections.
     *
     * @throws UnusableData where the directory's data is of another version or another user
     * @throws Problem where the directory isn't ours, is in use, or the server doesn't start
     */
    public static EmbeddedPostgres start(Settings settings) {
        return start(settings, Way.ofThisProcess());
    }

    static EmbeddedPostgres start(Settings settings, List<Way> ways) {
        try {
            DataDirectory directory = DataDirectory.open(settings.directory());
            directory.fitting(ways);
            Binaries binaries = Binaries.unpacked(settings.binaries(), cache(settings), settings.tell());
            DirectoryLock lock = DirectoryLock.take(directory.lock(), settings.patience(), settings.tell());
            try {
                Way way = directory.way(ways, binaries);
                stopLeftBehind(directory, binaries, way);
                directory.prepare(binaries, way);
                Server server = Server.start(binaries, way, directory, settings.parameters());
                return new EmbeddedPostgres(server, lock, binaries.major(), directory.log(), directory.password());
            } catch (IOException | RuntimeException | Error e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new Problem(
                    "The embedded PostgreSQL in '" + settings.directory() + "' can't be started: " + e
                            + ". Make sure that you may write there.",
                    e);
        }
    }

    /**
     * Deletes the data of a directory, also where it is {@link UnusableData}. A server that was left behind on it is stopped.
     * The folder and its lock stay, as others may be waiting for that lock.
     *
     * @throws Problem where the directory isn't ours or is in use
     */
    public static void delete(Path path) {
        try {
            if (!Files.exists(path)) {
                return;
            }
            DataDirectory directory = DataDirectory.open(path);
            DirectoryLock lock = DirectoryLock.take(directory.lock(), Settings.PATIENCE, line -> {});
            try {
                PostmasterFile.in(directory.data())
                        .flatMap(PostmasterFile::server)
                        .ifPresent(Stop::kill);
                directory.empty();
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw new Problem(
                    "The embedded PostgreSQL in '" + path + "' can't be deleted: " + e + ". Delete it by hand.", e);
        }
    }

    /** The URL for JDBC of the database {@code postgres} as its superuser {@code postgres}, password included. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + server.address() + "/postgres?user=postgres&password=" + password;
    }

    /** The superuser's password, made with the data. */
    public String password() {
        return password;
    }

    /** Where it listens, on 127.0.0.1. */
    public int port() {
        return server.port();
    }

    /** The major version, such as 18. */
    public int majorVersion() {
        return majorVersion;
    }

    /** The file of the server's log. */
    public Path log() {
        return log;
    }

    /** Stops the server; open connections end, and what they were doing is rolled back. Closing twice does no harm. */
    @Override
    public void close() {
        server.stop();
        lock.close();
    }

    private static Path cache(Settings settings) {
        return settings.cache().orElseGet(BinariesCache::ofThisUser);
    }

    private static void stopLeftBehind(DataDirectory directory, Binaries binaries, Way way) throws IOException {
        Optional<PostmasterFile> left = PostmasterFile.in(directory.data());
        if (left.isEmpty()) {
            return;
        }
        left.get().server().ifPresent(server -> Stop.stop(binaries, way, server));
        if (Files.exists(left.get().path())) {
            left.get().markGone();
        }
    }
}
