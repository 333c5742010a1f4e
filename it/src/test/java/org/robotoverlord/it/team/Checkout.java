package org.robotoverlord.it.team;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.robotoverlord.changelog.App;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.changelog.Surroundings;
import org.robotoverlord.changelog.model.ModelWriter;
import org.robotoverlord.changelog.run.Journal;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** A project in a git repository: models, a file a table, and changelogs. */
final class Checkout implements AutoCloseable {
    private static final String MODELS = "src/main/models/models";
    private static final String LOCATION = "migrations/models";

    private final Path folder;
    private final Git git;

    private Checkout(Path folder, Git git) {
        this.folder = folder;
        this.git = git;
    }

    /** A new one, with nothing in it. */
    static Checkout init(Path folder) throws GitAPIException, IOException {
        Git git = Git.init()
                .setInitialBranch("main")
                .setDirectory(folder.toFile())
                .call();
        git.getRepository().getConfig().setString("user", null, "name", "tester");
        git.getRepository().getConfig().setString("user", null, "email", "tester@example.org");
        git.getRepository().getConfig().setBoolean("commit", null, "gpgsign", false);
        git.getRepository().getConfig().save();
        return new Checkout(folder, git);
    }

    /** The robot that works in it, at a minute of a certain day. */
    Robot robot(int minute) {
        return robot(minute, MODELS);
    }

    /** One that finds no models. */
    Robot robotWithoutModels() {
        return robot(0, "none");
    }

    private Robot robot(int minute, String models) {
        App app = new App(
                "models",
                folder,
                folder.resolve(models),
                folder.resolve(LOCATION),
                Optional.empty(),
                Optional.empty(),
                Name.of(Journal.DEFAULT_TABLE),
                Map.of(),
                List.of(),
                List.of());
        Clock clock = Clock.fixed(Instant.parse("2026-05-25T08:00:00Z").plusSeconds(60L * minute), ZoneOffset.UTC);
        return new Robot(app, new Surroundings(clock, "tester", "test", Duration.ofSeconds(10)));
    }

    /** Lets the models say a schema, and nothing else. */
    void models(Schema schema) {
        for (Path file : list(MODELS)) {
            delete(file);
        }
        write(MODELS + "/schema.yaml", "");
        new ModelWriter(schema).files().forEach((name, text) -> write(MODELS + "/" + name, text));
    }

    /** The changelogs' files, name → text. */
    Map<String, String> changelogs() {
        Map<String, String> texts = new TreeMap<>();
        list(LOCATION).forEach(file -> texts.put(file.getFileName().toString(), read(file)));
        return texts;
    }

    /** Whether git left a file of the models to a person. */
    boolean hasMarkers() {
        return list(MODELS).stream().anyMatch(file -> read(file).contains("\n>>>>>>> "));
    }

    void commit(String message) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        git.commit().setSign(false).setMessage(message).call();
    }

    void branch(String name, String from) throws GitAPIException {
        git.checkout().setCreateBranch(true).setName(name).setStartPoint(from).call();
    }

    /** Merges a branch in. @return whether git could do so by itself */
    boolean merge(String branch) throws GitAPIException, IOException {
        return git.merge()
                .include(git.getRepository().findRef(branch))
                .setFastForward(FastForwardMode.NO_FF)
                .setMessage("merge " + branch)
                .call()
                .getMergeStatus()
                .isSuccessful();
    }

    private void write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Path> list(String path) {
        if (!Files.isDirectory(folder.resolve(path))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(path))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        git.close();
    }
}
