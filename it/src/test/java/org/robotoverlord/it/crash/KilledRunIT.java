package org.robotoverlord.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.Eventually;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.it.build.Build;
import org.robotoverlord.it.build.NewProject;
import org.robotoverlord.it.build.Output;
import org.robotoverlord.it.build.Rows;
import org.robotoverlord.it.build.Running;

/** Maven is killed in the middle of an upgrade, as by {@code kill -9}; nothing is half done, and the next run finishes. */
class KilledRunIT {
    private static final int CHANGELOGS = 60;
    private static final int KILLS = 4;
    private static final String LONG = "-Dseconds=600";
    private static final String SHORT = "-Dseconds=0";

    private final Scene scene = new Scene(TestPostgres.freshDatabase());
    private final String database = scene.database();

    @Test
    void wherever_it_is_killed_each_changelog_is_there_whole_or_not_at_all() throws SQLException {
        List<String> changes = new ArrayList<>();
        for (int i = 1; i <= CHANGELOGS; i++) {
            changes.add("- createTable: {name: t%d, columns: {id: bigint}, primaryKey: [id]}\n".formatted(i)
                    + "- insert: {table: t%d, rows: [{id: 1}]}\n".formatted(i)
                    + "- createTable: {name: u%d, columns: {id: bigint}}\n".formatted(i)
                    + "- sql: {up: select pg_sleep(0.02), down: none}");
        }
        Build project = NewProject.withChangelogs(NewProject.named("killed-anywhere"), changes);
        long seed = System.nanoTime();
        System.out.println("Killed at random, seed " + seed);
        Random random = new Random(seed);
        int done = 0;
        for (int i = 0; i < KILLS && done < CHANGELOGS; i++) {
            Running run = project.start("robot:upgrade", SHORT, database);
            int until = 1 + random.nextInt(CHANGELOGS / KILLS);
            Scene.await(run, () -> count(run.text()) >= until);
            if (random.nextBoolean()) {
                Eventually.is("a changelog is half done", () -> scene.isAsleep() || !run.isRunning());
            }
            run.kill();
            scene.awaitNobody();
            int now = requireWhole();
            assertThat(now).isGreaterThanOrEqualTo(done + count(run.text()));
            done = now;
        }
        project.mvn("robot:upgrade", SHORT, database).succeeds();
        assertThat(requireWhole()).isEqualTo(CHANGELOGS);
    }

    @Test
    void killed_within_a_changelog_it_begins_that_one_again() throws SQLException {
        Build project = NewProject.withChangelogs(
                NewProject.named("killed-within"), List.of("- createTable: {name: a, columns: {id: bigint}}", """
                        - createTable: {name: b, columns: {id: bigint}}
                        - sql: {up: "select pg_sleep(${seconds})", down: none}
                        - createTable: {name: c, columns: {id: bigint}}
                        """));
        Running run = project.start("robot:upgrade", LONG, database);
        Scene.await(run, scene::isAsleep);
        run.kill();
        // The server is told by a check each other second that nobody listens any more; until then the lock is held.
        Output next = project.mvn("robot:upgrade", SHORT, database).succeeds();
        next.neverSays("Success upgrade " + NewProject.id(1)).says("Success upgrade " + NewProject.id(2));
        assertThat(scene.tables()).containsExactly("a", "b", "c");
        assertThat(scene.journal()).containsExactly("1 1 1", "2 1 1");
    }

    @Test
    void killed_outside_a_transaction_it_goes_on_at_that_step() throws SQLException {
        Build project = NewProject.withChangelogs(NewProject.named("killed-outside"), List.of("""
                - createTable: {name: a, columns: {id: bigint}}
                - sql: {transactional: false, up: "select pg_sleep(${seconds})", down: none}
                - createTable: {name: b, columns: {id: bigint}}
                """));
        Running run = project.start("robot:upgrade", LONG, database);
        Scene.await(run, scene::isAsleep);
        run.kill();
        assertThat(scene.journal()).containsExactly("1 1 3");
        assertThat(scene.tables()).containsExactly("a");
        project.mvn("-q", "robot:history", SHORT, database).succeeds().says("\tinterrupted\t");
        project.mvn("robot:upgrade", SHORT, database).succeeds().says("Success upgrade " + NewProject.id(1));
        assertThat(scene.journal()).containsExactly("1 3 3");
        assertThat(scene.tables()).containsExactly("a", "b");
    }

    @Test
    void killed_while_it_makes_an_index_it_makes_it_anew() throws SQLException {
        Build project = NewProject.withChangelogs(
                NewProject.named("killed-at-index"),
                List.of(
                        "- createTable: {name: a, columns: {id: bigint}}",
                        "- sql: {transactional: false, up: create index concurrently a_id on a (id), down: none}"));
        project.mvn("robot:upgrade", "-Dcount=1", SHORT, database).succeeds();
        try (Connection holder = Rows.connect(scene.url())) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("insert into a values (1)");
            Running run = project.start("robot:upgrade", SHORT, database);
            Scene.await(
                    run,
                    () -> scene.isTrue("select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and query like 'create index%' and datname = current_database())"));
            run.kill();
        }
        scene.awaitNobody();
        project.mvn("robot:upgrade", SHORT, database).succeeds().says("Success upgrade " + NewProject.id(2));
        assertThat(Rows.of(scene.url(), "select indisvalid from pg_index where indrelid = 'a'::regclass"))
                .containsExactly("t");
        assertThat(scene.journal()).containsExactly("1 1 1", "2 1 1");
    }

    @Test
    void the_embedded_database_that_a_killed_run_left_is_recovered() {
        Build project = NewProject.withChangelogs(
                NewProject.named("killed-embedded"),
                List.of(
                        "- createTable: {name: a, columns: {id: bigint}}",
                        "- createTable: {name: b, columns: {id: bigint}}\n"
                                + "- sql: {up: \"select pg_sleep(${seconds})\", down: none}"));
        Running run = project.start("robot:upgrade", LONG);
        Scene.await(run, () -> count(run.text()) == 1 && Scene.embedded(project).isAsleep());
        run.kill();
        project.mvn("robot:upgrade", SHORT)
                .succeeds()
                .neverSays("Success upgrade " + NewProject.id(1))
                .says("Success upgrade " + NewProject.id(2));
        assertThat(project.tables()).containsExactly("a", "b");
    }

    /** How many changelogs are recorded, each of which is there whole, and none beside them. */
    private int requireWhole() throws SQLException {
        List<String> numbers = Rows.of(scene.url(), """
                select coalesce(m.number::text, 'none'), coalesce(m.steps_done, -1) = coalesce(m.steps_total, -1), t.relname, u.relname
                from robot_migrations m
                full join (select relname, substr(relname, 2)::bigint as number from pg_class where relname ~ '^t\\d+$') t using (number)
                full join (select relname, substr(relname, 2)::bigint as number from pg_class where relname ~ '^u\\d+$') u using (number)
                order by number
                """);
        List<String> whole = new ArrayList<>();
        for (int i = 1; i <= numbers.size(); i++) {
            whole.add("%d t t%d u%d".formatted(i, i, i));
        }
        assertThat(numbers).isEqualTo(whole);
        return numbers.size();
    }

    private static int count(String text) {
        return text.split("Success upgrade ", -1).length - 1;
    }
}
