package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SquashMojoTest extends GoalTest {
    private static final String THIRD = "3_20260526081500_mail";

    private String url;

    @BeforeEach
    void threeChangelogs() {
        url = twoChangelogs();
        module.changelog(
                THIRD,
                "parent: " + SECOND + "\nchanges:\n  - addColumn: {table: users, column: {mail: text}}\n"
                        + "  - insert: {table: users, rows: [{id: 1, mail: a}], down: none}\n");
    }

    private String squashFile() {
        return module.files("migrations/models").stream()
                .filter(name -> name.contains("squashed"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @InjectMojo(goal = "squash")
    void proves_and_writes_one_in_place_of_many(SquashMojo squash) throws Exception {
        module.typing("keep", "0");

        assertThat(module.run(withBinaries(squash)))
                .contains(
                        "3 changelogs with 4 changes become one with 3 changes",
                        "Proved on PostgreSQL 18: both ways lead to the same schema and the same row",
                        "Success squash " + squashFile())
                .anyMatch(line -> line.startsWith("Review migrations/models/" + squashFile()));
        assertThat(module.read("migrations/models/" + squashFile()))
                .startsWith("description: Takes the place of 3 changelogs, " + FIRST + " to " + THIRD + ".\n")
                .endsWith("replaces:\n  - " + FIRST + "\n  - " + SECOND + "\n  - " + THIRD + "\n");
        assertThat(module.path("target/robot/verify-models/data")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "squash")
    void prints_it_and_writes_nothing_where_that_is_wanted(SquashMojo squash) throws Exception {
        module.typing("from", "1", "to", "2", "name", "First year", "dryRun", "true");

        assertThat(module.run(squash)).contains("2 changelogs with 2 changes become one with 2 changes");
        assertThat(module.files("migrations/models")).hasSize(3);
    }

    @Test
    @InjectMojo(goal = "squash")
    void deletes_what_was_replaced_once_the_database_took_the_squash_as_run(SquashMojo squash) throws Exception {
        applied(url);
        module.typing("keep", "0").run(withBinaries(squash));
        module.untyping("keep").typing("prune", "true");

        assertThat(module.refused(squash))
                .isEqualTo("migrations/models/" + squashFile()
                        + ": the database hasn't taken it as run yet: it has rows of 3 changelogs that it replaces. Run"
                        + " robot:upgrade there first.");
        applied(url);
        assertThat(module.run(squash))
                .containsExactly(
                        "Deletes migrations/models/" + FIRST + ".yaml",
                        "Deletes migrations/models/" + SECOND + ".yaml",
                        "Deletes migrations/models/" + THIRD + ".yaml",
                        "Success prune 3 files");
        assertThat(module.run(squash)).containsExactly("Nothing to prune");
        assertThat(module.files("migrations/models")).containsExactly(squashFile());
    }

    @Test
    @InjectMojo(goal = "squash")
    void says_where_no_database_was_looked_at(SquashMojo squash) throws Exception {
        squash.url = null;
        module.untyping("robot.url").typing("keep", "1").run(withBinaries(squash));
        module.untyping("keep").typing("prune", "true", "dryRun", "true");

        assertThat(module.run(withBinaries(squash)))
                .startsWith("Would delete migrations/models/" + FIRST + ".yaml")
                .anyMatch(line -> line.startsWith("WARNING No database is set, so none was looked at."));
        assertThat(module.files("migrations/models")).hasSize(4);
    }

    @Test
    @InjectMojo(goal = "squash")
    void refuses_what_can_not_be_meant(SquashMojo squash) throws Exception {
        assertThat(module.refused(squash)).startsWith("it isn't said which changelogs one is to stand in for");
        module.typing("keep", "few");
        assertThat(module.refused(squash)).isEqualTo("-Dkeep takes a whole number from 0 on, not 'few'");
        module.typing("keep", "1", "prune", "true");
        assertThat(module.refused(squash))
                .isEqualTo(
                        "-Dprune deletes what earlier squashes replace and makes none, so -Dkeep can't be meant; leave it"
                                + " out, or prune later");
    }

    @Test
    @InjectMojo(goal = "squash", pom = TWO_APPS)
    void acts_on_one_app(SquashMojo squash) throws Exception {
        module.untyping("robot.url").typing("keep", "0", "app", "audit");
        assertThat(module.refused(squash)).startsWith("there are no");
    }
}
