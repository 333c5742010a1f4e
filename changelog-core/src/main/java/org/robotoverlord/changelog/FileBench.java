package org.robotoverlord.changelog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.robotoverlord.changelog.run.Database;

/** A workbench whose databases are files: a copy of one is a copy of the folder that it lies in. */
public final class FileBench implements Workbench, AutoCloseable {
    private final Path folder;
    private final Path own;
    private final Path copy;
    private final Function<Path, Database> open;

    /**
     * @param folder in which all lies, and what was there before is lost; it goes when this is closed
     * @param open opens the database of a folder that is there, and makes it where it isn't
     */
    public FileBench(Path folder, Function<Path, Database> open) {
        this.own = folder.resolve("own");
        this.copy = folder.resolve("copy");
        this.folder = folder;
        this.open = open;
        close();
    }

    @Override
    public void use(Consumer<Database> work) {
        make(own);
        try (Database database = open.apply(own)) {
            work.accept(database);
        }
    }

    @Override
    public <T> T onCopy(Function<Database, T> work) {
        make(own);
        make(copy);
        try {
            for (Path file : files(own)) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
            try (Database database = open.apply(copy)) {
                return work.apply(database);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            delete(copy);
        }
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Override
    public void close() {
        if (Files.exists(folder)) {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
