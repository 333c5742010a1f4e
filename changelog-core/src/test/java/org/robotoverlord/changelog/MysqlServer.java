package org.robotoverlord.changelog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running MariaDB or MySQL with data of its own, for tests alone: it listens on this machine and lets everybody in. */
public final class MysqlServer {
    private static final List<String> QUICK = List.of(
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-doublewrite=0",
            "--innodb-buffer-pool-size=64M",
            "--performance-schema=OFF",
            "--skip-name-resolve",
            "--max-connections=150");
    private static final List<String> DURABLE = List.of(
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-buffer-pool-size=32M",
            "--performance-schema=OFF",
            "--skip-name-resolve",
            "--max-connections=50");
    private static final long SECONDS_TO_START = 60;

    private final MysqlBinaries kind;
    private final Path directory;
    private final List<String> settings;
    private Process process;
    private int port;

    private MysqlServer(MysqlBinaries kind, Path directory, List<String> settings, Process making) {
        this.kind = kind;
        this.directory = directory;
        this.settings = settings;
        this.process = making;
    }

    /**
     * MariaDB 11.4 with the settings that it comes with, for what is measured.
     *
     * @param directory of its own; what an earlier one left there is deleted
     */
    public static MysqlServer durableMariadb(Path directory) throws IOException {
        if (Files.exists(directory)) {
            deleteAbandoned(directory);
        }
        MysqlBinaries kind = MysqlBinaries.of(TestMysql.MARIADB).orElseThrow();
        return start(kind, directory, List.of("--skip-name-resolve"));
    }

    /**
     * A server that forgets nothing that it committed, for tests that kill it.
     *
     * @param major its version, of those of {@link TestMysql}
     * @param directory of its own, not there yet
     */
    public static MysqlServer durable(int major, Path directory) throws IOException {
        MysqlBinaries kind = MysqlBinaries.of(major).orElseThrow();
        return start(kind, directory, DURABLE);
    }

    /**
     * A server that keeps watch over its sessions and their locks, which costs it time.
     *
     * @param major its version, of those of {@link TestMysql}
     * @param directory of its own, not there yet
     */
    public static MysqlServer watchful(int major, Path directory) throws IOException {
        MysqlBinaries kind = MysqlBinaries.of(major).orElseThrow();
        List<String> settings = new ArrayList<>(QUICK);
        settings.remove("--performance-schema=OFF");
        settings.addAll(
                List.of("--performance-schema=ON", "--performance-schema-instrument=wait/lock/metadata/sql/mdl=ON"));
        return start(kind, directory, settings);
    }

    /**
     * Makes the data and starts a server that is quick and forgets at a power cut.
     *
     * @param kind where its program and its messages lie
     * @param directory of its own, not there yet
     */
    static MysqlServer start(MysqlBinaries kind, Path directory) throws IOException {
        return start(kind, directory, QUICK);
    }

    private static MysqlServer start(MysqlBinaries kind, Path directory, List<String> settings) throws IOException {
        Path data = directory.resolve("data");
        Files.createDirectories(data);
        Files.createDirectories(scratch(data));
        Path log = directory.resolve("log");
        MysqlServer server = new MysqlServer(kind, directory, settings, making(kind, data, log));
        if (kind.isMariadb()) {
            try (OutputStream input = server.process.getOutputStream()) {
                input.write("use mysql;\n".getBytes(StandardCharsets.UTF_8));
                for (Path script : kind.scripts()) {
                    Files.copy(script, input);
                }
            }
        }
        await(server.process, log);
        server.startAgain();
        return server;
    }

    private static Process making(MysqlBinaries kind, Path data, Path log) throws IOException {
        if (kind.isMariadb()) {
            Files.createDirectories(data.resolve("mysql"));
            return process(kind, data, log, List.of("--bootstrap"));
        }
        return process(kind, data, log, List.of("--initialize-insecure"));
    }

    /** Starts it on the data that it has. */
    public void startAgain() throws IOException {
        Path log = directory.resolve("log");
        Path first = Files.writeString(directory.resolve("first.sql"), kind.firstSql());
        port = freePort();
        List<String> options = new ArrayList<>(settings);
        options.addAll(kind.options());
        options.add("--init-file=" + first);
        options.add("--bind-address=127.0.0.1");
        options.add("--port=" + port);
        options.add("--socket=" + directory.resolve("socket"));
        options.add("--pid-file=" + directory.resolve("pid"));
        process = process(kind, directory.resolve("data"), log, options);
        awaitConnections(log);
    }

    private static Process process(MysqlBinaries kind, Path data, Path log, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(kind.program().toString(), "--no-defaults"));
        command.addAll(List.of("--user=" + System.getProperty("user.name"), "--datadir=" + data));
        command.add("--tmpdir=" + scratch(data));
        command.addAll(kind.places());
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command);
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Of its own: a MariaDB that starts deletes the temporary tables of others there. */
    private static Path scratch(Path data) {
        return data.resolveSibling("scratch");
    }

    private static void await(Process process, Path log) throws IOException {
        try {
            if (process.waitFor() != 0) {
                throw new IOException("the server's data can't be made: " + Files.readString(log));
            }
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    private void awaitConnections(Path log) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                DriverManager.getConnection(url("")).close();
                return;
            } catch (SQLException notYet) {
                java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(15));
            }
        }
        String said = Files.readString(log);
        close();
        throw new IOException("the server doesn't start: " + said);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** The JDBC URL of a database, user included. */
    public String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=robot&allowPublicKeyRetrieval=true";
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Ends it as {@code kill -9} does; its data stays. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends it, and its data is gone. */
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
        }
        delete(directory);
    }

    /** What is left of a server whose tests were killed: its process, if it still runs, and its data. */
    static void deleteAbandoned(Path directory) {
        try {
            long pid = Long.parseLong(Files.readString(directory.resolve("pid")).strip());
            ProcessHandle.of(pid)
                    .filter(handle -> handle.info().commandLine().orElse("").contains(directory + "/"))
                    .ifPresent(handle -> {
                        handle.destroyForcibly();
                        handle.onExit().join();
                    });
        } catch (IOException | NumberFormatException neverRan) {
            // Then there is only its folder.
        }
        delete(directory);
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException left) {
            System.err.println("Left as it is: " + left.getMessage());
        }
    }

    /** Copies a stream to a file. */
    static void copy(InputStream from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
