package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryMojoTest extends GoalTest {
    private final PrintStream realOutput = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void readStandardOutput() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBackStandardOutput() {
        System.setOut(realOutput);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    @InjectMojo(goal = "history")
    void shows_a_table_to_people(HistoryMojo history) throws Exception {
        applied(twoChangelogs());
        module.changelog("3_20260526000000_more", "parent: " + SECOND + "\nchanges: []\n");

        assertThat(module.run(history))
                .hasSize(4)
                .anyMatch(line -> line.startsWith("number  id") && line.endsWith("description"))
                .anyMatch(line -> line.contains(FIRST) && line.contains("applied") && line.contains("test"))
                .anyMatch(line -> line.contains(SECOND) && line.endsWith("Looks on."))
                .anyMatch(line -> line.contains("3_20260526000000_more   pending"));
        assertThat(printed()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "history")
    void prints_tabs_alone_when_quiet(HistoryMojo history) throws Exception {
        applied(twoChangelogs());
        module.changelog("3_20260526000000_more", "parent: " + SECOND + "\nchanges: []\n");

        assertThat(module.quietly().run(history)).isEmpty();
        String time = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";
        assertThat(printed().lines().toList())
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(1))
                        .matches("models\t2\t" + SECOND + "\tapplied\t" + time + "\ttest\t\\d+\tLooks on\\."))
                .endsWith("models\t3\t3_20260526000000_more\tpending\t\t\t\t");
    }

    @Test
    @InjectMojo(goal = "history")
    void prints_json(HistoryMojo history) throws Exception {
        module.changelog(FIRST, "description: \"a \\\"b\\\"\"\nchanges: []\n");
        withBinaries(history);

        module.typing("format", "json").quietly().run(history);
        assertThat(printed())
                .isEqualToIgnoringNewLines(
                        "[{\"app\": \"models\", \"number\": 1, \"id\": \"" + FIRST + "\", \"state\": \"pending\","
                                + " \"applied_at\": null, \"applied_by\": null, \"duration_ms\": null,"
                                + " \"description\": \"a \\\"b\\\"\", \"parent\": null, \"conflict\": null}]");
    }

    @Test
    @InjectMojo(goal = "history")
    void shows_both_lines_of_a_fork(HistoryMojo history) throws Exception {
        String url = twoChangelogs();
        applied(url);
        module.changelog("2_20260525091500_teams", "parent: " + FIRST + "\nchanges: []\n");

        assertThat(module.run(history))
                .anyMatch(line -> line.contains("conflict"))
                .anyMatch(line -> line.contains(SECOND + "  applied") && line.contains("line 1 of 2 after " + FIRST))
                .anyMatch(line -> line.contains("2_20260525091500_teams  pending")
                        && line.contains("line 2 of 2 after " + FIRST));
        module.typing("format", "json").quietly().run(history);
        assertThat(printed())
                .contains("\"parent\": \"" + FIRST + "\", \"conflict\": \"line 2 of 2 after " + FIRST + "\"}");
    }

    @Test
    @InjectMojo(goal = "history")
    void makes_no_embedded_database(HistoryMojo history) throws Exception {
        module.changelog(FIRST, "changes: []\n");

        assertThat(module.run(withBinaries(history))).hasSize(2).noneMatch(line -> line.contains("embedded"));
        assertThat(module.files("target")).isEmpty();
    }

    @Test
    @InjectMojo(goal = "history")
    void refuses_another_format(HistoryMojo history) {
        module.changelog(FIRST, "changes: []\n");

        assertThat(module.typing("format", "xml").refused(history)).isEqualTo("-Dformat takes text or json, not 'xml'");
    }

    @Test
    @InjectMojo(goal = "history")
    void shows_what_was_edited_and_what_is_gone(HistoryMojo history) throws Exception {
        applied(twoChangelogs());
        module.changelog(FIRST, "changes:\n  - createSchema: {name: other}\n");
        module.delete("migrations/models/" + SECOND + ".yaml");

        assertThat(module.run(history))
                .anyMatch(line -> line.contains(FIRST + "   changed"))
                .anyMatch(line -> line.contains(SECOND + "  unknown"));
    }
}
