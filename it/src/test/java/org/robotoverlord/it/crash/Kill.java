package org.robotoverlord.it.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What dies, and how. */
enum Kill {
    PROCESS_KILLED("the process, by SIGKILL"),
    PROCESS_ENDED("the process, by SIGTERM"),
    INTERRUPTED("the process, by Ctrl-C (SIGINT)"),
    OUT_OF_MEMORY("the process, without memory"),
    SESSION_ENDED("the session, by the server"),
    SOCKET_CUT("the connection, cut"),
    HALF_CLOSED("the connection, closed by half"),
    ANSWER_LATE("nothing: the answer is late"),
    SERVER_KILLED("the server, at once");

    /** Why a build may be unable to try Ctrl-C. */
    static final String IGNORED =
            "this build was started with Ctrl-C ignored, as a shell does in the background, and so are its processes";

    private final String text;

    Kill(String text) {
        this.text = text;
    }

    /** As people read it. */
    String text() {
        return text;
    }

    /** Whether a process of its own is needed. */
    boolean isOfProcess() {
        return ordinal() <= OUT_OF_MEMORY.ordinal();
    }

    /** Whether the process is told, and may do something about it. */
    boolean isTold() {
        return this == PROCESS_ENDED || this == INTERRUPTED;
    }

    /** Whether somebody stands between run and server. */
    boolean isOfNetwork() {
        return this == SOCKET_CUT || this == HALF_CLOSED || this == ANSWER_LATE;
    }

    /** Why that can't be, if it can't. */
    Optional<String> impossible(Subject subject, Moment moment) {
        if (this == INTERRUPTED && isIgnored()) {
            return Optional.of(IGNORED);
        }
        if (subject.server().isEmpty() && !isOfProcess()) {
            return Optional.of(
                    "SQLite is a part of the process: there is no server and no connection that could die alone");
        }
        if (this == ANSWER_LATE && moment != Moment.DURING) {
            return Optional.of("only an answer that was asked for and isn't there yet can be late");
        }
        if (this == OUT_OF_MEMORY && moment == Moment.DURING) {
            return Optional.of(
                    "while the server is at work, the process only waits, and takes no memory (and SQLite's own memory isn't the JVM's)");
        }
        return Optional.empty();
    }

    /** A process inherits what is ignored; its second signal is that of Ctrl-C. */
    static boolean isIgnored() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
        } catch (IOException notLinux) {
            return false;
        }
    }
}
