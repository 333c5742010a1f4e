package org.robotoverlord.changelog;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A real PgBouncer before a database of {@link TestPostgres}: Debian's pgbouncer. Where the system hasn't got it, that is said loudly;
 * where the variable {@code CI} is set, it is a failure.
 */
final class PgBouncer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

    private final Process process;
    private final Path log;
    private final int port;

    private PgBouncer(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Whether the system has it. */
    static boolean isThere() {
        if (Files.isExecutable(PROGRAM)) {
            return true;
        }
        String said = "NOT TESTED behind PgBouncer: the system has no " + PROGRAM + "; install pgbouncer";
        if (System.getenv("CI") != null) {
            throw new IllegalStateException(said);
        }
        System.err.println("\n*** " + said + "\n");
        return false;
    }

    /**
     * One that takes connections.
     *
     * @param url the database
     * @param mode {@code session}, {@code transaction}
     * @param folder where it writes its log
     */
    static PgBouncer start(String url, String mode, Path folder) throws IOException {
        URI server = URI.create(url.substring("jdbc:".length()));
        Map<String, String> login = Arrays.stream(server.getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        int port = freePort();
        Path log = folder.resolve("pgbouncer-" + port + ".log");
        Path settings = Files.writeString(folder.resolve("pgbouncer-" + port + ".ini"), """
                [databases]
                pooled = host=%s port=%d dbname=%s user=%s password=%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = %s
                ignore_startup_parameters = extra_float_digits
                """.formatted(
                        server.getHost(),
                        server.getPort(),
                        server.getPath().substring(1),
                        login.get("user"),
                        Optional.ofNullable(login.get("password")).orElse(""),
                        port,
                        mode));
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
            // Whom the folder of a test is closed to.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        command.add(settings.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        PgBouncer bouncer = new PgBouncer(process, log, port);
        bouncer.await();
        return bouncer;
    }

    private void await() throws IOException {
        Eventually.is("PgBouncer takes connections, or ended", () -> !process.isAlive() || takesConnections());
        if (!process.isAlive()) {
            throw new IOException("PgBouncer doesn't start: " + Files.readString(log));
        }
    }

    private boolean takesConnections() {
        try {
            DriverManager.getConnection(url()).close();
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** The JDBC URL through it. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/pooled?user=robot";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
        }
    }
}
