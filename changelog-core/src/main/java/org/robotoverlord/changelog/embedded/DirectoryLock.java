package org.robotoverlord.changelog.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.robotoverlord.changelog.problem.Problem;

/**
 * One process at a time for one data directory. The operating system lets go of it when the process ends, however it ends.
 *
 * <p>Such a lock belongs to the whole process, and closing any channel on its file lets go of it. So threads of one process
 * (modules built in parallel, each with a class loader of its own) settle it among themselves first, in the one map that they
 * all see: the system properties.
 */
final class DirectoryLock implements AutoCloseable {
    /** Far behind the file's text, which others may then read even where locks bind readers. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private static final Duration POLL = Duration.ofMillis(20);

    private final String name;
    private final FileChannel channel;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private DirectoryLock(String name, FileChannel channel) {
        this.name = name;
        this.channel = channel;
    }

    /**
     * Waits for the lock, and says so once.
     *
     * @param file made where it is missing; holds the number of the process that has the lock
     * @param patience how long to wait at most
     * @param tell takes the line that says what is waited for
     */
    static DirectoryLock take(Path file, Duration patience, Consumer<String> tell) throws IOException {
        String name = DirectoryLock.class.getName() + ":" + file;
        Waiting waiting = new Waiting(file.getParent(), patience, tell);
        while (System.getProperties().putIfAbsent(name, "") != null) {
            waiting.on("another part of this build");
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (!locked(channel)) {
                waiting.on("the process " + Files.readString(file));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new DirectoryLock(name, channel);
        } catch (IOException | RuntimeException e) {
            release(name, channel);
            throw e;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        FileLock lock = channel.tryLock(PLACE, 1, false);
        return lock != null;
    }

    /** Once only: the next holder may be of this process, under the same name. */
    @Override
    public void close() {
        if (!open.compareAndSet(true, false)) {
            return;
        }
        try {
            release(name, channel);
        } catch (IOException e) {
            // The lock is gone with its process at the latest; nobody can do more about it.
        }
    }

    private static void release(String name, FileChannel channel) throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            System.getProperties().remove(name);
        }
    }

    private static final class Waiting {
        private final Path directory;
        private final Duration patience;
        private final Consumer<String> tell;
        private final long end;
        private boolean told;

        Waiting(Path directory, Duration patience, Consumer<String> tell) {
            this.directory = directory;
            this.patience = patience;
            this.tell = tell;
            this.end = System.nanoTime() + patience.toNanos();
        }

        void on(String holder) {
            if (System.nanoTime() > end) {
                throw new Problem(
                        "The embedded PostgreSQL in '" + directory + "' is in use by " + holder + ", still after "
                                + patience.toSeconds() + " seconds. Let that end, or stop it, and run this again.");
            }
            if (!told) {
                tell.accept("Waiting for " + holder + ", which uses the embedded PostgreSQL in '" + directory + "'");
                told = true;
            }
            Pause.of(POLL);
        }
    }
}
