package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.history.Conflict;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.State;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.run.StatementFailed;

class UpgradeTest {
    private static final String USERS = """
            - createTable:
                name: users
                columns:
                  id: {type: bigint, identity: true}
                  email: text
                primaryKey: [id]
            """;
    private static final String TEAMS = "- createTable: {name: teams, columns: {id: bigint}, primaryKey: [id]}";
    private static final String DUPLICATES = """
            - addColumn: {table: users, column: {age: integer}}
            - sql: {up: "insert into users (email) values ('a'), ('a')", down: none}
            - addUnique: {table: users, name: users_email_key, columns: [email]}
            """;

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void makeProject() {
        project = new Project(folder);
    }

    @Test
    void a_fork_is_told_before_anything_is_done() {
        String table = "- createTable: {name: %s, columns: {id: bigint}}";
        project.changelog(1, "users", table.formatted("users")).changelog(2, "posts", table.formatted("posts"));
        project.file(
                "migrations/models/" + Project.id(2, "teams") + ".yaml",
                "parent: " + Project.id(1, "users") + "\nchanges:\n  " + table.formatted("teams") + "\n");
        assertThatThrownBy(project::upgrade)
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("'2_20260524193000_posts' and '2_20260524193000_teams' both come after")
                .hasMessageContaining("They touch nothing in common.");
        assertThat(project.tables()).isEmpty();
    }

    @Test
    void what_is_pending_is_applied_in_order_and_recorded() {
        project.changelog(1, "init", USERS).changelog(3, "teams", TEAMS);
        assertThat(done(project.upgrade())).containsExactly(Project.id(1, "init"), Project.id(3, "teams"));
        assertThat(project.tables()).containsExactly("teams", "users");
        assertThat(project.rows()).containsExactly("1 1 1", "3 1 1");
        assertThat(
                        project.query(
                                "select app, applied_by, tool_version, length(checksum), length(file_hash) from robot_migrations where number = 1"))
                .containsExactly("models tester test 64 64");
    }

    @Test
    void an_upgrade_with_nothing_to_do_does_nothing() {
        project.changelog(1, "init", USERS);
        project.upgrade();
        assertThat(project.upgrade().isEmpty()).isTrue();
    }

    @Test
    void an_applied_and_unchanged_file_is_not_parsed_again() {
        project.changelog(1, "init", USERS);
        project.upgrade();
        String broken = "changes: [";
        project.file("migrations/models/" + Project.id(1, "init") + ".yaml", broken);
        project.execute("update robot_migrations set file_hash = encode(sha256('" + broken + "'), 'hex')");
        assertThat(project.upgrade().isEmpty()).isTrue();
    }

    @Test
    void a_target_is_a_number_an_id_or_a_count() {
        project.changelog(1, "init", USERS)
                .changelog(2, "teams", TEAMS)
                .changelog(3, "more", "- dropTable: {name: teams}");
        assertThat(done(project.upgrade(Target.version("1")))).containsExactly(Project.id(1, "init"));
        assertThat(project.upgrade(Target.version("1")).isEmpty()).isTrue();
        assertThat(done(project.upgrade(Target.count(1)))).containsExactly(Project.id(2, "teams"));
        assertThat(done(project.upgrade(Target.version(Project.id(3, "more"))))).containsExactly(Project.id(3, "more"));
        assertThatThrownBy(() -> project.upgrade(Target.version("7")))
                .hasMessageContaining("there is no changelog '7'");
    }

    @Test
    void a_downgrade_takes_back_the_newest_or_all_above_a_number() {
        project.changelog(1, "init", USERS)
                .changelog(2, "teams", TEAMS)
                .changelog(3, "more", "- dropTable: {name: teams}");
        project.upgrade();
        assertThat(done(project.downgrade(Target.USUAL))).containsExactly(Project.id(3, "more"));
        assertThat(project.tables()).containsExactly("teams", "users");
        assertThat(project.downgrade(Target.version("2")).isEmpty()).isTrue();
        assertThatThrownBy(() -> project.downgrade(Target.version("3"))).hasMessageContaining("isn't applied");
        assertThat(done(project.downgrade(Target.version("0"))))
                .containsExactly(Project.id(2, "teams"), Project.id(1, "init"));
        assertThat(project.tables()).isEmpty();
        assertThat(project.rows()).isEmpty();
        assertThat(project.downgrade(Target.USUAL).isEmpty()).isTrue();
    }

    @Test
    void without_consent_nothing_is_taken_back() {
        project.changelog(1, "init", USERS);
        project.upgrade();
        try (Database database = project.database()) {
            Plan plan = project.robot().downgrade(database, Target.USUAL, asked -> false, Progress.NONE);
            assertThat(plan.isEmpty()).isTrue();
        }
        assertThat(project.rows()).containsExactly("1 1 1");
    }

    @Test
    void a_failing_statement_rolls_its_changelog_back_whole_and_the_next_run_goes_on() {
        project.changelog(1, "init", USERS).changelog(2, "unique", DUPLICATES).changelog(3, "teams", TEAMS);
        assertThatThrownBy(project::upgrade)
                .isInstanceOf(StatementFailed.class)
                .hasMessageStartingWith("migrations/models/" + Project.id(2, "unique")
                        + ".yaml:5:5: add unique users_email_key to users failed: ")
                .hasMessageContaining("could not create unique index \"users_email_key\"")
                .hasMessageContaining("detail: Key (email)=(a) is duplicated.")
                .hasMessageContaining(
                        "statement: alter table \"public\".\"users\" add constraint \"users_email_key\" unique (\"email\")")
                .hasMessageContaining("was rolled back whole; those before it stay");
        assertThat(project.rows()).containsExactly("1 1 1");
        assertThat(project.query("select count(*) from users")).containsExactly("0");
        project.file(
                "migrations/models/" + Project.id(2, "unique") + ".yaml",
                "parent: " + Project.id(1, "init")
                        + "\nchanges:\n  - addColumn: {table: users, column: {age: integer}}\n");
        assertThat(done(project.upgrade())).containsExactly(Project.id(2, "unique"), Project.id(3, "teams"));
    }

    @Test
    void numbers_go_on_beyond_inserted_rows_and_a_failure_after_a_query_is_still_told_apart() {
        String seed = "- insert: {table: users, rows: [{id: 7, email: a}]}\n- sql: {up: select 1 as one, down: none}\n";
        project.changelog(1, "init", USERS).changelog(2, "seed", seed + "- sql: {up: selec 2, down: none}");
        assertThatThrownBy(project::upgrade)
                .isInstanceOf(StatementFailed.class)
                .hasMessageContaining("sql selec 2 failed: syntax error at or near \"selec\"");
        project.file(
                "migrations/models/" + Project.id(2, "seed") + ".yaml",
                "parent: " + Project.id(1, "init") + "\nchanges:\n" + seed.indent(2));
        project.upgrade();
        project.execute("insert into users (email) values ('b')");
        assertThat(project.query("select id from users order by id")).containsExactly("7", "8");
    }

    @Test
    void sql_may_be_several_statements_in_one_text() {
        project.changelog(1, "init", USERS).changelog(2, "seed", """
                - sql:
                    up: "insert into users (email) values ('a;b'); insert into users (email) values ($$c;$$); -- d"
                    down: "delete from users where email = 'a;b'; delete from users where email = 'c;'"
                - sql: {up: update users set email = upper(email), down: none}
                """).changelog(3, "broken", """
                - sql: {up: update users set email = 'x' where false, down: none}
                - sql: {up: select 1; selec 2; select 3, down: none}
                """);
        assertThatThrownBy(project::upgrade)
                .isInstanceOf(StatementFailed.class)
                .hasMessageStartingWith(
                        "migrations/models/" + Project.id(3, "broken") + ".yaml:4:5: sql select 1; selec 2;")
                .hasMessageContaining("syntax error at or near \"selec\"");
        assertThat(project.query("select email from users order by 1")).containsExactly("A;B", "C;");
        project.execute("update users set email = lower(email)");
        project.downgrade(Target.USUAL);
        assertThat(project.query("select count(*) from users")).containsExactly("0");
    }

    @Test
    void a_failure_points_to_the_place_in_the_statement() {
        project.changelog(1, "init", USERS).changelog(2, "broken", """
                - sql:
                    up: |
                      update users
                      set emial = 'x'
                    down: none
                """);
        assertThatThrownBy(project::upgrade)
                .hasMessageContaining("  statement: update users\n    set emial = 'x'\n        ^\n");
    }

    @Test
    void broken_files_are_told_before_anything_is_changed() {
        project.changelog(1, "init", USERS)
                .changelog(2, "typo", "- addColumn: {tabel: users, column: {age: integer}}")
                .changelog(3, "kind", "- addColum: {table: users}");
        assertThatThrownBy(project::upgrade)
                .isInstanceOf(Problem.class)
                .hasMessageContaining(
                        Project.id(2, "typo") + ".yaml:3:17: addColumn has no 'tabel' (did you mean 'table'?)")
                .hasMessageContaining(
                        Project.id(3, "kind") + ".yaml:3:5: there is no change 'addColum' (did you mean 'addColumn'?)");
        assertThat(project.query("select count(*) from pg_tables where schemaname = 'public'"))
                .containsExactly("0");
    }

    @Test
    void a_changelog_edited_after_it_was_applied_is_refused_and_shown() {
        project.changelog(1, "init", USERS);
        project.upgrade();
        project.file("migrations/models/" + Project.id(1, "init") + ".yaml", "changes:\n" + TEAMS.indent(2));
        assertThatThrownBy(project::upgrade).hasMessageContaining("edited after it was applied");
        assertThatThrownBy(() -> project.downgrade(Target.USUAL)).hasMessageContaining("edited after it was applied");
        assertThat(states()).containsExactly(State.CHANGED);
    }

    @Test
    void an_edit_that_changes_no_meaning_is_no_edit() {
        project.changelog(1, "init", USERS);
        project.upgrade();
        project.file("migrations/models/" + Project.id(1, "init") + ".yaml", """
                # written otherwise
                description: The same.
                changes:
                - createTable:
                    name: "users"
                    columns: {email: {nullable: true, type: text}, id: {identity: true, type: int8, primaryKey: true}}
                """);
        assertThat(project.upgrade().isEmpty()).isTrue();
        assertThat(states()).containsExactly(State.APPLIED);
    }

    @Test
    void an_applied_changelog_that_is_not_here_is_refused_and_shown() throws Exception {
        project.changelog(1, "init", USERS).changelog(2, "teams", TEAMS);
        project.upgrade();
        Files.delete(folder.resolve("migrations/models/" + Project.id(2, "teams") + ".yaml"));
        assertThatThrownBy(project::upgrade)
                .hasMessageContaining(
                        "changelog '" + Project.id(2, "teams") + "' was applied to this database by tester")
                .hasMessageContaining("isn't here");
        assertThat(states()).containsExactly(State.APPLIED, State.UNKNOWN);
    }

    @Test
    void an_empty_changelog_is_not_applied() {
        project.changelog(1, "init", USERS).changelog(2, "empty", "# nothing yet");
        assertThatThrownBy(project::upgrade).hasMessageContaining("it has no change yet, so it can't be applied");
        assertThat(states()).containsExactly(State.PENDING, State.PENDING);
    }

    @Test
    void a_downgrade_past_sql_without_down_is_refused_before_anything_runs() {
        project.changelog(1, "init", USERS)
                .changelog(2, "raw", "- sql: {up: update users set email = 'x'}")
                .changelog(3, "teams", TEAMS);
        project.upgrade();
        assertThatThrownBy(() -> project.downgrade(Target.version("1")))
                .hasMessageContaining(
                        Project.id(2, "raw") + ".yaml:3:5: the sql 'update users set email = 'x'' has no down");
        assertThat(project.rows()).hasSize(3);
        assertThat(project.tables()).containsExactly("teams", "users");
    }

    @Test
    void placeholders_are_filled_in_and_an_unset_one_is_told() {
        project.changelog(1, "init", USERS)
                .changelog(
                        2,
                        "seed",
                        "- sql: {up: \"insert into users (email) values ('${domain}', '$${x}')\", down: none}");
        project.changelog(
                2, "seed", "- sql: {up: \"insert into users (email) values ('${domain} $${x} $1')\", down: none}");
        project.file("migrations/models/" + Project.id(2, "seed") + ".yaml", """
                parent: %s
                changes:
                  - sql: {up: "insert into users (email) values ('${domain} $${x} $1')", down: none}
                """.formatted(Project.id(1, "init")));
        assertThatThrownBy(project::upgrade).hasMessageContaining("placeholder '${domain}' has no value");
        project.withPlaceholders(Map.of("domain", "robot.example")).upgrade();
        assertThat(project.query("select email from users")).containsExactly("robot.example ${x} $1");
    }

    @Test
    void history_tells_of_all_broken_files_at_once() {
        project.changelog(1, "init", "- createTabel: {name: a}").changelog(2, "more", "- dropTabel: {name: a}");
        assertThatThrownBy(() -> project.robot().history(Optional.empty()))
                .hasMessageContaining("createTabel")
                .hasMessageContaining("dropTabel");
    }

    @Test
    void recording_only_runs_nothing() {
        project.changelog(1, "init", USERS);
        try (Database database = project.database()) {
            project.robot().recordOnly(database, Target.USUAL, Progress.NONE);
        }
        assertThat(project.rows()).containsExactly("1 1 1");
        assertThat(project.tables()).isEmpty();
    }

    @Test
    void what_a_script_says_in_comments_stays_in_them() {
        project.changelog(1, "init", """
                        - createTable: {name: t, columns: {"a\\n; drop table t; --": text}}
                        - sql: {up: "select 1 -- and that is all;", down: none}
                        - sql: {up: select 2, down: none}
                        """);
        project.upgrade();
        project.changelog(2, "strict", """
                - setNullable: {table: t, column: "a\\n; drop table t; --", nullable: false}
                """);
        try (Database database = project.database()) {
            String up = project.robot().script(database, Direction.UP, Target.USUAL);
            assertThat(up).contains("-- this must give no row: select ", "\n-- ; drop table t; --");

            project.execute(up);
            String down = project.robot().script(database, Direction.DOWN, Target.version("0"));
            project.execute(down);
        }
        assertThat(project.tables()).isEmpty();
    }

    @Test
    void scripts_of_two_apps_that_share_a_database_both_make_the_migration_table() {
        project.changelog(1, "init", USERS);
        try (Database database = project.database()) {
            String script = project.robot().script(database, Direction.UP, Target.USUAL);
            String table = script.substring(0, script.indexOf("-- " + Project.id(1, "init")));
            project.execute(table);
            project.execute(table);
        }
        assertThat(project.rows()).isEmpty();
    }

    @Test
    void a_script_does_what_an_upgrade_does() throws Exception {
        project.changelog(1, "init", USERS).changelog(2, "teams", TEAMS);
        String script;
        try (Database database = project.database()) {
            script = project.robot().script(database, Direction.UP, Target.USUAL);
        }
        assertThat(script).contains("-- " + Project.id(1, "init") + "\nbegin;\n-- create table users\ncreate table");
        assertThat(project.tables()).isEmpty();
        try (Database database = project.database();
                java.sql.Statement statement = database.connection().createStatement()) {
            statement.execute(script);
        }
        assertThat(project.upgrade().isEmpty()).isTrue();
        assertThat(project.tables()).containsExactly("teams", "users");
    }

    @Test
    void the_files_of_what_was_taken_back_can_be_deleted() {
        project.changelog(1, "init", USERS).changelog(2, "teams", TEAMS);
        project.upgrade();
        project.robot().deleteFiles(project.downgrade(Target.USUAL));
        assertThat(project.changelogs()).containsExactly(Project.id(1, "init") + ".yaml");
    }

    @Test
    void a_session_of_another_app_or_schema_is_not_disturbed() throws Exception {
        project.changelog(1, "init", USERS);
        project.upgrade();
        project.execute(
                "insert into robot_migrations select 'other', id, number, checksum, file_hash, applied_at, applied_by,"
                        + " duration_ms, tool_version, steps_total, steps_done from robot_migrations");
        assertThat(project.upgrade().isEmpty()).isTrue();
        assertThat(states()).containsExactly(State.APPLIED);
        assertThat(DriverManager.getDrivers().hasMoreElements()).isTrue();
    }

    private List<State> states() {
        try (Database database = project.database()) {
            return project.robot().history(Optional.of(database)).stream()
                    .map(HistoryEntry::state)
                    .toList();
        }
    }

    private static List<String> done(Plan plan) {
        return plan.changelogs().stream()
                .map(changelog -> changelog.file().id().toString())
                .toList();
    }
}
