package org.robotoverlord.changelog.disk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Writes files whole or not at all: into another file of the same folder, which is on the disk before it gets the name. Whatever
 * fails in between, a full disk or the end of the process, what was there is there.
 */
public final class WholeFile {
    private static final int AT_ONCE = 16;

    private WholeFile() {}

    /** A name beside a file that nobody has, for whoever writes what {@link #keep} or {@link #add} gives the file's name. */
    public static Path beside(Path file) {
        return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    /**
     * Writes a file that isn't there yet; its folder is made where it is missing.
     *
     * @throws FileAlreadyExistsException if it is there, also where another program has made it meanwhile
     */
    public static void create(Path file, String text) throws IOException {
        createFolder(file.toAbsolutePath().getParent());
        Path part = beside(file);
        try {
            write(part, bytes(text));
            add(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Writes a file, in whose place another may be. */
    public static void replace(Path file, String text) throws IOException {
        replace(file, bytes(text));
    }

    /**
     * Writes a file, in whose place another may be: what that one allows to whom stays. The folder is made where it is missing. Where
     * the name is a link's, the file is meant that it leads to; where it is a device's or a pipe's, that is written to.
     */
    public static void replace(Path path, byte[] content) throws IOException {
        Path file = Files.isSymbolicLink(path) ? path.toRealPath() : path;
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            Files.write(file, content);
            return;
        }
        createFolder(file.toAbsolutePath().getParent());
        Path part = beside(file);
        try {
            write(part, content);
            takeOver(file, part);
            keep(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Adds a text to the end of a file that others add to as well, in one go; the file is made where it is missing. */
    public static void append(Path file, String text) throws IOException {
        Files.write(file, bytes(text), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Makes a folder, and those above it that are missing, so that they outlast a crash. */
    public static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path above = folder.toAbsolutePath().getParent();
        if (above != null) {
            createFolder(above);
        }
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException file) {
            throw new FileSystemException(
                    folder.toString(), null, "'" + folder.getFileName() + "' is a file, and should be a folder");
        }
        if (above != null) {
            sync(above);
        }
    }

    /**
     * Gives a file that was written beside it a name that nobody has.
     *
     * @throws FileAlreadyExistsException if somebody has
     */
    public static void add(Path part, Path file) throws IOException {
        sync(part);
        try {
            // A move would take the place of whatever is there.
            Files.createLink(file, part);
            Files.delete(part);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (IOException | UnsupportedOperationException noSuchLinks) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            move(part, file);
        }
        sync(file.toAbsolutePath().getParent());
    }

    /** Gives a file or a folder that was written beside it a name, in whose place another file may be. */
    public static void keep(Path part, Path file) throws IOException {
        sync(part);
        move(part, file);
        sync(file.toAbsolutePath().getParent());
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException rare) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void write(Path part, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private static void takeOver(Path file, Path part) throws IOException {
        PosixFileAttributeView to = Files.getFileAttributeView(part, PosixFileAttributeView.class);
        if (to == null || !Files.exists(file)) {
            return;
        }
        PosixFileAttributes from = Files.readAttributes(file, PosixFileAttributes.class);
        PosixFileAttributes own = to.readAttributes();
        if (!from.owner().equals(own.owner())) {
            to.setOwner(from.owner());
        }
        if (!from.group().equals(own.group())) {
            to.setGroup(from.group());
        }
        to.setPermissions(from.permissions());
    }

    /** Sees to it that a file's content, or the names in a folder, are on the disk. */
    public static void sync(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            return;
        }
        FileChannel folder;
        try {
            folder = FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException elsewhere) {
            // Windows opens no folder, and keeps the names in one by itself.
            return;
        }
        try (folder) {
            folder.force(true);
        }
    }

    /** The same for all that is in a folder, several at once, as the disk takes them together; links have nothing of their own. */
    public static void syncAll(Path folder) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try (Stream<Path> all = Files.walk(folder)) {
            List<Callable<Void>> each = all.filter(path -> !Files.isSymbolicLink(path))
                    .map(path -> (Callable<Void>) () -> {
                        sync(path);
                        return null;
                    })
                    .toList();
            for (Future<Void> done : threads.invokeAll(each)) {
                done.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while files were written");
        } finally {
            threads.shutdownNow();
        }
    }

    /** What went wrong, as a person would say it. */
    public static String reason(IOException failed) {
        String reason = failed instanceof FileSystemException of ? of.getReason() : failed.getMessage();
        if (reason != null) {
            return reason;
        }
        return switch (failed.getClass().getSimpleName()) {
            case "AccessDeniedException" -> "access is denied";
            case "NoSuchFileException" -> "there is no such file or folder";
            case "FileAlreadyExistsException" -> "it is there already";
            default -> failed.toString();
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
