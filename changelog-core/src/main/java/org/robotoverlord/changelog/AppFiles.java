package org.robotoverlord.changelog;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.disk.FileSwap;
import org.robotoverlord.changelog.disk.WholeFile;
import org.robotoverlord.changelog.disk.Within;
import org.robotoverlord.changelog.model.ModelFile;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.yaml.YamlReader;

/**
 * The files of an app on the disk. The changelogs are those that were there when they were first asked for, save what is written
 * here: what was read is what is run, whatever becomes of the file meanwhile.
 */
final class AppFiles {
    private final App app;
    private List<ChangelogFile> changelogs;

    AppFiles(App app) {
        this.app = app;
    }

    /** With changelogs that needn't be on the disk. */
    AppFiles(App app, List<ChangelogFile> changelogs) {
        this.app = app;
        this.changelogs = List.copyOf(changelogs);
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
        Within location = new Within(app.changelogs());
        for (Path file : list(app.changelogs())) {
            String name = file.getFileName().toString();
            if (name.endsWith(".yml")) {
                found.add(wrongEnding(file));
            } else if (name.endsWith(ChangelogId.SUFFIX)) {
                objection(file, location).ifPresent(found::add);
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
        Within folder = new Within(app.models());
        for (Path file : list(app.models())) {
            String name = file.getFileName().toString();
            Optional<Problem> objection = objection(file, folder);
            if (name.endsWith(".yml")) {
                found.add(wrongEnding(file));
            } else if (name.endsWith(".yaml") && objection.isPresent()) {
                found.add(objection.get());
            } else if (name.endsWith(".yaml")) {
                files.add(new ModelFile(shown(file), read(file)));
            }
        }
        Problems.throwIfAny(found);
        return files;
    }

    /** A link that leads elsewhere could show, or have written, what is none of the app's. */
    private Optional<Problem> objection(Path file, Within folder) {
        try {
            return folder.objection(file)
                    .map(objection -> new Problem(
                            Place.of(shown(file)),
                            "it " + objection + ", and no link is followed there; put the file itself in its place"));
        } catch (IOException failed) {
            throw unread(file, failed);
        }
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
            return entries.filter(
                            entry -> Files.isRegularFile(entry) || Files.isSymbolicLink(entry) && !Files.exists(entry))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new Problem(
                    Place.of(shown(folder)),
                    "the folder can't be read: " + WholeFile.reason(failed) + "; look at its permissions",
                    failed);
        }
    }

    private byte[] read(Path file) {
        try {
            YamlReader.requireSize(shown(file), Files.size(file));
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            throw new Problem(Place.of(shown(file)), "the file was taken away while it was read; run again", gone);
        } catch (IOException failed) {
            throw unread(file, failed);
        }
    }

    private Problem unread(Path file, IOException failed) {
        return new Problem(
                Place.of(shown(file)),
                "the file can't be read: " + WholeFile.reason(failed) + "; look at its permissions",
                failed);
    }

    /** Writes a changelog that isn't there yet, whole or not at all. */
    Path write(ChangelogId id, String text) {
        changelogs = null;
        Path file = app.changelogs().resolve(id.fileName());
        try {
            WholeFile.create(file, text);
        } catch (FileAlreadyExistsException taken) {
            throw new Problem(Place.of(shown(file)), "the file is there already; run again", taken);
        } catch (IOException failed) {
            throw unwritten(file, failed);
        }
        return file;
    }

    /** Writes files of models, name → text, of which none may be there yet: all of them or none. */
    List<Path> writeModels(Map<String, String> texts) {
        List<Problem> found = new ArrayList<>();
        for (String name : texts.keySet()) {
            Path file = app.models().resolve(name);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                found.add(there(file));
            }
        }
        Problems.throwIfAny(found);
        List<Path> written = new ArrayList<>();
        try {
            texts.forEach((name, text) -> written.add(writeModel(app.models().resolve(name), text)));
        } catch (Problem failed) {
            written.forEach(file -> takeAway(file, failed));
            throw failed;
        }
        return written;
    }

    private Path writeModel(Path file, String text) {
        try {
            WholeFile.create(file, text);
        } catch (FileAlreadyExistsException taken) {
            throw there(file);
        } catch (IOException failed) {
            throw unwritten(file, failed);
        }
        return file;
    }

    private static void takeAway(Path file, Problem because) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            because.addSuppressed(stays);
        }
    }

    private Problem there(Path file) {
        return new Problem(
                Place.of(shown(file)),
                "the file is there already, and models aren't overwritten; move it away, or leave the table out");
    }

    private Problem unwritten(Path file, IOException failed) {
        return new Problem(
                Place.of(shown(file)),
                "the file can't be written: " + WholeFile.reason(failed)
                        + "; nothing of it was written. Look at the folder's permissions and the disk.",
                failed);
    }

    /**
     * Deletes a changelog's file.
     *
     * @throws Problem if it isn't what was read any more, or can't be deleted; then it stays
     */
    void delete(ChangelogFile changelog) {
        changelogs = null;
        Path file = app.changelogs().resolve(changelog.id().fileName());
        try {
            if (Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), changelog.bytes())) {
                throw new Problem(
                        Place.of(shown(file)),
                        "the file was changed after it was read, so it wasn't deleted; look at it, and delete it by hand");
            }
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new Problem(
                    Place.of(shown(file)),
                    "the file can't be deleted: " + WholeFile.reason(failed) + "; delete it by hand",
                    failed);
        }
    }

    /** Gives changelogs other names and texts, all of them in the end. */
    void swap(List<Rebase.Move> moves) {
        Map<String, String> come = new LinkedHashMap<>();
        Map<String, byte[]> go = new LinkedHashMap<>();
        moves.forEach(move -> move.to().ifPresent(id -> come.put(id + ChangelogId.SUFFIX, move.text())));
        moves.stream()
                .filter(move -> !come.containsKey(move.from() + ChangelogId.SUFFIX))
                .forEach(move -> go.put(move.from() + ChangelogId.SUFFIX, move.bytes()));
        changelogs = null;
        try {
            new FileSwap(app.changelogs()).run(come, go);
        } catch (IOException failed) {
            throw unswapped(failed);
        }
    }

    /** Goes on with a {@link #swap} that was stopped. @return whether there was one */
    boolean finishSwap() {
        FileSwap swap = new FileSwap(app.changelogs());
        if (!swap.isOpen()) {
            return false;
        }
        changelogs = null;
        try {
            Optional<Path> changed = swap.changed();
            if (changed.isPresent()) {
                throw new Problem(
                        Place.of(shown(changed.get())),
                        "a rebase was stopped that is to take this file away, and it was changed since; look at what you want"
                                + " of it, and delete the file, or forget that rebase by deleting the folder '"
                                + shown(swap.folder()) + "'");
            }
            swap.finish();
            return true;
        } catch (IOException failed) {
            throw unswapped(failed);
        }
    }

    private Problem unswapped(IOException failed) {
        return new Problem(
                Place.of(shown(app.changelogs())),
                "files there can't be written or deleted: " + WholeFile.reason(failed)
                        + "; nothing is lost. Look at the folder's permissions and the disk, and run robot:rebase again.",
                failed);
    }

    /** A path as the user would name it: from the project's folder, with slashes. */
    String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path base = app.base().toAbsolutePath().normalize();
        Path shown = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }
}
