package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;

class HeadsMojoTest extends GoalTest {
    @Test
    @InjectMojo(goal = "heads")
    void gives_the_ids_of_what_is_pending(HeadsMojo heads) throws Exception {
        String url = twoChangelogs();

        assertThat(module.run(heads)).containsExactly(FIRST, SECOND);
        applied(url);
        assertThat(module.run(heads)).isEmpty();
    }

    @Test
    @InjectMojo(goal = "heads")
    void gives_both_lines_of_a_fork_and_says_so(HeadsMojo heads) throws Exception {
        twoChangelogs();
        module.changelog("2_20260525091500_teams", "parent: " + FIRST + "\nchanges: []\n");

        assertThat(module.run(heads))
                .startsWith(FIRST, SECOND, "2_20260525091500_teams")
                .anyMatch(line -> line.contains("robot:rebase puts one after the other"))
                .anyMatch(line -> line.contains("2_20260525091500_teams: line 2 of 2 after " + FIRST));
    }

    @Test
    @InjectMojo(goal = "heads", pom = TWO_APPS)
    void says_the_app_where_several_are_shown(HeadsMojo heads) throws Exception {
        twoChangelogs();
        module.untyping("robot.url").file("migrations/audit/" + FIRST + ".yaml", "changes: []\n");

        assertThat(module.run(withBinaries(heads)))
                .containsExactly("models/" + FIRST, "models/" + SECOND, "audit/" + FIRST);
        assertThat(module.typing("app", "audit").run(heads)).containsExactly(FIRST);
    }
}
