package org.robotoverlord.changelog.embedded;

import java.time.Duration;
import java.util.List;

/**
 * Ends a server: first as its administrator would, then less and less politely. Java can only ask a server to wait until its
 * clients have gone, so the signals are sent by {@code pg_ctl}, which is there also where no {@code kill} is.
 */
final class Stop {
    private Stop() {}

    /** Comes back when the server has ended. After {@code INT} the data is clean; after the others the next start repairs it. */
    static void stop(Binaries binaries, Way way, ProcessHandle server) {
        boolean interrupted = Thread.interrupted();
        try {
            for (String signal : List.of("INT", "QUIT")) {
                Command.run(way.wrap(List.of(binaries.program("pg_ctl"), "kill", signal, Long.toString(server.pid()))));
                if (ended(server, Duration.ofSeconds(15))) {
                    return;
                }
            }
            server.destroyForcibly();
            ended(server, Duration.ofSeconds(5));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Without {@code pg_ctl}, for a server whose data is to be deleted anyway. */
    static void kill(ProcessHandle server) {
        server.destroy();
        if (!ended(server, Duration.ofSeconds(2))) {
            server.destroyForcibly();
            ended(server, Duration.ofSeconds(5));
        }
    }

    /** Whether a process has ended, waiting for that. It waits also where the thread was interrupted: stopping isn't given up. */
    static boolean ended(ProcessHandle process, Duration most) {
        boolean interrupted = false;
        long end = System.nanoTime() + most.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !process.isAlive();
    }
}
