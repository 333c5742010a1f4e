package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;

class RebaseMojoTest extends GoalTest {
    private static final String TEAMS = "2_20260525091500_teams";
    private static final String MOVED = "3_20260525091500_teams";

    private static final String NEXT =
            "Review migrations/%1$s, then run mvn robot:check, git add -A migrations/%1$s, and mvn robot:upgrade";

    private void fork() {
        twoChangelogs();
        module.changelog(
                TEAMS,
                "parent: " + FIRST + "\nchanges:\n  - createTable: {name: teams, columns: {id: {type: bigint}}}\n");
    }

    @Test
    @InjectMojo(goal = "rebase")
    void puts_the_named_line_after_the_other(RebaseMojo rebase) throws Exception {
        fork();
        module.typing("name", "teams", "dryRun", "true");
        assertThat(module.run(rebase)).containsExactly("Would rebase " + TEAMS + " -> " + MOVED);
        assertThat(module.files("migrations/models")).contains(TEAMS + ".yaml");

        assertThat(module.typing("dryRun", "false").run(rebase))
                .containsExactly("Success rebase " + TEAMS + " -> " + MOVED, NEXT.formatted("models"));
        assertThat(module.files("migrations/models"))
                .containsExactly(FIRST + ".yaml", SECOND + ".yaml", MOVED + ".yaml");
        assertThat(module.read("migrations/models/" + MOVED + ".yaml")).startsWith("parent: " + SECOND + "\n");
        assertThat(module.run(rebase)).containsExactly("Nothing to rebase");
    }

    @Test
    @InjectMojo(goal = "rebase")
    void says_how_to_answer_where_nobody_is_there(RebaseMojo rebase) {
        fork();
        assertThat(module.refused(rebase))
                .contains("whose changelogs move, and come last?")
                .contains("-Dname=" + SECOND + "   moves " + SECOND)
                .contains("-Dname=" + TEAMS + "   moves " + TEAMS);
    }

    @Test
    @InjectMojo(goal = "rebase")
    void moves_what_gits_upstream_has_not_got(RebaseMojo rebase) throws Exception {
        fork();
        try (Git git = Git.init()
                .setInitialBranch("main")
                .setDirectory(module.path(".").toFile())
                .call()) {
            git.add().addFilepattern("migrations/models/" + FIRST + ".yaml").call();
            git.add().addFilepattern("migrations/models/" + TEAMS + ".yaml").call();
            git.commit()
                    .setSign(false)
                    .setAuthor("t", "t@t")
                    .setCommitter("t", "t@t")
                    .setMessage("m")
                    .call();
            git.branchCreate().setName("work").call();
            git.getRepository().getConfig().setString("branch", "work", "remote", ".");
            git.getRepository().getConfig().setString("branch", "work", "merge", "refs/heads/main");
            git.getRepository().getConfig().save();
            git.checkout().setName("work").call();
        }
        assertThat(module.run(rebase))
                .containsExactly(
                        "Git's main has " + TEAMS + "; what it hasn't got moves",
                        "Success rebase " + SECOND + " -> 3_20260525081500_audit",
                        NEXT.formatted("models"));
    }

    @Test
    @InjectMojo(goal = "rebase", pom = TWO_APPS)
    void acts_on_one_app_of_several(RebaseMojo rebase) throws Exception {
        fork();
        module.untyping("robot.url")
                .file("migrations/audit/" + FIRST + ".yaml", "changes: []\n")
                .file("migrations/audit/" + SECOND + ".yaml", "parent: " + FIRST + "\nchanges: []\n")
                .file("migrations/audit/" + TEAMS + ".yaml", "parent: " + FIRST + "\nchanges: []\n");
        assertThat(module.typing("app", "audit", "name", "teams").run(rebase))
                .containsExactly("Success rebase " + TEAMS + " -> " + MOVED, NEXT.formatted("audit"));
        assertThat(module.files("migrations/models")).contains(TEAMS + ".yaml");
        assertThat(module.files("migrations/audit")).contains(MOVED + ".yaml");
    }

    @Test
    @InjectMojo(goal = "rebase")
    void what_is_in_the_way_is_told_and_nothing_is_changed(RebaseMojo rebase) {
        fork();
        module.changelog(
                SECOND,
                "parent: " + FIRST + "\nchanges:\n  - createTable: {name: teams, columns: {no: {type: bigint}}}\n");
        assertThat(module.typing("name", "teams").refused(rebase))
                .contains("Nothing was changed. In the way is\n  table teams: ")
                .contains("migrations/models/" + TEAMS + ".yaml:3:5: create table teams");
        assertThat(module.files("migrations/models")).contains(TEAMS + ".yaml");
    }

    @Test
    @InjectMojo(goal = "rebase")
    void a_dry_run_shows_what_a_rewritten_file_would_hold_and_what_it_costs(RebaseMojo rebase) throws Exception {
        fork();
        String other = "parent: " + FIRST + "\nchanges:\n";
        module.changelog(SECOND, other + "  - createTable: {name: teams, columns: {id: {type: text}}}\n");
        module.models("tables: {users: {columns: {id: bigint}}, teams: {columns: {id: bigint}}}\n");
        module.typing("name", "teams").typing("dryRun", "true");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        List<String> said;
        try {
            said = module.run(rebase);
        } finally {
            System.setOut(before);
        }
        assertThat(String.join("\n", said))
                .contains("Data would be lost:\n")
                .contains("Would rebase " + TEAMS + " -> " + MOVED + " (rewritten from the models)");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("parent: " + SECOND + "\nchanges:\n")
                .contains("to: bigint");
        assertThat(module.files("migrations/models")).contains(TEAMS + ".yaml");
        assertThat(module.typing("dryRun", "false").refused(rebase)).contains("-DallowDataLoss");
    }
}
