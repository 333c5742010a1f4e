package org.robotoverlord.changelog;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.robotoverlord.changelog.dialect.Access;
import org.robotoverlord.changelog.disk.WholeFile;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Saving;

/**
 * Saves a whole database into a file before it is changed. The file is there only once it is whole and was read again, takes no other's
 * place, and is its owner's alone to read.
 */
public final class Backup implements Precaution {
    private static final String NOTHING = "; no backup was taken, and nothing was done. ";

    private final Database database;
    private final Access access;
    private final Optional<String> program;
    private final Path file;
    private final String shown;
    private final Consumer<String> tell;
    private Saving saving;

    /**
     * @param access how the database was reached
     * @param program the program that saves, where one does, or its name; empty for the usual
     * @param file where the backup is to be
     * @param shown the same as the user wrote it
     * @param tell takes a line for the user
     */
    public Backup(
            Database database,
            Access access,
            Optional<String> program,
            Path file,
            String shown,
            Consumer<String> tell) {
        this.database = database;
        this.access = access;
        this.program = program;
        this.file = file.toAbsolutePath();
        this.shown = shown;
        this.tell = tell;
    }

    @Override
    public void check() {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw taken(null);
        }
        if (!Files.isDirectory(file.getParent())) {
            throw new Problem("the backup is to be '" + shown + "', and there is no such folder" + NOTHING
                    + "Make the folder, or correct the name.");
        }
        try {
            Files.delete(part());
        } catch (IOException failed) {
            throw unwritten(failed);
        }
        saving = Saving.of(database, access, program);
    }

    private Path part() throws IOException {
        Path part = WholeFile.beside(file);
        FileAttribute<?>[] ownersAlone = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        // Where the process ends in between, nothing of it is to stay.
        part.toFile().deleteOnExit();
        return Files.createFile(part, ownersAlone);
    }

    @Override
    public void take() {
        tell.accept("Saving the database into " + shown);
        Path part = null;
        try {
            part = part();
            saving.save(part);
            WholeFile.add(part, file);
            tell.accept("Saved it: " + shown + ", " + size(Files.size(file)) + "; to bring it back: "
                    + saving.restoring(shown));
        } catch (FileAlreadyExistsException meanwhile) {
            throw taken(meanwhile);
        } catch (IOException failed) {
            throw unwritten(failed);
        } finally {
            delete(part);
        }
    }

    private static void delete(Path part) {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException stays) {
            // It bears a name that says what it is, and whatever came before says more.
        }
    }

    private Problem taken(IOException cause) {
        return new Problem(
                "the backup is to be '" + shown + "', and that is there already" + NOTHING
                        + "Name another file, as with the date: -Dbackup=shop-2026-05-25.dump.",
                cause);
    }

    private Problem unwritten(IOException failed) {
        return new Problem(
                "the backup '" + shown + "' can't be written: " + WholeFile.reason(failed) + NOTHING
                        + "Look at the folder's permissions and the disk.",
                failed);
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? Math.max(1, bytes / 1000) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
