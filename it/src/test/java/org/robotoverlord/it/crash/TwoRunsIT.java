package org.robotoverlord.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.it.build.Build;
import org.robotoverlord.it.build.NewProject;
import org.robotoverlord.it.build.Output;
import org.robotoverlord.it.build.Rows;
import org.robotoverlord.it.build.Running;

/** Two runs begin at once on one empty database: each changelog is applied once, and both succeed. */
class TwoRunsIT {
    private static final int CHANGELOGS = 10;

    @Test
    void two_processes_share_the_work_without_a_failure() throws SQLException {
        List<String> changes = new ArrayList<>();
        for (int i = 1; i <= CHANGELOGS; i++) {
            changes.add("- createTable: {name: t%d, columns: {id: bigint}}\n".formatted(i)
                    + "- sql: {up: select pg_sleep(0.1), down: none}");
        }
        Build project = NewProject.withChangelogs(NewProject.named("two-runs"), changes);
        String url = TestPostgres.freshDatabase();
        Running first = project.start("-e", "robot:upgrade", "-Drobot.url=" + url);
        Running second = project.start("-e", "robot:upgrade", "-Drobot.url=" + url);
        Output one = first.waitFor().succeeds();
        Output other = second.waitFor().succeeds();
        List<String> done = new ArrayList<>();
        for (Output output : List.of(one, other)) {
            output.text()
                    .lines()
                    .filter(line -> line.contains("Success upgrade "))
                    .forEach(done::add);
        }
        assertThat(done).hasSize(CHANGELOGS).doesNotHaveDuplicates();
        assertThat(Rows.of(url, "select steps_done, steps_total from robot_migrations"))
                .isEqualTo(Collections.nCopies(CHANGELOGS, "1 1"));
    }
}
