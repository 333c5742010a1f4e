package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.dialect.Patience;
import org.robotoverlord.changelog.plan.PlannedChangelog;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;

/** A network that carries nothing any more, and says nothing of it, is noticed where it is known how long an answer may take. */
@Timeout(60)
class StalledNetworkTest {
    private static final Duration SHORT = Duration.ofMillis(500);

    @TempDir
    private Path folder;

    @Test
    void an_answer_that_does_not_come_ends_the_run_and_the_next_one_goes_on() throws Exception {
        Project project = new Project(folder)
                .changelog(1, "init", "- createTable: {name: users, columns: {id: bigint}}")
                .changelog(2, "more", "- createTable: {name: notes, columns: {id: bigint}}");
        try (StallingProxy proxy = StallingProxy.before(project.url())) {
            Project behind = Project.on(folder, proxy.url())
                    .withPatience(new Patience(SHORT, Duration.ofMinutes(1), Optional.of(SHORT)));
            Progress stalling = new Progress() {
                @Override
                public void done(PlannedChangelog changelog) {
                    proxy.stall();
                }
            };
            long begun = System.nanoTime();
            try (Database database = behind.database()) {
                assertThatThrownBy(() -> behind.robot().upgrade(database, Target.USUAL, stalling))
                        .isInstanceOf(Problem.class)
                        .hasMessageContaining(Project.id(2, "more"));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
        }
        assertThat(project.upgrade().changelogs()).hasSize(1);
        assertThat(project.tables()).containsExactly("notes", "users");
    }
}
