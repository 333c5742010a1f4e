package org.robotoverlord.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.robotoverlord.changelog.Eventually;
import org.robotoverlord.it.build.Build;
import org.robotoverlord.it.build.Rows;
import org.robotoverlord.it.build.Running;

/**
 * A database of PostgreSQL's at which a whole Maven is ended, as seen by whoever waits for the moment to do so.
 *
 * @param url its URL
 */
record Scene(String url) {
    /** The embedded one of a project that runs. */
    static Scene embedded(Build project) {
        String directory = "target/robot/models/";
        String port =
                project.text(directory + "data/postmaster.pid").lines().toList().get(3);
        String password = project.text(directory + "password").strip();
        return new Scene("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=" + password);
    }

    /** What a run is told of it. */
    String database() {
        return "-Drobot.url=" + url;
    }

    List<String> tables() throws SQLException {
        return Rows.of(
                url,
                "select tablename from pg_tables where schemaname = 'public' and tablename <> 'robot_migrations' order by 1");
    }

    /** Number, steps done and steps to do of each row of the migration table. */
    List<String> journal() throws SQLException {
        return Rows.of(url, "select number, steps_done, steps_total from robot_migrations order by number");
    }

    /** Whether a run's statement sleeps. */
    boolean isAsleep() {
        return isTrue(
                "select exists (select from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database())");
    }

    /** Waits for the end of all sessions of whoever was killed. */
    void awaitNobody() {
        Eventually.is(
                "nobody is connected",
                () -> isTrue("select not exists (select from pg_stat_activity where datname = current_database()"
                        + " and pid <> pg_backend_pid() and backend_type = 'client backend')"));
    }

    boolean isTrue(String query) {
        try {
            return Rows.of(url, query).equals(List.of("t"));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Waits for the moment to end a run, which comes before the run's own end. */
    static void await(Running run, BooleanSupplier moment) {
        Eventually.is("the moment to end it", () -> moment.getAsBoolean() || !run.isRunning());
        assertThat(moment.getAsBoolean()).as(run.text()).isTrue();
    }
}
