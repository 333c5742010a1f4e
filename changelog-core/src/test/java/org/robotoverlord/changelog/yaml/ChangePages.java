package org.robotoverlord.changelog.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.change.ChangeExamples;
import org.robotoverlord.changelog.dialect.Dialects;

/**
 * The site's pages of the kinds of change, one a kind: what its record's Javadoc says, its keys, and what it looks like in a
 * changelog and as SQL, there and back. The examples are those that {@link ChangeExamples} tries on real databases, the SQL is what
 * was found good there.
 */
final class ChangePages {
    private static final String HEAD = """
            # The kinds of change

            Every change that a changelog may hold, with a page each: its keys, and what it does to a database, there and back. How changes stand
            in a changelog is told in [the format](format.md).

            | change | what it does |
            |---|---|
            """;

    /** Where the SQL lies that every dialect's own test compares. */
    private static final Path SQL = Path.of("src/test/resources/sql");

    /** More examples of one kind would hide the first. */
    private static final int EXAMPLES = 3;

    private ChangePages() {}

    /** File name → text, from the folder of the site's pages. */
    static Map<String, String> all() {
        Map<String, String> pages = new LinkedHashMap<>();
        StringBuilder list = new StringBuilder(HEAD);
        Kinds kinds = Kinds.of(Change.class);
        for (String name : kinds.names()) {
            Class<?> kind = kinds.named(name).orElseThrow();
            String summary = RecordDoc.of(kind).summary();
            String first = summary.replaceFirst("(?<=[.:]) .*", "").replaceFirst(":$", ".");
            list.append("| [").append(name).append("](changes/").append(name).append(".md) | ");
            list.append(first).append(" |\n");
            pages.put("changes/" + name + ".md", page(name, kind, summary));
        }
        pages.put("changes.md", list.toString());
        return pages;
    }

    private static String page(String name, Class<?> kind, String summary) {
        StringBuilder page = new StringBuilder("# " + name + "\n\n" + summary + "\n");
        page.append(KeyPage.ofKind(kind).replace("](#", "](keys.md#").replaceAll("]\\((?=\\w+\\.md)", "](../"));
        List<ChangeExample> examples = ChangeExamples.all().stream()
                .filter(example -> kind.isInstance(example.change()))
                .limit(EXAMPLES)
                .toList();
        if (examples.isEmpty()) {
            throw new IllegalStateException("ChangeExamples has no " + kind.getSimpleName());
        }
        examples.forEach(example -> page.append(text(example)));
        return page.toString();
    }

    private static String text(ChangeExample example) {
        StringBuilder text = new StringBuilder();
        text.append("\n## ").append(sentence(example.name())).append("\n\n```yaml tried\n");
        text.append(YamlText.of(YamlWriter.sequence(List.of(YamlWriter.node(example.change())))))
                .append("```\n");
        for (String dialect : dialects()) {
            Path sql = SQL.resolve(dialect).resolve(example.name() + ".sql");
            if (Files.exists(sql)) {
                String title = Dialects.named(dialect).title();
                text.append('\n').append(title).append(":\n\n```sql tried\n");
                text.append(read(sql)).append("```\n");
            }
        }
        return text.toString();
    }

    private static String sentence(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }

    private static List<String> dialects() {
        try (Stream<Path> folders = Files.list(SQL)) {
            return List.copyOf(new TreeSet<>(
                    folders.map(folder -> folder.getFileName().toString()).toList()));
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
}
