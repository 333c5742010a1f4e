package org.robotoverlord.changelog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.model.ModelFile;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;

/**
 * The files of an app on the disk. A changelog is written whole or not at all. The changelogs are those that were there when they
 * were first asked for, save what is written here.
 */
final class AppFiles {
    private final App app;
    private List<ChangelogFile> changelogs;

    AppFiles(App app) {
        this.app = app;
    }

    boolean hasModelsFolder() {
        return Files.isDirectory(app.models());
    }

    /**
     * The changelogs, lowest number first; none where the folder isn't there.
     *
     * @throws Problem for each {@code *.yaml} whose name is no changelog's and each {@code *.yml}
     */
    List<ChangelogFile> changelogs() {
        if (changelogs == null) {
            changelogs = readChangelogs();
        }
        return changelogs;
    }

    private List<ChangelogFile> readChangelogs() {
        record Named(ChangelogId id, Path file) {}
        List<Named> named = new ArrayList<>();
        List<Problem> found = new ArrayList<>();
        for (Path file : list(app.changelogs())) {
            String name = file.getFileName().toString();
            if (name.endsWith(".yml")) {
                found.add(wrongEnding(file));
            } else if (name.endsWith(ChangelogId.SUFFIX)) {
                ChangelogId.ofFile(name)
                        .ifPresentOrElse(
                                id -> named.add(new Named(id, file)),
                                () -> found.add(
                                        new Problem(
                                                Place.of(shown(file)),
                                                "the name is no changelog's; a changelog is {number}_{yyyyMMddHHmmss}_{name}.yaml, such as"
                                                        + " 2_20260525081500_add_user_verification.yaml. Rename it, or move it elsewhere.")));
            }
        }
        Problems.throwIfAny(found);
        return named.parallelStream()
                .map(each -> new ChangelogFile(each.id(), shown(each.file()), read(each.file())))
                .sorted(Comparator.comparing(ChangelogFile::id))
                .toList();
    }

    /**
     * The files of the models, by name; none where the folder isn't there.
     *
     * @throws Problem for each {@code *.yml}
     */
    List<ModelFile> models() {
        List<ModelFile> files = new ArrayList<>();
        List<Problem> found = new ArrayList<>();
        for (Path file : list(app.models())) {
            String name = file.getFileName().toString();
            if (name.endsWith(".yml")) {
                found.add(wrongEnding(file));
            } else if (name.endsWith(".yaml")) {
                files.add(new ModelFile(shown(file), read(file)));
            }
        }
        Problems.throwIfAny(found);
        return files;
    }

    private Problem wrongEnding(Path file) {
        return new Problem(
                Place.of(shown(file)),
                "files are read that end in .yaml, and this one ends in .yml; rename it, or move it elsewhere");
    }

    private List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(entry)).sorted().toList();
        } catch (IOException failed) {
            throw new Problem(
                    Place.of(shown(folder)),
                    "the folder can't be read: " + failed.getMessage() + "; look at its permissions",
                    failed);
        }
    }

    private byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new Problem(
                    Place.of(shown(file)),
                    "the file can't be read: " + failed.getMessage() + "; look at its permissions",
                    failed);
        }
    }

    /** Writes a changelog that isn't there yet: into a file beside it, which is then moved to its name. */
    Path write(ChangelogId id, String text) {
        changelogs = null;
        Path file = app.changelogs().resolve(id.fileName());
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Problem(Place.of(shown(file)), "the file is there already; run again");
        }
        return write(file, text);
    }

    /** Writes files of models, name → text, of which none may be there yet. */
    List<Path> writeModels(Map<String, String> texts) {
        List<Problem> found = new ArrayList<>();
        for (String name : texts.keySet()) {
            Path file = app.models().resolve(name);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                found.add(
                        new Problem(
                                Place.of(shown(file)),
                                "the file is there already, and models aren't overwritten; move it away, or leave the table out"));
            }
        }
        Problems.throwIfAny(found);
        return texts.entrySet().stream()
                .map(file -> write(app.models().resolve(file.getKey()), file.getValue()))
                .toList();
    }

    private Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), ".", ".part");
            try {
                writeDurably(part, text);
                move(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failed) {
            throw new Problem(
                    Place.of(shown(file)),
                    "the file can't be written: " + failed.getMessage()
                            + "; look at the folder's permissions and the disk",
                    failed);
        }
        return file;
    }

    private static void writeDurably(Path part, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(part, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException rare) {
            Files.move(part, file);
        }
    }

    /** Deletes a changelog's file. */
    void delete(ChangelogId id) {
        changelogs = null;
        try {
            Files.deleteIfExists(app.changelogs().resolve(id.fileName()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A path as the user would name it: from the project's folder, with slashes. */
    String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path base = app.base().toAbsolutePath().normalize();
        Path shown = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }
}
