package org.robotoverlord.changelog.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;

/** A server process, from its start to its stop, which comes with the end of this program at the latest. */
final class Server {
    /** Nobody but this machine is listened to; sockets in files would need a folder that every user can write to. */
    private static final String ADDRESS = "127.0.0.1";

    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration START = Duration.ofSeconds(60);
    private static final int TRIES = 5;

    private final Binaries binaries;
    private final Way way;
    private final Path data;
    private final int port;
    private final ServerLog log;
    private final Thread hook = new Thread(this::stop, "embedded PostgreSQL: stop");
    private Process process;
    private boolean stopped;

    private Server(Binaries binaries, Way way, Path data, ServerLog log) throws IOException {
        this.binaries = binaries;
        this.way = way;
        this.data = data;
        this.log = log;
        this.port = freePort();
    }

    /**
     * Starts a server, and comes back when it takes connections. It tries again where the port was taken by another program in the
     * meantime, and where workers of a killed server are about to end. A server that a killed program had just begun to start, which nothing in
     * the directory told of yet, is stopped.
     */
    static Server start(Binaries binaries, Way way, DataDirectory directory, Map<String, String> parameters)
            throws IOException {
        for (int tries = 1; ; tries++) {
            Server server = new Server(binaries, way, directory.data(), directory.beginLog());
            if (server.launch(parameters)) {
                return server;
            }
            boolean overtaken = server.log.says("\"postmaster.pid\" already exists");
            boolean passing = overtaken || server.log.says("could not bind") || server.log.says("shared memory block");
            if (!passing || tries == TRIES) {
                throw new Problem("The embedded PostgreSQL in '" + directory.path() + "' doesn't start. Its log, '"
                        + server.log.file() + "', ends with:" + server.log.tail());
            }
            if (overtaken) {
                PostmasterFile.in(directory.data())
                        .flatMap(PostmasterFile::server)
                        .ifPresent(leftBehind -> Stop.stop(binaries, way, leftBehind));
            }
            Pause.of(Duration.ofMillis(200));
        }
    }

    int port() {
        return port;
    }

    String address() {
        return ADDRESS + ":" + port;
    }

    private boolean launch(Map<String, String> parameters) throws IOException {
        begin(command(parameters));
        try {
            return awaitReady();
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    /** Not between a shutdown's call of {@link #stop()} and its end: the server would be left behind. */
    private synchronized void begin(List<String> command) throws IOException {
        Runtime.getRuntime().addShutdownHook(hook);
        if (stopped) {
            throw new IllegalStateException("This program is ending.");
        }
        process = Command.start(way.wrap(command), log.file().toFile());
    }

    private List<String> command(Map<String, String> parameters) {
        List<String> command = new ArrayList<>(
                List.of(binaries.program("postgres"), "-D", data.toString(), "-p", Integer.toString(port)));
        Map<String, String> ours =
                Map.of("listen_addresses", ADDRESS, "unix_socket_directories", "", "shared_buffers", "32MB");
        ours.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        parameters.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    private boolean awaitReady() {
        long end = System.nanoTime() + START.toNanos();
        while (PostmasterFile.in(data).filter(file -> file.readyOn(port)).isEmpty()) {
            if (!process.isAlive()) {
                stop();
                return false;
            }
            if (System.nanoTime() > end) {
                throw new Problem("The embedded PostgreSQL isn't ready after " + START.toSeconds()
                        + " seconds. Its log, '" + log.file() + "', ends with:" + log.tail());
            }
            Pause.of(POLL);
        }
        return true;
    }

    /** Stops the server, its clients' work rolled back. Once is enough; more does no harm. */
    synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        if (process != null && process.isAlive()) {
            Optional<ProcessHandle> server = PostmasterFile.in(data).flatMap(PostmasterFile::server);
            Stop.stop(binaries, way, server.orElse(process.toHandle()));
            Stop.ended(process.toHandle(), Duration.ofSeconds(5));
            process.destroyForcibly();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending, and this is that hook.
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
            return socket.getLocalPort();
        }
    }
}
