package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.StatementFailed;

/** What a run that dies within a statement outside a transaction leaves in doubt, the next run settles. */
class InDoubtTest {
    private static final String USERS =
            "- createTable: {name: users, columns: {id: bigint, email: text}, primaryKey: [id]}";

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void makeProject() {
        project = new Project(folder).changelog(1, "init", USERS);
        project.upgrade();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index concurrently by_hand on users (email)",
                "create index concurrently if not exists by_hand on users (email)",
                "CREATE INDEX /* mine */ CONCURRENTLY \"by_hand\" ON ONLY public.\"users\" (email)",
                "create index concurrently on users (email) -- named by the server"
            })
    void an_index_whose_making_was_killed_is_made_anew(String create) throws Exception {
        project.changelog(2, "by_hand", outside(create, "none"));
        killWithin("create index", project::upgrade);
        assertThat(indexes()).singleElement().asString().endsWith(" f");
        project.upgrade();
        assertThat(indexes()).singleElement().asString().endsWith(" t");
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 1");
    }

    @Test
    void an_index_that_was_made_though_nobody_heard_of_it_is_kept() throws Exception {
        project.changelog(2, "by_hand", """
                - sql:
                    transactional: false
                    up: create unique index concurrently by_hand on users (lower(email), id desc) where id > 0
                    down: none
                """);
        killWithin("create unique index", project::upgrade);
        project.execute("drop index by_hand");
        project.execute("create unique index by_hand on users (lower(email), id desc) where id > 0");
        List<String> made = oid();
        project.upgrade();
        assertThat(oid()).isEqualTo(made);
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unique index by_hand on users (email)", "index by_hand on users (email, id)"})
    void another_index_of_that_name_is_nobodys_doing_and_left_alone(String other) throws Exception {
        project.changelog(2, "by_hand", outside("create index concurrently by_hand on users (email)", "none"));
        killWithin("create index", project::upgrade);
        project.execute("drop index by_hand");
        project.execute("create " + other);
        assertThatThrownBy(project::upgrade).isInstanceOf(StatementFailed.class).hasMessageContaining("already exists");
        assertThat(indexes()).containsExactly("by_hand t");
    }

    @Test
    void an_index_that_was_there_before_is_left_alone_even_if_it_is_not_valid() {
        project.execute("insert into users values (1, 'a'), (2, 'a')");
        assertThatThrownBy(() -> project.execute("create unique index concurrently by_hand on users (email)"))
                .hasMessageContaining("could not create unique index");
        project.changelog(2, "by_hand", outside("create index concurrently by_hand on users (email)", "none"));
        assertThatThrownBy(project::upgrade).hasMessageContaining("already exists");
        assertThat(indexes()).containsExactly("by_hand f");
    }

    @Test
    void an_index_that_the_rows_did_not_fit_is_made_when_they_do() {
        project.execute("insert into users values (1, 'a'), (2, 'a')");
        project.changelog(2, "by_hand", outside("create unique index concurrently by_hand on users (email)", "none"));
        assertThatThrownBy(project::upgrade).hasMessageContaining("could not create unique index");
        project.execute("delete from users where id = 2");
        project.upgrade();
        assertThat(indexes()).containsExactly("by_hand t");
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 1");
    }

    @Test
    void an_index_whose_dropping_was_killed_is_dropped() throws Exception {
        project.execute("create index by_hand on users (email)");
        project.changelog(2, "by_hand", outside("drop index concurrently by_hand", "none"));
        killWithin("drop index", project::upgrade);
        project.upgrade();
        assertThat(indexes()).isEmpty();
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 1");
    }

    @Test
    void an_index_that_is_gone_needs_no_dropping() throws Exception {
        project.execute("create index by_hand on users (email)");
        project.changelog(2, "by_hand", outside("drop index concurrently public.by_hand", "none"));
        killWithin("drop index", project::upgrade);
        project.execute("drop index by_hand");
        project.upgrade();
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reindex index concurrently by_hand", "reindex (verbose) table concurrently public.users"})
    void an_index_whose_rebuilding_was_killed_is_rebuilt_and_no_copy_is_left(String reindex) throws Exception {
        project.execute("create index by_hand on users (email)");
        project.changelog(2, "by_hand", outside(reindex, "none"));
        killWithin("reindex", project::upgrade);
        assertThat(indexes()).hasSizeGreaterThan(1);
        project.upgrade();
        assertThat(indexes()).containsExactly("by_hand t");
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 1");
    }

    @Test
    void a_partition_whose_detaching_was_killed_is_detached() throws Exception {
        project.execute("create table logs (at date) partition by range (at)");
        project.execute("create table logs_26 partition of logs for values from ('2026-01-01') to ('2027-01-01')");
        project.changelog(2, "detach", outside("alter table logs detach partition logs_26 concurrently", "none"));
        killWithin("alter table", "insert into logs values ('2026-05-05')", project::upgrade);
        assertThat(project.query("select inhdetachpending from pg_inherits where inhparent = 'logs'::regclass"))
                .containsExactly("t");
        project.upgrade();
        assertThat(project.query("select 1 from pg_inherits where inhparent = 'logs'::regclass"))
                .isEmpty();
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 1");
    }

    @Test
    void an_enum_value_that_was_added_though_nobody_heard_of_it_is_kept() {
        project.execute("create type public.role as enum ('citizen')");
        project.changelog(2, "boss", """
                - sql: {transactional: false, up: "alter type public.role add value 'it''s'", down: none}
                - sql: {transactional: false, up: "alter type public.role add value 'boss' before 'citizen'", down: none}
                """);
        project.execute("alter type role add value 'boss'");
        assertThatThrownBy(project::upgrade).hasMessageContaining("already exists");
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 2");
        project.upgrade();
        assertThat(project.rows()).containsExactly("1 1 1", "2 2 2");
        assertThat(project.query("select enum_range(null::role)")).containsExactly("{citizen,boss,it's}");
    }

    @Test
    void a_downgrade_takes_away_what_a_killed_upgrade_left() throws Exception {
        project.changelog(2, "mixed", mixed());
        killWithin("create index", project::upgrade);
        project.downgrade(Target.USUAL);
        assertThat(indexes()).isEmpty();
        assertThat(project.rows()).containsExactly("1 1 1");
        project.upgrade();
        assertThat(indexes()).containsExactly("by_hand t");
    }

    @Test
    void a_downgrade_takes_back_what_a_killed_upgrade_had_done() throws Exception {
        project.changelog(2, "mixed", mixed());
        killWithin("create index", project::upgrade);
        project.execute("drop index by_hand");
        project.execute("create index by_hand on users (email)");
        project.downgrade(Target.USUAL);
        assertThat(indexes()).isEmpty();
        assertThat(project.rows()).containsExactly("1 1 1");
        project.upgrade();
        assertThat(indexes()).containsExactly("by_hand t");
    }

    @Test
    void what_nobody_can_tell_of_is_done_again_before_it_is_taken_back() {
        project.changelog(2, "other", outside("create table if not exists other (id bigint)", "drop table other"));
        project.upgrade();
        project.execute("update robot_migrations set steps_done = 0 where number = 2");
        project.downgrade(Target.USUAL);
        assertThat(project.query("select to_regclass('other') is null")).containsExactly("t");
        assertThat(project.rows()).containsExactly("1 1 1");
    }

    @Test
    void what_refuses_is_not_done_and_stands_in_no_way_back() {
        project.changelog(
                2,
                "other",
                "- createTable: {name: a, columns: {id: bigint}}\n"
                        + outside("create table other (id nothing)", "drop table other"));
        assertThatThrownBy(project::upgrade).hasMessageContaining("nothing");
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 2");
        project.downgrade(Target.USUAL);
        assertThat(project.query("select to_regclass('a') is null")).containsExactly("t");
        assertThat(project.rows()).containsExactly("1 1 1");
    }

    @Test
    void a_killed_downgrade_is_settled_too() throws Exception {
        project.changelog(2, "mixed", mixed());
        project.upgrade();
        killWithin("drop index", () -> project.downgrade(Target.USUAL));
        assertThat(project.rows()).containsExactly("1 1 1", "2 -2 3");
        project.execute("drop index by_hand");
        project.downgrade(Target.USUAL);
        assertThat(project.rows()).containsExactly("1 1 1");
    }

    private static String outside(String up, String down) {
        return "- sql: {transactional: false, up: '" + up.replace("'", "''") + "', down: '" + down + "'}";
    }

    private static String mixed() {
        return """
                - createTable: {name: a, columns: {id: bigint}}
                - sql:
                    transactional: false
                    up: create index concurrently by_hand on users (email)
                    down: drop index concurrently by_hand
                - createTable: {name: b, columns: {id: bigint}}
                """;
    }

    /** Ends a run's session when it is at a statement, which an open transaction on the table holds up. */
    private void killWithin(String statement, Runnable run) throws Exception {
        killWithin(statement, "insert into users values (77, 'held')", run);
    }

    /** @param holding what the transaction does */
    private void killWithin(String statement, String holding, Runnable run) throws Exception {
        try (Database database = project.database();
                Connection holder = database.connection();
                Statement insert = holder.createStatement()) {
            holder.setAutoCommit(false);
            insert.execute("set application_name to holder");
            insert.execute(holding);
            CompletableFuture<Void> killed = CompletableFuture.runAsync(run);
            String session = " from pg_stat_activity where application_name = 'robot' and datname = current_database()"
                    + " and wait_event_type = 'Lock' and query ilike '" + statement + "%'";
            Eventually.is(
                    "'" + statement + "' waits",
                    () -> killed.isDone()
                            || !project.query("select pid" + session).isEmpty());
            assertThat(project.query("select pg_terminate_backend(pid)" + session))
                    .containsExactly("t");
            assertThatThrownBy(killed::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(Problem.class);
            holder.rollback();
        }
    }

    /** The indexes but those of keys, and whether they are valid. */
    private List<String> indexes() {
        return project.query("""
                select i.indexrelid::regclass, i.indisvalid from pg_index i
                where i.indrelid = 'users'::regclass and not i.indisprimary order by 1
                """);
    }

    private List<String> oid() {
        return project.query("select 'by_hand'::regclass::oid");
    }
}
