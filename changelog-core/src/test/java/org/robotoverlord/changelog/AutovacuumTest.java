package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.dialect.Patience;
import org.robotoverlord.changelog.embedded.EmbeddedPostgres;
import org.robotoverlord.changelog.embedded.Settings;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;

/** A vacuum that the server began by itself, on a table that is to be changed. */
class AutovacuumTest {
    private static final String AT_WORK =
            "select 1 from pg_stat_activity where backend_type = 'autovacuum worker' and query like '%public.users%'";

    @TempDir
    private Path folder;

    @Test
    void is_sent_away_and_never_waited_for_until_it_is_through() {
        Settings settings = Settings.of(TestPostgres.binaries(TestPostgres.NEWEST), folder.resolve("db"))
                .with("fsync", "off")
                .with("autovacuum_naptime", "1s");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(settings)) {
            Project project = Project.on(folder, server.jdbcUrl())
                    .withPatience(Patience.trying(Duration.ofSeconds(30)))
                    .changelog(1, "init", "- createTable: {name: users, columns: {id: bigint, email: text}}");
            project.upgrade();
            // As slow as it can be: it would take minutes.
            project.execute(
                    "alter table users set (autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1,"
                            + " autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0)");
            project.execute("insert into users select i, repeat('x', 500) from generate_series(1, 20000) i");
            project.execute("delete from users where id % 2 = 0");
            Eventually.is(
                    "the server vacuums the table",
                    () -> !project.query(AT_WORK).isEmpty());
            project.changelog(2, "more", "- addColumn: {table: users, column: {bio: text}}");
            List<String> told = new ArrayList<>();
            try (Database database = project.database()) {
                project.robot().upgrade(database, Target.USUAL, new Progress() {
                    @Override
                    public void note(String text) {
                        told.add(text);
                    }
                });
            }
            assertThat(project.rows()).containsExactly("1 1 1", "2 1 1");
            // Once it was sent away; the server may have begun another in between.
            assertThat(told).hasSizeLessThan(5);
        } finally {
            EmbeddedPostgres.delete(folder.resolve("db"));
        }
    }
}
