package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.dialect.Beside;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.plan.PlannedChangelog;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;

/** Behind a pooler a session of the server may be another one in each transaction; then no lock of a session holds. */
@EnabledIf("org.robotoverlord.changelog.PgBouncer#isThere")
class PoolerTest {
    private static final String REFUSED = "a pooler gives each transaction another session of the server";

    @TempDir
    private Path folder;

    private Project project;
    private PgBouncer bouncer;

    @BeforeEach
    void makeProject() {
        project = new Project(folder)
                .changelog(1, "init", "- createTable: {name: users, columns: {id: bigint}}")
                .changelog(2, "more", "- createTable: {name: notes, columns: {id: bigint}}");
    }

    @AfterEach
    void end() {
        bouncer.close();
    }

    private void start(String mode) throws IOException {
        bouncer = PgBouncer.start(project.url(), mode, folder);
    }

    @Test
    void one_that_keeps_sessions_is_as_good_as_none() throws Exception {
        start("session");
        try (Database database = open(Optional.of(this::connect))) {
            assertThat(project.robot()
                            .upgrade(database, Target.USUAL, Progress.NONE)
                            .changelogs())
                    .hasSize(2);
        }
        try (Database database = open(Optional.of(this::connect))) {
            assertThat(project.robot()
                            .downgrade(database, Target.version("0"), plan -> true, Progress.NONE)
                            .changelogs())
                    .hasSize(2);
        }
    }

    @Test
    void one_that_shares_them_is_refused_before_anybodys_session_is_told_anything() throws Exception {
        start("transaction");
        assertThatThrownBy(() -> open(Optional.of(this::connect)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(REFUSED)
                .hasMessageContaining("Give the URL of the server itself, or of a pool with pool_mode = session");
        try (Connection next = connect();
                Statement statement = next.createStatement();
                var row = statement.executeQuery("show lock_timeout")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("0");
        }
        assertThat(project.tables()).isEmpty();
    }

    @Test
    void a_run_that_is_given_another_session_stops_before_it_does_anything_there() throws Exception {
        start("transaction");
        try (Connection other = connect();
                Database database = open(Optional.empty())) {
            Progress taking = new Progress() {
                @Override
                public void begin(PlannedChangelog changelog) {
                    execute(other, "begin");
                }
            };
            assertThatThrownBy(() -> project.robot().upgrade(database, Target.USUAL, taking))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("the session isn't the one any more that holds the lock of this run, so "
                            + Project.id(1, "init") + " wasn't begun");
        }
        assertThat(project.tables()).isEmpty();
        assertThat(project.rows()).isEmpty();
    }

    @Test
    void two_runs_that_are_given_one_session_are_not_both_let_in() throws Exception {
        start("transaction");
        try (Database one = open(Optional.empty());
                Database other = open(Optional.empty())) {
            Progress meanwhile = new Progress() {
                @Override
                public void begin(int changelogs) {
                    assertThatThrownBy(() -> project.robot().upgrade(other, Target.USUAL, Progress.NONE))
                            .isInstanceOf(Problem.class)
                            .hasMessageContaining(REFUSED);
                }
            };
            assertThat(project.robot().upgrade(one, Target.USUAL, meanwhile).changelogs())
                    .hasSize(2);
        }
        assertThat(project.query("select count(*) from pg_locks where locktype = 'advisory' and database ="
                        + " (select oid from pg_database where datname = current_database())"))
                .isEqualTo(List.of("0"));
    }

    private Database open(Optional<Beside> beside) throws SQLException {
        return new Database(connect(), Dialects.of(bouncer.url()), "public", beside);
    }

    private Connection connect() throws SQLException {
        // What the driver prepares at the server is the session's as well.
        return DriverManager.getConnection(bouncer.url() + "&prepareThreshold=0");
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
