package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.dialect.Patience;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.run.StatementFailed;

/** A run waits for an application's locks, but never so that the application has to wait for it for long. */
class LockWaitTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> told = new ArrayList<>();
    private Project project;
    private OtherProgram application;

    @BeforeEach
    void makeUsers() throws SQLException {
        project = new Project(folder)
                .changelog(1, "init", "- createTable: {name: users, columns: {id: bigint, email: text}}");
        project.upgrade();
        application = OtherProgram.at(project);
    }

    @AfterEach
    void end() throws SQLException {
        threads.shutdownNow();
        application.close();
    }

    @Test
    void what_gives_way_is_rolled_back_and_tried_again_and_says_who_is_in_the_way() throws Exception {
        project.changelog(2, "more", """
                - createTable: {name: notes, columns: {id: bigint}}
                - addColumn: {table: users, column: {bio: text}}
                """);
        application.begins("insert into users (id)   values\n(1)");
        Future<Plan> run = upgrading(new Patience(SHORT, LONG, Optional.empty()));
        Pattern line = Pattern.compile(
                "2_20260524193000_more waits for a lock: 'shop' of user postgres from 127\\.0\\.0\\.1"
                        + " \\(pid \\d+, idle in a transaction since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC\\):"
                        + " insert into users \\(id\\) values \\(1\\); trying again in \\d\\.\\d s, for \\d+ s at the most");
        Eventually.is(
                "it was tried and said who is in the way",
                () -> told().stream().anyMatch(told -> line.matcher(told).matches()));
        assertThat(project.tables()).containsExactly("users");
        assertThat(isInTheWayFor(SHORT.multipliedBy(10))).isTrue();
        application.commits();
        assertThat(run.get(1, TimeUnit.MINUTES).changelogs()).hasSize(1);
        assertThat(project.tables()).containsExactly("notes", "users");
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 1");
    }

    /** Somebody who only reads waits behind a change that waits, but for no longer than that may. */
    private boolean isInTheWayFor(Duration longest) throws SQLException {
        long begun = System.nanoTime();
        project.query("select count(*) from users");
        return System.nanoTime() - begun < longest.toNanos();
    }

    @Test
    void in_the_end_it_gives_up_and_says_who_was_in_the_way_and_what_to_do() throws Exception {
        project.changelog(2, "more", "- addColumn: {table: users, column: {bio: text}}");
        application.begins("lock table users in share mode");
        assertThatThrownBy(() -> upgrade(new Patience(SHORT, Duration.ofSeconds(1), Optional.empty())))
                .isInstanceOf(StatementFailed.class)
                .hasMessageContaining("add column users.bio failed: canceling statement due to lock timeout")
                .hasMessageContaining("in the way: 'shop' of user postgres from 127.0.0.1 (pid ")
                .hasMessageContaining(
                        "): lock table users in share mode. Let them end, or end their sessions; or try for"
                                + " longer, as in -Drobot.lockRetry=10m")
                .hasMessageContaining("2_20260524193000_more was rolled back whole");
        assertThat(told()).isNotEmpty();
        application.rollsBack();
        assertThat(project.upgrade().changelogs()).hasSize(1);
    }

    @Test
    void who_waits_for_a_run_that_waits_for_them_never_hears_of_a_deadlock() throws Exception {
        project.changelog(2, "more", "- createTable: {name: notes, columns: {id: bigint}}");
        project.upgrade();
        project.changelog(3, "both", """
                - addColumn: {table: users, column: {bio: text}}
                - addColumn: {table: notes, column: {bio: text}}
                """);
        application.begins("insert into notes (id) values (1)");
        Future<Plan> run = upgrading(new Patience(LONG, LONG, Optional.empty()));
        awaitWaiting("alter table%");
        application.begins("insert into users (id) values (1)");
        application.commits();
        assertThat(run.get(1, TimeUnit.MINUTES).changelogs()).hasSize(1);
        assertThat(told()).isNotEmpty();
        assertThat(project.rows()).hasSize(3);
    }

    @Test
    void who_makes_an_index_concurrently_never_hears_of_a_deadlock() throws Exception {
        project.changelog(2, "more", "- addColumn: {table: users, column: {bio: text}}");
        application.begins("insert into users (id) values (1)");
        try (OtherProgram administrator = OtherProgram.at(project)) {
            Future<?> index = threads.submit(() -> administrator.runs("create index concurrently on users (id)"));
            awaitWaiting("create index%");
            Future<Plan> run = upgrading(new Patience(LONG, LONG, Optional.empty()));
            awaitWaiting("alter table%");
            // The index is made now, and then waits for whoever looked at the database before: for the run, which waits
            // for it.
            application.commits();
            index.get(1, TimeUnit.MINUTES);
            assertThat(run.get(1, TimeUnit.MINUTES).changelogs()).hasSize(1);
        }
        assertThat(project.query("select indisvalid from pg_index where indrelid = 'users'::regclass"))
                .containsExactly("t");
    }

    private void awaitWaiting(String query) {
        Eventually.is(
                query + " waits",
                () -> !project.query("select 1 from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock' and query like '" + query + "'")
                        .isEmpty());
    }

    @Test
    void an_index_that_is_made_concurrently_waits_for_as_long_as_others_are_tried_again() throws Exception {
        project.changelog(
                2,
                "index",
                "- sql: {transactional: false, up: create index concurrently users_id on users (id), down: none}");
        application.begins("insert into users (id) values (1)");
        Future<Plan> run = upgrading(new Patience(Duration.ofMillis(50), LONG, Optional.empty()));
        List<String> waiting = new ArrayList<>();
        Eventually.is("the index waits", () -> {
            waiting.clear();
            waiting.addAll(project.query("select pid from pg_stat_activity where wait_event_type = 'Lock' and"
                    + " datname = current_database() and now() - query_start > interval '500 ms'"));
            return !waiting.isEmpty();
        });
        assertThat(told()).isEmpty();
        application.commits();
        run.get(1, TimeUnit.MINUTES);
        assertThat(project.query("select indisvalid from pg_index where indexrelid = 'users_id'::regclass"))
                .containsExactly("t");
    }

    @Test
    void an_index_that_gave_up_leaves_nothing_that_the_next_run_does_not_settle() throws Exception {
        project.changelog(
                2,
                "index",
                "- sql: {transactional: false, up: create index concurrently users_id on users (id), down: none}");
        application.begins("insert into users (id) values (1)");
        assertThatThrownBy(() -> upgrade(new Patience(SHORT, Duration.ofSeconds(3), Optional.empty())))
                .hasMessageContaining("in the way: 'shop'");
        application.commits();
        project.upgrade();
        assertThat(project.query("select indisvalid from pg_index where indrelid = 'users'::regclass"))
                .containsExactly("t");
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 1");
    }

    @Test
    void what_is_done_again_to_settle_it_is_not_taken_for_refused_when_it_waits() throws Exception {
        project.changelog(2, "more", """
                - sql:
                    transactional: false
                    up: alter table users add column if not exists bio text
                    down: alter table users drop column bio
                """);
        project.upgrade();
        project.execute("update robot_migrations set steps_done = 0 where number = 2");
        application.begins("insert into users (id) values (1)");
        project.withPatience(new Patience(SHORT, LONG, Optional.empty()));
        Future<Plan> run = threads.submit(() -> {
            try (Database database = project.database()) {
                return project.robot().downgrade(database, Target.USUAL, plan -> true, noting());
            }
        });
        Eventually.is("it waits", () -> !told().isEmpty());
        application.commits();
        assertThat(run.get(1, TimeUnit.MINUTES).changelogs()).hasSize(1);
        assertThat(project.query(
                        "select attname from pg_attribute where attrelid = 'users'::regclass and attname = 'bio'"))
                .isEmpty();
        assertThat(project.rows()).containsExactly("1 1 1");
    }

    @Test
    void a_database_that_somebody_is_at_is_not_emptied_before_they_are_through() {
        application.begins("insert into users (id) values (1)");
        project.withPatience(new Patience(SHORT, Duration.ofSeconds(1), Optional.empty()));
        try (Database database = project.database()) {
            assertThatThrownBy(() -> project.robot().clean(database))
                    .hasMessageContaining("the database can't be emptied: canceling statement due to lock timeout")
                    .hasMessageContaining("in the way: 'shop'");
        }
        assertThat(project.tables()).containsExactly("users");
    }

    @Test
    void a_statement_takes_no_longer_than_it_may() {
        project.changelog(2, "slow", "- sql: {up: select pg_sleep(60), down: none}");
        assertThatThrownBy(() -> upgrade(new Patience(SHORT, LONG, Optional.of(SHORT))))
                .isInstanceOf(StatementFailed.class)
                .hasMessageContaining("canceling statement due to statement timeout")
                .hasMessageContaining("-Drobot.statementTimeout");
        assertThat(told()).isEmpty();
        assertThat(project.rows()).containsExactly("1 1 1");
    }

    @Test
    void who_is_interrupted_while_it_waits_gives_up() throws Exception {
        project.changelog(2, "more", "- addColumn: {table: users, column: {bio: text}}");
        application.begins("lock table users in share mode");
        Future<Plan> run = upgrading(new Patience(SHORT, LONG, Optional.empty()));
        Eventually.is("it waits", () -> !told().isEmpty());
        threads.shutdownNow();
        assertThatThrownBy(run::get).cause().isInstanceOf(Problem.class).hasMessageContaining("interrupted");
        assertThat(project.rows()).containsExactly("1 1 1");
    }

    private Future<Plan> upgrading(Patience patience) {
        return threads.submit(() -> upgrade(patience));
    }

    private Plan upgrade(Patience patience) {
        project.withPatience(patience);
        try (Database database = project.database()) {
            return project.robot().upgrade(database, Target.USUAL, noting());
        }
    }

    private Progress noting() {
        return new Progress() {
            @Override
            public void note(String text) {
                synchronized (told) {
                    told.add(text);
                }
            }
        };
    }

    private List<String> told() {
        synchronized (told) {
            return List.copyOf(told);
        }
    }
}
