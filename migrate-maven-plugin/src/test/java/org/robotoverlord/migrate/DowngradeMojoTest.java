package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DowngradeMojoTest extends GoalTest {
    private final InputStream realInput = System.in;

    @AfterEach
    void giveBackStandardInput() {
        System.setIn(realInput);
    }

    private static void answering(String lines) {
        System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @InjectMojo(goal = "downgrade")
    void takes_back_the_newest(DowngradeMojo downgrade) throws Exception {
        upgraded();

        assertThat(module.typing("yes", "").run(downgrade)).containsExactly("Success downgrade " + SECOND + ".yaml");
        assertThat(module.run(downgrade)).containsExactly("Success downgrade " + FIRST + ".yaml");
        assertThat(module.run(downgrade)).containsExactly("Nothing to downgrade");
        assertThat(module.files("migrations/models")).hasSize(2);
    }

    @Test
    @InjectMojo(goal = "downgrade")
    void takes_back_all_and_deletes_the_files(DowngradeMojo downgrade) throws Exception {
        upgraded();

        assertThat(module.typing("yes", "", "version", "0", "delete", "").run(downgrade))
                .hasSize(2);
        assertThat(module.files("migrations/models")).isEmpty();
    }

    @Test
    @InjectMojo(goal = "downgrade")
    void is_refused_where_nobody_can_be_asked(DowngradeMojo downgrade) throws Exception {
        upgraded();

        assertThat(module.refused(downgrade))
                .isEqualTo("this takes back:\n  " + SECOND
                        + "\n    drop schema audit\nAdd -Dyes to do so; nobody can be" + " asked here.");
        assertThat(module.typing("yes", "").run(downgrade)).hasSize(1);
    }

    @Test
    @InjectMojo(goal = "downgrade")
    void says_which_data_goes_with_what_is_taken_back(DowngradeMojo downgrade) throws Exception {
        String url = twoChangelogs();
        module.changelog(
                SECOND,
                "parent: " + FIRST + "\nchanges:\n  - addColumn: {table: users, column: {mail: text}}\n"
                        + "  - createSchema: {name: audit}\n");
        applied(url);

        assertThat(module.typing("version", "0").refused(downgrade))
                .startsWith("this takes back:\n  " + SECOND + "\n    drop schema audit\n"
                        + "    drop column users.mail loses the values of column 'users.mail'\n  " + FIRST
                        + "\n    drop table users loses all rows of table 'users'\nAdd -Dyes");
    }

    @Test
    @InjectMojo(goal = "downgrade")
    void asks_and_heeds_a_no(DowngradeMojo downgrade) throws Exception {
        upgraded();
        answering("\n");

        assertThat(module.typing("robot.interactive", "").run(downgrade))
                .containsExactly("  " + SECOND, "    drop schema audit", "Nothing was taken back");
    }

    @Test
    @InjectMojo(goal = "downgrade")
    void asks_and_heeds_a_yes(DowngradeMojo downgrade) throws Exception {
        upgraded();
        answering("what?\nYes\n");

        assertThat(module.typing("robot.interactive", "").run(downgrade))
                .endsWith("Success downgrade " + SECOND + ".yaml");
    }

    @Test
    @InjectMojo(goal = "downgrade")
    void an_answer_that_never_comes_is_a_failure(DowngradeMojo downgrade) throws Exception {
        upgraded();
        answering("");

        assertThat(module.typing("robot.interactive", "").refused(downgrade))
                .isEqualTo("'Take back " + SECOND + " [False]' has no answer: standard input has ended");
    }

    @Test
    @InjectMojo(goal = "downgrade")
    void dry_run_writes_the_script_and_does_nothing(DowngradeMojo downgrade) throws Exception {
        upgraded();

        module.typing("dryRun", "", "robot.outputFile", "down.sql").run(downgrade);
        assertThat(module.read("down.sql")).contains("-- " + SECOND, "drop schema");
        assertThat(module.typing("dryRun", "false", "yes", "").run(downgrade)).hasSize(1);
    }

    /** Records both as applied, and makes what the downgrade drops. */
    private void upgraded() throws Exception {
        applied(twoChangelogs());
    }

    @Test
    @InjectMojo(goal = "downgrade", pom = TWO_APPS)
    void says_which_app_it_has_chosen(DowngradeMojo downgrade) throws Exception {
        String url = twoChangelogs();
        applied(url);
        module.untyping("robot.url").environment("DATABASE_URL", url);

        assertThat(module.typing("yes", "").run(downgrade))
                .containsExactly("App models", "Success downgrade " + SECOND + ".yaml");
    }
}
