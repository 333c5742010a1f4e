package org.robotoverlord.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.it.build.Build;
import org.robotoverlord.it.build.NewProject;
import org.robotoverlord.it.build.Output;
import org.robotoverlord.it.build.Running;

/**
 * Maven is told to end in the middle of an upgrade, by {@code kill}, by whoever stops its container, or by Ctrl-C: it says so, leaves no
 * server at work, nothing half, and the next run finishes.
 */
@DisabledOnOs(OS.WINDOWS)
class EndedRunIT {
    private static final String LONG = "-Dseconds=600";
    private static final String SHORT = "-Dseconds=0";

    private final Scene scene = new Scene(TestPostgres.freshDatabase());

    @Test
    void told_within_a_changelog_it_takes_that_one_back() throws SQLException {
        Build project = NewProject.withChangelogs(
                NewProject.named("ended-within"), List.of("- createTable: {name: a, columns: {id: bigint}}", """
                        - createTable: {name: b, columns: {id: bigint}}
                        - sql: {up: "select pg_sleep(${seconds})", down: none}
                        - createTable: {name: c, columns: {id: bigint}}
                        """));
        Running run = project.start("robot:upgrade", LONG, scene.database());
        Scene.await(run, scene::isAsleep);

        run.end();

        requireTold(run.waitFor(), 143);
        assertThat(scene.isAsleep()).isFalse();
        assertThat(scene.tables()).containsExactly("a");
        assertThat(scene.journal()).containsExactly("1 1 1");
        project.mvn("robot:upgrade", SHORT, scene.database())
                .succeeds()
                .neverSays("Success upgrade " + NewProject.id(1))
                .says("Success upgrade " + NewProject.id(2));
        assertThat(scene.tables()).containsExactly("a", "b", "c");
        assertThat(scene.journal()).containsExactly("1 1 1", "2 1 1");
    }

    @Test
    void interrupted_outside_a_transaction_it_goes_on_at_that_step() throws SQLException {
        assumeFalse(Kill.isIgnored(), Kill.IGNORED);
        Build project = NewProject.withChangelogs(NewProject.named("interrupted-outside"), List.of("""
                - createTable: {name: a, columns: {id: bigint}}
                - sql: {transactional: false, up: "select pg_sleep(${seconds})", down: none}
                - createTable: {name: b, columns: {id: bigint}}
                """));
        Running run = project.inItsOwnGroup().start("robot:upgrade", LONG, scene.database());
        Scene.await(run, scene::isAsleep);

        run.interrupt();

        requireTold(run.waitFor(), 130);
        assertThat(scene.isAsleep()).isFalse();
        assertThat(scene.tables()).containsExactly("a");
        assertThat(scene.journal()).containsExactly("1 1 3");
        project.mvn("robot:upgrade", SHORT, scene.database()).succeeds().says("Success upgrade " + NewProject.id(1));
        assertThat(scene.tables()).containsExactly("a", "b");
        assertThat(scene.journal()).containsExactly("1 3 3");
    }

    /** The server is a process of the run's group, so a terminal tells it, too. */
    @Test
    void interrupted_with_its_embedded_database_it_leaves_none_behind() {
        assumeFalse(Kill.isIgnored(), Kill.IGNORED);
        Build project = NewProject.withChangelogs(
                NewProject.named("interrupted-embedded"),
                List.of(
                        "- createTable: {name: a, columns: {id: bigint}}",
                        "- createTable: {name: b, columns: {id: bigint}}\n"
                                + "- sql: {up: \"select pg_sleep(${seconds})\", down: none}"));
        Running run = project.inItsOwnGroup().start("robot:upgrade", LONG);
        Scene.await(
                run,
                () -> run.text().contains("Success upgrade " + NewProject.id(1))
                        && Scene.embedded(project).isAsleep());

        run.interrupt();

        requireTold(run.waitFor(), 130);
        assertThat(Files.exists(project.folder().resolve("target/robot/models/data/postmaster.pid")))
                .isFalse();
        assertThat(project.tables()).containsExactly("a");
        project.mvn("robot:upgrade", SHORT).succeeds().says("Success upgrade " + NewProject.id(2));
        assertThat(project.tables()).containsExactly("a", "b");
    }

    private static void requireTold(Output output, int status) {
        output.says("told to end: what the database is at is cancelled; the next run goes on from there")
                .neverSays("\tat ", "Success upgrade " + NewProject.id(2), "Exception", "BUILD SUCCESS");
        assertThat(output.status()).isEqualTo(status);
    }
}
