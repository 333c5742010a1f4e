package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.run.StatementFailed;

/** What PostgreSQL can't run in a transaction runs outside, and the row counts the steps. */
class StepsTest {
    private static final String USERS =
            "- createTable: {name: users, columns: {id: bigint, email: text}, primaryKey: [id]}";
    private static final String MIXED = """
            - addColumn: {table: users, column: {a: integer}}
            - sql:
                transactional: false
                up: create index concurrently by_hand on users (email)
                down: drop index concurrently by_hand
            - addColumn: {table: users, column: {b: integer, }}
            """.replace(", }", "}");

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void makeProject() {
        project = new Project(folder).changelog(1, "init", USERS);
    }

    @Test
    void a_mixed_changelog_goes_up_and_down() {
        project.changelog(2, "mixed", MIXED);
        project.upgrade();
        assertThat(project.rows()).containsExactly("1 1 1", "2 3 3");
        assertThat(indexes()).contains("by_hand");
        project.downgrade(Target.USUAL);
        assertThat(project.rows()).containsExactly("1 1 1");
        assertThat(indexes()).doesNotContain("by_hand");
        assertThat(columns()).containsExactly("id", "email");
    }

    @Test
    void a_run_that_ended_between_steps_goes_on_where_it_was() {
        project.changelog(2, "mixed", MIXED);
        project.execute("create table elsewhere (x int)");
        project.execute("create index by_hand on elsewhere (x)");
        assertThatThrownBy(project::upgrade)
                .isInstanceOf(StatementFailed.class)
                .hasMessageContaining("relation \"by_hand\" already exists")
                .hasMessageContaining("run robot:upgrade again: it goes on here")
                .hasMessageContaining(
                        "To edit the changelog, take back what was done of it with robot:downgrade first");
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 3");
        assertThat(columns()).containsExactly("id", "email", "a");
        project.execute("drop table elsewhere");
        project.upgrade();
        assertThat(project.rows()).containsExactly("1 1 1", "2 3 3");
        assertThat(columns()).containsExactly("id", "email", "a", "b");
    }

    @Test
    void a_changelog_of_which_nothing_was_done_may_be_edited() {
        String index = "- sql: {up: create index concurrently by_hand on users (%s), down: drop index by_hand,"
                + " transactional: false}\n";
        project.changelog(2, "typo", index.formatted("emial"));
        assertThatThrownBy(project::upgrade)
                .isInstanceOf(StatementFailed.class)
                .hasMessageContaining("column \"emial\" does not exist")
                .hasMessageContaining("Nothing of " + Project.id(2, "typo") + " was done")
                .hasMessageContaining("Mend the data or the changelog");
        assertThat(project.rows()).containsExactly("1 1 1");
        project.file(
                "migrations/models/" + Project.id(2, "typo") + ".yaml",
                "parent: " + Project.id(1, "init") + "\nchanges:\n"
                        + index.formatted("email").indent(2));
        project.upgrade();
        assertThat(indexes()).contains("by_hand");
    }

    @Test
    void what_failed_is_told_where_its_row_stays() {
        project.upgrade();
        project.execute("create function no() returns trigger language plpgsql as 'begin raise ''kept''; end'");
        project.execute("create trigger keeps before delete on robot_migrations for each row execute function no()");
        project.changelog(
                2, "typo", "- sql: {up: create index concurrently by_hand on users (emial), transactional: false}\n");
        assertThatThrownBy(project::upgrade)
                .isInstanceOf(StatementFailed.class)
                .hasMessageContaining("column \"emial\" does not exist")
                .satisfies(failed -> assertThat(failed.getSuppressed()[0]).hasMessageContaining("kept"));
        assertThat(project.rows()).containsExactly("1 1 1", "2 0 1");
    }

    @Test
    void what_was_done_of_an_interrupted_changelog_can_be_taken_back() {
        project.changelog(2, "mixed", MIXED);
        project.execute("create table elsewhere (x int)");
        project.execute("create index by_hand on elsewhere (x)");
        assertThatThrownBy(project::upgrade).isInstanceOf(StatementFailed.class);
        project.downgrade(Target.USUAL);
        assertThat(project.rows()).containsExactly("1 1 1");
        assertThat(columns()).containsExactly("id", "email");
    }

    @Test
    void a_downgrade_that_ended_between_steps_is_finished_by_the_next_one() {
        project.changelog(2, "mixed", MIXED);
        project.upgrade();
        project.execute("drop index by_hand");
        assertThatThrownBy(() -> project.downgrade(Target.USUAL)).hasMessageContaining("\"by_hand\" does not exist");
        assertThat(project.rows()).containsExactly("1 1 1", "2 -2 3");
        assertThat(columns()).containsExactly("id", "email", "a");
        project.execute("create index by_hand on users (email)");
        project.downgrade(Target.USUAL);
        assertThat(project.rows()).containsExactly("1 1 1");
        assertThat(columns()).containsExactly("id", "email");
    }

    @Test
    void an_upgrade_finishes_a_downgrade_that_ended_between_steps_and_applies_it_anew() {
        project.changelog(2, "mixed", MIXED);
        project.upgrade();
        project.execute("drop index by_hand");
        assertThatThrownBy(() -> project.downgrade(Target.USUAL)).isInstanceOf(StatementFailed.class);
        project.execute("create index by_hand on users (email)");
        project.upgrade();
        assertThat(project.rows()).containsExactly("1 1 1", "2 3 3");
        assertThat(columns()).containsExactly("id", "email", "a", "b");
    }

    @Test
    void a_script_that_ends_between_steps_leaves_what_a_run_would() {
        project.changelog(2, "mixed", MIXED);
        project.upgrade();
        String script = script(Direction.DOWN);
        project.execute(script.substring(0, script.indexOf("-- sql drop index")));
        assertThat(project.rows()).containsExactly("1 1 1", "2 -2 3");
        assertThat(script(Direction.DOWN)).contains("""
                -- a run ended at this statement; take away what it left half made first, and leave it out where it is done:
                -- drop index concurrently by_hand
                -- sql drop index concurrently by_hand
                drop index concurrently by_hand;
                """);
        project.downgrade(Target.USUAL);
        assertThat(project.rows()).containsExactly("1 1 1");
    }

    private String script(Direction direction) {
        try (Database database = project.database()) {
            return project.robot().script(database, direction, Target.USUAL);
        }
    }

    @Test
    void a_downgrade_that_ended_between_steps_can_be_recorded_as_applied() {
        project.changelog(2, "mixed", MIXED);
        project.upgrade();
        project.execute("drop index by_hand");
        assertThatThrownBy(() -> project.downgrade(Target.USUAL)).isInstanceOf(StatementFailed.class);
        try (Database database = project.database()) {
            project.robot().recordOnly(database, Target.USUAL, Progress.NONE);
        }
        assertThat(project.rows()).containsExactly("1 1 1", "2 1 1");
        assertThat(columns()).containsExactly("id", "email", "a");
    }

    @Test
    void an_enum_value_can_be_added_and_used_in_one_changelog() {
        project.changelog(2, "roles", """
                - createEnum: {name: role, values: [citizen]}
                - addColumn: {table: users, column: {role: {type: role, nullable: false, default: citizen}}}
                """).changelog(3, "boss", """
                - addEnumValue: {enum: role, value: boss}
                - setDefault: {table: users, column: role, default: boss}
                - insert: {table: users, rows: [{id: 1, role: boss}]}
                """);
        project.upgrade();
        assertThat(project.query("select role from users")).containsExactly("boss");
        project.downgrade(Target.version("2"));
        assertThat(project.query("select enum_range(null::role)")).containsExactly("{citizen}");
        assertThat(project.rows()).hasSize(2);
    }

    private java.util.List<String> indexes() {
        return project.query("select indexname from pg_indexes where schemaname = 'public'");
    }

    private java.util.List<String> columns() {
        return project.query(
                "select column_name from information_schema.columns where table_name = 'users' order by ordinal_position");
    }
}
