package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;

/** What a hand-edited or interrupted past left is found, told and mended, and nothing else is touched. */
class RepairTest {
    private static final String USERS = """
            - createTable: {name: users, columns: {id: {type: bigint}, email: text}, primaryKey: [id]}
            """;
    private static final String TEAMS = "- createTable: {name: teams, columns: {id: bigint}, primaryKey: [id]}";
    private static final String SLOWLY = """
            - createTable: {name: posts, columns: {id: bigint}}
            - sql: {up: create index concurrently posts_idx on posts (id), down: drop index concurrently posts_idx, transactional: false}
            """;

    /** As the page about repairs shows it. */
    private static final String UNFINISHED = """
            index 'users_email' of table 'users' isn't valid: writes pay for it, and no query uses it
              It is dropped with
                drop index concurrently if exists public.users_email
              and isn't made again: if it is meant, robot:diff says so.
            """;

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void makeProject() {
        project = new Project(folder);
    }

    private Diagnosis diagnosis() {
        try (Database database = project.database()) {
            return project.robot().diagnose(database);
        }
    }

    private List<String> found() {
        return diagnosis().repairs().stream()
                .map(repair -> repair.act().text() + " " + repair.subject())
                .toList();
    }

    private String told() {
        Diagnosis found = diagnosis();
        return String.join("\n", found.repairs().stream().map(Repair::told).toList())
                + String.join("\n", found.notes());
    }

    private List<String> repairAll() {
        List<String> done = new ArrayList<>();
        try (Database database = project.database()) {
            project.robot().repair(database, project.robot().diagnose(database).repairs(), Progress.NONE, done::add);
        }
        return done;
    }

    private void move(String from, String to) {
        try {
            Path location = folder.resolve("migrations/models");
            Files.move(location.resolve(from + ".yaml"), location.resolve(to + ".yaml"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void delete(String id) {
        move(id, "../../" + id);
    }

    @Test
    void where_all_is_well_there_is_nothing_to_repair() {
        project.changelog(1, "users", USERS);
        assertThat(diagnosis().repairs()).isEmpty();
        project.upgrade();
        project.changelog(2, "teams", TEAMS);
        assertThat(diagnosis()).isEqualTo(new Diagnosis(List.of(), List.of()));
        assertThat(repairAll()).isEmpty();
    }

    @Test
    void the_row_of_a_renamed_file_follows_it() {
        project.changelog(1, "users", USERS).changelog(2, "teams", TEAMS).changelog(3, "posts", SLOWLY);
        project.upgrade();
        move(Project.id(2, "teams"), Project.id(2, "groups"));
        project.file(
                "migrations/models/" + Project.id(3, "posts") + ".yaml",
                "parent: " + Project.id(2, "groups") + "\nchanges:\n" + SLOWLY.indent(2));
        assertThatThrownBy(project::upgrade).hasMessageContaining("robot:repair mends that");
        assertThat(found()).containsExactly("adopt " + Project.id(2, "teams"));
        assertThat(told())
                .contains("its file is called '" + Project.id(2, "groups") + "' now")
                .contains("The database isn't changed");
        assertThat(repairAll()).containsExactly("Success repair adopt " + Project.id(2, "teams"));
        assertThat(project.query("select id from robot_migrations order by number"))
                .containsExactly(Project.id(1, "users"), Project.id(2, "groups"), Project.id(3, "posts"));
        assertThat(project.upgrade().isEmpty()).isTrue();
        assertThat(found()).isEmpty();
    }

    @Test
    void a_file_that_got_another_number_is_known_too() {
        project.changelog(1, "users", USERS).changelog(2, "teams", TEAMS);
        project.upgrade();
        move(Project.id(2, "teams"), Project.id(5, "teams"));
        repairAll();
        assertThat(project.query("select number, id from robot_migrations order by number"))
                .containsExactly("1 " + Project.id(1, "users"), "5 " + Project.id(5, "teams"));
        assertThat(project.downgrade(Target.version("0")).changelogs()).hasSize(2);
    }

    @Test
    void of_two_files_that_mean_the_same_the_one_of_its_name_is_taken() {
        String nothing = "- sql: {up: select 1, down: none}";
        project.changelog(1, "users", USERS).changelog(2, "one", nothing).changelog(3, "two", nothing);
        project.upgrade();
        move(Project.id(2, "one"), Project.id(4, "one"));
        move(Project.id(3, "two"), Project.id(5, "two"));
        project.file(
                "migrations/models/" + Project.id(4, "one") + ".yaml",
                "parent: " + Project.id(1, "users") + "\nchanges:\n" + nothing.indent(2));
        project.file(
                "migrations/models/" + Project.id(5, "two") + ".yaml",
                "parent: " + Project.id(4, "one") + "\nchanges:\n" + nothing.indent(2));
        repairAll();
        assertThat(project.query("select id from robot_migrations order by number"))
                .containsExactly(Project.id(1, "users"), Project.id(4, "one"), Project.id(5, "two"));
    }

    @Test
    void the_row_of_a_file_that_is_gone_is_forgotten() {
        project.changelog(1, "users", USERS).changelog(2, "teams", TEAMS);
        project.upgrade();
        delete(Project.id(2, "teams"));
        assertThat(found()).containsExactly("forget " + Project.id(2, "teams"));
        assertThat(told()).contains("by tester at").contains("What it made stays in the database");
        repairAll();
        assertThat(project.rows()).containsExactly("1 1 1");
        assertThat(project.tables()).containsExactly("teams", "users");
        assertThat(project.upgrade().isEmpty()).isTrue();
    }

    @Test
    void where_no_changelog_is_here_no_row_is_forgotten() {
        project.changelog(1, "users", USERS);
        project.upgrade();
        delete(Project.id(1, "users"));
        assertThatThrownBy(this::diagnosis)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("there is no changelog here at all");
    }

    @Test
    void an_edit_is_accepted_and_what_the_database_lacks_of_it_is_told() {
        project.changelog(1, "users", USERS);
        project.upgrade();
        project.file(
                "migrations/models/" + Project.id(1, "users") + ".yaml",
                "changes:\n"
                        + USERS.replace("email: text", "email: text, bio: text").indent(2));
        assertThatThrownBy(project::upgrade).hasMessageContaining("robot:repair accepts the edit");
        assertThat(found()).containsExactly("accept " + Project.id(1, "users"));
        assertThat(told())
                .contains("It says now:\n    create table users")
                .contains("the database differs by:\n    drop column users.bio")
                .contains("The database isn't changed by it");
        repairAll();
        assertThat(project.upgrade().isEmpty()).isTrue();
        assertThat(found()).isEmpty();
        assertThat(project.query("select count(*) from information_schema.columns where table_name = 'users'"))
                .containsExactly("2");
    }

    @Test
    void an_index_that_was_never_finished_is_dropped_with_the_statement_that_was_told() {
        project.changelog(1, "users", USERS);
        project.upgrade();
        project.execute("insert into users values (1, 'a'), (2, 'a')");
        assertThatThrownBy(() -> project.execute("create unique index concurrently users_email on users (email)"))
                .hasMessageContaining("could not create unique index");
        project.execute("create table others (id int)");
        assertThat(found()).containsExactly("drop users_email");
        assertThat(told()).isEqualTo(UNFINISHED.strip());
        assertThat(repairAll()).containsExactly("Success repair drop users_email");
        assertThat(project.query("select count(*) from pg_index where not indisvalid"))
                .containsExactly("0");
    }

    @Test
    void an_index_that_is_being_made_is_left_alone() throws Exception {
        project.changelog(1, "users", USERS);
        project.upgrade();
        try (Database writer = project.database();
                Database maker = project.database()) {
            run(writer.connection(), "begin", "insert into users values (1, 'a')");
            CompletableFuture<Void> making = CompletableFuture.runAsync(
                    () -> run(maker.connection(), "create index concurrently users_email on users (email)"));
            Eventually.is(
                    "an index that is not valid yet",
                    () -> project.query("select count(*) from pg_index where not indisvalid")
                            .equals(List.of("1")));
            assertThat(diagnosis().repairs()).isEmpty();
            assertThat(told()).contains("it may be being made: session");
            run(writer.connection(), "commit");
            making.join();
        }
        assertThat(diagnosis().notes()).isEmpty();
    }

    private static void run(Connection connection, String... statements) {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void an_interrupted_changelog_is_settled_as_the_next_run_would() {
        project.changelog(1, "posts", SLOWLY);
        project.upgrade();
        project.execute("update robot_migrations set steps_done = 1");
        assertThat(found()).containsExactly("settle " + Project.id(1, "posts"));
        assertThat(told()).contains("ended at step 2 of 2:\n    create index concurrently posts_idx");
        assertThat(repairAll())
                .containsExactly(
                        "Success repair settle " + Project.id(1, "posts") + ": all of it was done; it is applied");
        assertThat(project.rows()).containsExactly("1 2 2");
    }

    @Test
    void what_a_run_left_half_made_goes_when_it_is_settled() {
        project.changelog(1, "posts", SLOWLY);
        project.upgrade();
        project.execute("update robot_migrations set steps_done = 1");
        project.execute("update pg_index set indisvalid = false where indexrelid = 'posts_idx'::regclass");
        assertThat(found()).containsExactly("settle " + Project.id(1, "posts"));
        assertThat(repairAll())
                .containsExactly("Success repair settle " + Project.id(1, "posts")
                        + ": 1 of its 2 steps are done; robot:upgrade finishes it, robot:downgrade takes it back");
        assertThat(project.query("select count(*) from pg_class where relname = 'posts_idx'"))
                .containsExactly("0");
        assertThat(project.rows()).containsExactly("1 1 2");
        assertThat(project.downgrade(Target.USUAL).changelogs()).hasSize(1);
        assertThat(project.tables()).isEmpty();
    }

    @Test
    void where_nothing_was_done_the_changelog_is_pending_again() {
        project.changelog(1, "posts", SLOWLY);
        project.upgrade();
        project.execute("update robot_migrations set steps_done = 0");
        project.execute("drop table posts");
        assertThat(repairAll())
                .containsExactly(
                        "Success repair settle " + Project.id(1, "posts") + ": nothing of it was done; it is pending");
        assertThat(project.rows()).isEmpty();
    }

    @Test
    void a_changelog_of_which_nothing_was_taken_back_yet_is_applied() {
        project.changelog(1, "posts", SLOWLY);
        project.upgrade();
        project.execute("update robot_migrations set steps_done = -2");
        assertThat(repairAll())
                .containsExactly("Success repair settle " + Project.id(1, "posts")
                        + ": nothing of it was taken back; it is applied");
        assertThat(project.rows()).containsExactly("1 2 2");
        assertThat(project.upgrade().isEmpty()).isTrue();
    }

    @Test
    void between_two_steps_nothing_is_in_doubt() {
        project.changelog(1, "posts", SLOWLY);
        project.upgrade();
        project.execute("update robot_migrations set steps_done = -1");
        assertThat(diagnosis().repairs()).isEmpty();
        assertThat(told()).contains("nothing of it is in doubt. robot:upgrade finishes it");
    }

    @Test
    void where_nobody_can_tell_whether_a_statement_is_done_its_row_stays() {
        project.changelog(1, "quiet", """
                - sql: {up: comment on schema public is 'quiet', down: comment on schema public is null, transactional: false}
                - createTable: {name: posts, columns: {id: bigint}}
                """);
        project.upgrade();
        project.execute("drop table posts");
        project.execute("update robot_migrations set steps_done = 0");
        assertThat(diagnosis().repairs()).isEmpty();
        assertThat(told())
                .contains("no database can tell whether that is done")
                .contains("robot:upgrade runs it again");
        assertThat(project.upgrade().changelogs()).hasSize(1);
        assertThat(project.rows()).containsExactly("1 2 2");
    }

    @Test
    void an_interrupted_changelog_that_was_edited_is_left_to_a_person() {
        project.changelog(1, "posts", SLOWLY).changelog(2, "users", USERS);
        project.upgrade(Target.count(1));
        project.execute("update robot_migrations set steps_done = 1");
        project.file("migrations/models/" + Project.id(1, "posts") + ".yaml", "changes:\n" + TEAMS.indent(2));
        assertThat(diagnosis().repairs()).isEmpty();
        assertThat(told())
                .contains("was edited while it was half applied. A run ended within it, after 1 of its 2 steps")
                .contains("Restore it");
    }

    @Test
    void of_a_half_applied_changelog_whose_file_is_gone_it_is_told_how_far_it_was() {
        project.changelog(1, "posts", SLOWLY).changelog(2, "users", USERS);
        project.upgrade(Target.count(1));
        project.execute("update robot_migrations set steps_done = 1");
        delete(Project.id(1, "posts"));
        assertThat(told()).contains("A run ended within it, after 1 of its 2 steps: what that made stays");
        project.execute("update robot_migrations set steps_done = -1");
        assertThat(told()).contains("A run that took it back ended with 1 of 2 steps to go");
        assertThat(repairAll()).containsExactly("Success repair forget " + Project.id(1, "posts"));
        assertThat(project.tables()).containsExactly("posts");
    }

    @Test
    void what_is_no_longer_so_is_left_alone() {
        project.changelog(1, "users", USERS).changelog(2, "teams", TEAMS);
        project.upgrade();
        delete(Project.id(2, "teams"));
        List<String> done = new ArrayList<>();
        try (Database database = project.database()) {
            List<Repair> found = project.robot().diagnose(database).repairs();
            move("../../" + Project.id(2, "teams"), Project.id(2, "teams"));
            project.robot().repair(database, found, Progress.NONE, done::add);
        }
        assertThat(done).containsExactly("Nothing left to forget " + Project.id(2, "teams"));
        assertThat(project.rows()).hasSize(2);
    }
}
