package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.diff.Difference;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.run.Database;

/**
 * Differences that other tools get wrong, each a file of {@code src/test/resources/hard}: models before, rows, models after, what is
 * answered, and the changes that come of it. The changelog is applied to the filled database, after which nothing differs any more,
 * and is taken back, after which the database is what it was, to the letter, and so are the rows.
 *
 * <p>{@code -Drobot.goldens=write} writes the changes anew; what it wrote is to be read before it is committed.
 */
class HardDifferencesTest {
    private static final Path CASES = Path.of("src/test/resources/hard");
    private static final boolean WRITE = "write".equals(System.getProperty("robot.goldens"));
    private static final String MODELS = "src/main/models/models/models.yaml";

    @TempDir
    private Path folder;

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString().replace(".txt", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void there_and_back_on_a_filled_database(String name) throws IOException {
        Path file = CASES.resolve(name + ".txt");
        Map<String, String> parts = parts(Files.readString(file));
        Project project = new Project(folder);
        migrate(project, parts.get("from"), Map.of());
        project.execute(parts.get("rows"));
        Map<String, List<String>> before = everything(project);

        Draft draft = migrate(project, parts.get("to"), answers(parts.get("answers")));
        assertThat(drift(project)).as("the database and the changelogs").isEmpty();
        assertThat(project.robot().draft(DraftRequest.named("again"), Optional.empty()))
                .as("a second migrate")
                .isEmpty();

        project.downgrade(Target.USUAL);
        assertThat(drift(project)).as("the database after the way back").isEmpty();
        Map<String, List<String>> after = everything(project);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        String told = "== changes\n" + changes(draft) + "== rows that are others\n" + others(before, after);
        if (WRITE) {
            Files.writeString(file, Files.readString(file).replaceFirst("(?s)== changes\n.*", "") + told);
        }
        assertThat(Files.readString(file)).endsWith("\n" + told);
    }

    private static String changes(Draft draft) {
        return draft.text().substring(draft.text().indexOf("changes:\n") + "changes:\n".length());
    }

    /** What data was lost with consent, table by table. */
    private static String others(Map<String, List<String>> before, Map<String, List<String>> after) {
        StringBuilder others = new StringBuilder();
        before.forEach((table, rows) -> {
            if (!rows.equals(after.get(table))) {
                others.append(table + ": " + rows + " became " + after.get(table) + "\n");
            }
        });
        return others.toString();
    }

    private static Draft migrate(Project project, String models, Map<String, String> answers) {
        project.file(MODELS, models);
        DraftRequest request = new DraftRequest(
                Optional.of("step"),
                Optional.ofNullable(answers.get("rename")),
                Optional.ofNullable(answers.get("fill")),
                Optional.ofNullable(answers.get("map")),
                answers.containsKey("allowDataLoss"));
        Draft draft = project.robot().draft(request, Optional.empty()).orElseThrow();
        project.robot().write(draft);
        project.upgrade();
        return draft;
    }

    private static List<String> drift(Project project) {
        try (Database database = project.database()) {
            Difference drift = project.robot().drift(database);
            return drift.changes().stream().map(Change::describe).toList();
        }
    }

    /** Table → its rows, the columns in the order of their names. */
    private static Map<String, List<String>> everything(Project project) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        project.query("""
                select quote_ident(table_schema) || '.' || quote_ident(table_name) || ' ' ||
                  string_agg(quote_ident(column_name), ',' order by column_name)
                from information_schema.columns
                where table_schema in ('public', 'audit') and table_name <> 'robot_migrations'
                group by table_schema, table_name order by 1""").forEach(line -> {
            String table = project.query(
                            "select (regexp_match('" + line.replace("'", "''") + "', '^((?:\"[^\"]*\"|[^\" ])+) '))[1]")
                    .get(0);
            String columns = line.substring(table.length() + 1);
            all.put(
                    table.replace("public.", ""),
                    project.query("select row(" + columns + ")::text from " + table + " order by 1"));
        });
        return all;
    }

    private static Map<String, String> parts(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : text.split("(?m)^== ")) {
            int end = part.indexOf('\n');
            if (end > 0) {
                parts.put(part.substring(0, end), part.substring(end + 1));
            }
        }
        return parts;
    }

    private static Map<String, String> answers(String lines) {
        Map<String, String> answers = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            String value = line.substring(line.indexOf(": ") + 2);
            answers.put(line.substring(0, line.indexOf(": ")), value.replaceAll("^\"|\"$", ""));
        });
        return answers;
    }
}
