package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;

class VerifyMojoTest extends GoalTest {
    @Test
    @InjectMojo(goal = "verify")
    void says_of_each_changelog_that_it_holds(VerifyMojo verify) throws Exception {
        twoChangelogs();

        assertThat(module.run(withBinaries(verify)))
                .contains("Verified " + FIRST + ".yaml with 3 rows", "2 changelogs hold on PostgreSQL 18");
        assertThat(module.path("target/robot/verify-models/data")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "verify")
    void tries_only_the_newer_ones_where_that_is_said(VerifyMojo verify) throws Exception {
        twoChangelogs();
        module.typing("since", "1");

        assertThat(module.run(withBinaries(verify)))
                .contains("Verified " + SECOND + ".yaml with 3 rows", "1 changelog holds on PostgreSQL 18")
                .noneMatch(line -> line.contains(FIRST));
    }

    @Test
    @InjectMojo(goal = "verify")
    void warns_where_nothing_was_tried(VerifyMojo verify) throws Exception {
        twoChangelogs();
        module.typing("since", "2");

        assertThat(module.run(withBinaries(verify)))
                .contains("WARNING No changelog was tried: none comes after 2")
                .noneMatch(line -> line.contains("hold"));
    }

    @Test
    @InjectMojo(goal = "verify")
    void knows_which_versions_there_are(VerifyMojo verify) throws Exception {
        twoChangelogs();
        module.typing("postgres", "9");

        assertThat(module.refused(withBinaries(verify)))
                .isEqualTo("there is no embedded PostgreSQL 9; take one of [14, 15, 16, 17, 18]");
    }
}
