package org.robotoverlord.changelog.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.change.ChangeExamples;
import org.robotoverlord.changelog.changelog.ChangelogWriter;

/** The real files of this repository: models and changelogs of its projects, pages and examples. */
final class Corpus {
    private static final Path ROOT = Path.of("..");
    private static final Pattern MODEL_BLOCK = Pattern.compile("(?ms)^```yaml model[^\\n]*\\n(.*?)^```");
    private static final Pattern HARD_MODEL = Pattern.compile("(?ms)^== (?:from|to)\\n(.*?)(?=^== )");

    private Corpus() {}

    /** Models: the forum's, those of users' projects, of pages and of hard differences. */
    static List<String> models() {
        List<String> models = new ArrayList<>(texts(ROOT.resolve("migrations/src"), isYaml()));
        models.addAll(texts(ROOT.resolve("it/src/it"), isYaml().and(file -> holds(file, "models/models"))));
        models.addAll(pieces(ROOT.resolve("src-site/markdown"), ".md", MODEL_BLOCK));
        models.addAll(pieces(Path.of("src/test/resources/hard"), ".txt", HARD_MODEL));
        return models;
    }

    /** Changelogs: the forum's, those of users' projects, and one of each example of a change. */
    static List<String> changelogs() {
        List<String> changelogs = new ArrayList<>(forum());
        changelogs.addAll(texts(ROOT.resolve("it/src/it"), isYaml().and(file -> holds(file, "migrations/"))));
        for (ChangeExample example : ChangeExamples.all()) {
            changelogs.add(
                    ChangelogWriter.text(Optional.of(example.name()), Optional.empty(), List.of(example.change())));
        }
        return changelogs;
    }

    /** Changelogs of examples of a change, each over what it is applied to. */
    static List<String> replayable() {
        List<String> changelogs = new ArrayList<>();
        for (ChangeExample example : ChangeExamples.all()) {
            List<Change> changes = new ArrayList<>(example.given());
            changes.add(example.change());
            changelogs.add(ChangelogWriter.text(Optional.of(example.name()), Optional.empty(), changes));
        }
        return changelogs;
    }

    /** The forum's changelogs, oldest first. */
    static List<String> forum() {
        return forumFiles().stream().map(Corpus::text).toList();
    }

    /** The names of the forum's changelogs, oldest first. */
    static List<String> forumNames() {
        return forumFiles().stream().map(file -> file.getFileName().toString()).toList();
    }

    private static List<Path> forumFiles() {
        return files(ROOT.resolve("migrations/migrations/models"), isYaml()).stream()
                .sorted((one, other) -> Integer.compare(number(one), number(other)))
                .toList();
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceFirst("_.*", ""));
    }

    private static Predicate<Path> isYaml() {
        return file -> file.toString().endsWith(".yaml");
    }

    private static boolean holds(Path file, String part) {
        return file.toString().replace('\\', '/').contains(part);
    }

    private static List<String> texts(Path folder, Predicate<Path> wanted) {
        return files(folder, wanted).stream().map(Corpus::text).toList();
    }

    private static List<String> pieces(Path folder, String ending, Pattern piece) {
        return texts(folder, file -> file.toString().endsWith(ending)).stream()
                .flatMap(text -> piece.matcher(text).results().map(found -> found.group(1)))
                .toList();
    }

    private static List<Path> files(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(wanted)
                    .filter(file -> !holds(file, "/target/"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static List<byte[]> bytes(List<String> texts) {
        return texts.stream().map(text -> text.getBytes(UTF_8)).toList();
    }
}
