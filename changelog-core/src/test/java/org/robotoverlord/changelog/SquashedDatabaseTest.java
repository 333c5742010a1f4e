package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.Takeover;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;

/** What a squash comes to on a database, by how much of what it replaces was run there, and whether those files are still here. */
class SquashedDatabaseTest {
    private static final String SQUASH = Project.id(4, "squashed");

    @TempDir
    private Path folder;

    private Project project;
    private final List<String> tookOver = new ArrayList<>();

    static List<String> databases() {
        List<String> all = new ArrayList<>(List.of("postgresql", "sqlite"));
        TestMysql.majors().stream().limit(1).forEach(major -> all.add("mysql " + major));
        return all;
    }

    /** Six changelogs, a table each, of which none has a squash yet. */
    private void begin(String database) {
        String url = switch (database) {
            case "postgresql" -> TestPostgres.freshDatabase(TestPostgres.NEWEST);
            case "sqlite" -> "jdbc:sqlite:" + folder.resolve("shop.db");
            default -> TestMysql.freshDatabase(Integer.parseInt(database.substring("mysql ".length())));
        };
        project = Project.on(folder, url);
        IntStream.rangeClosed(1, 6).forEach(number -> project.changelog(number, name(number), table(number)));
    }

    private static String name(int number) {
        return "t" + number;
    }

    private static String table(int number) {
        return "- createTable: {name: t" + number + ", columns: {id: bigint}}\n";
    }

    private static String id(int number) {
        return Project.id(number, name(number));
    }

    private static String ids(int from, int to) {
        return String.join(
                ", ",
                IntStream.rangeClosed(from, to)
                        .mapToObj(SquashedDatabaseTest::id)
                        .toList());
    }

    private static String tables(int from, int to) {
        return String.join(
                "",
                IntStream.rangeClosed(from, to)
                        .mapToObj(SquashedDatabaseTest::table)
                        .toList());
    }

    /** One that replaces 2 to 4. */
    private void squash() {
        file(SQUASH, "parent: " + id(1) + "\nchanges:\n" + tables(2, 4).indent(2) + "replaces: [" + ids(2, 4) + "]\n");
    }

    private void file(String id, String text) {
        project.file("migrations/models/" + id + ".yaml", text);
    }

    private void delete(String... ids) {
        try {
            for (String id : ids) {
                Files.delete(folder.resolve("migrations/models/" + id + ".yaml"));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void prune() {
        delete(id(2), id(3), id(4));
    }

    private Progress telling() {
        return new Progress() {
            @Override
            public void tookOver(Takeover takeover) {
                tookOver.add(takeover.squash().id().toString());
            }
        };
    }

    private List<String> upgrade(Target target) {
        try (Database database = project.database()) {
            return ids(project.robot().upgrade(database, target, telling()));
        }
    }

    private List<String> upgrade() {
        return upgrade(Target.USUAL);
    }

    private List<String> downgrade(Target target) {
        try (Database database = project.database()) {
            return ids(project.robot().downgrade(database, target, plan -> true, telling()));
        }
    }

    private static List<String> ids(org.robotoverlord.changelog.plan.Plan plan) {
        return plan.changelogs().stream()
                .map(changelog -> changelog.file().id().toString())
                .toList();
    }

    private List<String> rows() {
        return project.query("select id from robot_migrations order by number");
    }

    private List<String> heads() {
        try (Database database = project.database()) {
            return project.robot().heads(Optional.of(database));
        }
    }

    private List<String> history() {
        try (Database database = project.database()) {
            return project.robot().history(Optional.of(database)).stream()
                    .map(entry -> entry.id() + " " + entry.state().text())
                    .toList();
        }
    }

    private void requireInStep() {
        try (Database database = project.database()) {
            assertThat(project.robot().drift(database).changes()).isEmpty();
        }
    }

    private String script(Direction direction) {
        try (Database database = project.database()) {
            return project.robot().script(database, direction, Target.USUAL);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void one_that_ran_none_of_it_runs_the_squash(String which) {
        begin(which);
        upgrade(Target.version("1"));
        squash();
        assertThat(heads()).containsExactly(SQUASH, id(5), id(6));
        assertThat(upgrade()).containsExactly(SQUASH, id(5), id(6));
        assertThat(rows()).containsExactly(id(1), SQUASH, id(5), id(6));
        assertThat(tookOver).isEmpty();
        requireInStep();
        prune();
        assertThat(upgrade()).isEmpty();
        assertThat(history())
                .containsExactly(id(1) + " applied", SQUASH + " applied", id(5) + " applied", id(6) + " applied");
        requireInStep();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void one_that_ran_all_of_it_takes_the_squash_as_run(String which) {
        begin(which);
        upgrade(Target.version("5"));
        String applied = project.query("select applied_at from robot_migrations where number = 4")
                .get(0);
        squash();
        assertThat(heads()).containsExactly(id(6));
        assertThat(history())
                .containsExactly(id(1) + " applied", SQUASH + " applied", id(5) + " applied", id(6) + " pending");
        requireInStep();

        assertThat(upgrade()).containsExactly(id(6));

        assertThat(tookOver).containsExactly(SQUASH);
        assertThat(rows()).containsExactly(id(1), SQUASH, id(5), id(6));
        assertThat(project.query("select applied_at from robot_migrations where number = 4"))
                .containsExactly(applied);
        prune();
        assertThat(upgrade()).isEmpty();
        assertThat(tookOver).hasSize(1);
        requireInStep();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void one_with_nothing_else_to_do_takes_it_as_run_without_the_files(String which) {
        begin(which);
        upgrade();
        squash();
        prune();
        assertThat(heads()).isEmpty();
        requireInStep();
        assertThat(upgrade()).isEmpty();
        assertThat(tookOver).containsExactly(SQUASH);
        assertThat(rows()).containsExactly(id(1), SQUASH, id(5), id(6));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void one_that_ran_some_of_it_finishes_that_first(String which) {
        begin(which);
        upgrade(Target.version("2"));
        squash();
        assertThat(heads()).containsExactly(id(3), id(4), id(5), id(6));
        requireInStep();
        assertThat(upgrade(Target.version("3"))).containsExactly(id(3));
        assertThat(tookOver).isEmpty();
        assertThat(rows()).containsExactly(id(1), id(2), id(3));
        assertThat(upgrade(Target.version(SQUASH))).containsExactly(id(4));
        assertThat(tookOver).containsExactly(SQUASH);
        assertThat(rows()).containsExactly(id(1), SQUASH);
        assertThat(upgrade()).containsExactly(id(5), id(6));
        requireInStep();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void one_that_ran_some_of_it_is_told_so_where_the_rest_is_gone(String which) {
        begin(which);
        upgrade(Target.version("2"));
        squash();
        delete(id(3), id(4));
        List<String> before = rows();
        String told =
                "migrations/models/" + SQUASH + ".yaml: it replaces 3 changelogs, of which this database ran 1 and not"
                        + " '" + id(3) + "', '" + id(4)
                        + "', and their files aren't all here any more. Finish them first: check out"
                        + " the version of the project that has them ('git log --diff-filter=D --stat' shows what took them away),"
                        + " run robot:upgrade there, and then here.";
        assertThatThrownBy(this::upgrade).isInstanceOf(Problem.class).hasMessage(told);
        assertThatThrownBy(() -> downgrade(Target.USUAL)).hasMessage(told);
        assertThatThrownBy(this::requireInStep).hasMessage(told);
        assertThat(rows()).isEqualTo(before);
        assertThat(history()).startsWith(id(1) + " applied", id(2) + " applied", SQUASH + " pending");
        delete(id(2));
        assertThatThrownBy(this::upgrade).hasMessage(told);
        assertThat(history()).startsWith(id(1) + " applied", id(2) + " applied", SQUASH + " pending");
        try (Database database = project.database()) {
            Diagnosis found = project.robot().diagnose(database);
            assertThat(found.repairs()).isEmpty();
            assertThat(found.notes()).containsExactly(told);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void one_that_ran_some_of_it_may_take_that_back_and_run_the_squash(String which) {
        begin(which);
        upgrade(Target.version("3"));
        squash();
        assertThat(downgrade(Target.version("1"))).containsExactly(id(3), id(2));
        assertThat(tookOver).isEmpty();
        assertThat(heads()).containsExactly(SQUASH, id(5), id(6));
        assertThat(upgrade()).containsExactly(SQUASH, id(5), id(6));
        requireInStep();
    }

    @Test
    void one_that_a_run_ended_within_is_finished_first() {
        begin("postgresql");
        file(
                id(4),
                "parent: " + id(3) + "\nchanges:\n" + table(4).indent(2)
                        + "  - sql: {up: create index concurrently t4_idx on t4 (id), down: drop index t4_idx, transactional:"
                        + " false}\n");
        upgrade(Target.version("4"));
        project.execute("update robot_migrations set steps_done = 1 where number = 4");
        project.execute("drop index t4_idx");
        squash();
        assertThat(history())
                .startsWith(id(1) + " applied", id(2) + " applied", id(3) + " applied", id(4) + " interrupted");
        assertThat(upgrade()).containsExactly(id(4), id(5), id(6));
        assertThat(tookOver).containsExactly(SQUASH);
        assertThat(project.query("select count(*) from pg_indexes where indexname = 't4_idx'"))
                .containsExactly("1");
        assertThat(rows()).containsExactly(id(1), SQUASH, id(5), id(6));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_script_of_one_that_ran_all_of_it_takes_over(String which) throws SQLException {
        begin(which);
        upgrade();
        squash();
        assertThat(script(Direction.UP)).contains(SQUASH + " counts as run");
        run(script(Direction.UP));
        assertThat(rows()).containsExactly(id(1), SQUASH, id(5), id(6));
        assertThat(upgrade()).isEmpty();
        assertThat(tookOver).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void it_is_taken_back_as_a_whole(String which) {
        begin(which);
        upgrade(Target.version("4"));
        squash();
        assertThatThrownBy(() -> downgrade(Target.version("3")))
                .hasMessage("changelog '" + id(3) + "' is replaced by '" + SQUASH
                        + "', which is applied and taken back as a whole; give its number, or one outside of it");
        assertThat(downgrade(Target.USUAL)).containsExactly(SQUASH);
        assertThat(tookOver).containsExactly(SQUASH);
        assertThat(rows()).containsExactly(id(1));
        requireInStep();
        assertThat(upgrade()).containsExactly(SQUASH, id(5), id(6));
        assertThat(downgrade(Target.version("0"))).containsExactly(id(6), id(5), SQUASH, id(1));
        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_edited_one_among_them_is_told_as_ever(String which) {
        begin(which);
        upgrade();
        squash();
        file(id(3), "parent: " + id(2) + "\nchanges:\n" + table(9).indent(2));
        assertThatThrownBy(this::upgrade).hasMessageContaining("it was edited after it was applied");
        assertThat(rows()).hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_squash_of_a_squash_is_taken_as_run_whether_or_not_that_was(String which) {
        String outer = Project.id(5, "all");
        begin(which);
        upgrade();
        squash();
        file(
                outer,
                "changes:\n" + tables(1, 5).indent(2) + "replaces: [" + id(1) + ", " + SQUASH + ", " + id(5) + "]\n");
        assertThat(heads()).isEmpty();
        assertThat(upgrade()).isEmpty();
        assertThat(tookOver).containsExactly(SQUASH, outer);
        assertThat(rows()).containsExactly(outer, id(6));
        requireInStep();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_database_that_ran_some_of_a_squash_of_a_squash_finishes_both(String which) {
        String outer = Project.id(5, "all");
        begin(which);
        upgrade(Target.version("3"));
        squash();
        file(
                outer,
                "changes:\n" + tables(1, 5).indent(2) + "replaces: [" + id(1) + ", " + SQUASH + ", " + id(5) + "]\n");
        assertThat(upgrade()).containsExactly(id(4), id(5), id(6));
        assertThat(tookOver).containsExactly(SQUASH, outer);
        assertThat(rows()).containsExactly(outer, id(6));
        requireInStep();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void two_in_a_row_are_taken_as_run_each_by_itself(String which) {
        String late = Project.id(6, "late");
        begin(which);
        upgrade(Target.version("5"));
        squash();
        file(late, "parent: " + SQUASH + "\nchanges:\n" + tables(5, 6).indent(2) + "replaces: [" + ids(5, 6) + "]\n");
        prune();
        assertThat(heads()).containsExactly(id(6));
        assertThat(upgrade()).containsExactly(id(6));
        assertThat(tookOver).containsExactly(SQUASH, late);
        assertThat(rows()).containsExactly(id(1), SQUASH, late);
        delete(id(5), id(6));
        assertThat(upgrade()).isEmpty();
        requireInStep();
    }

    @Test
    void two_that_replace_each_other_are_told_on_a_database_that_ran_some_of_it() {
        String one = Project.id(4, "one");
        String other = Project.id(4, "other");
        begin("sqlite");
        upgrade(Target.version("2"));
        delete(id(4));
        file(one, "parent: " + id(1) + "\nchanges: []\nreplaces: [" + ids(2, 3) + ", " + other + "]\n");
        file(other, "parent: " + id(1) + "\nchanges: []\nreplaces: [" + one + "]\n");
        assertThatThrownBy(() -> upgrade(Target.version(one))).hasMessageContaining("which replaces it");
        assertThatThrownBy(() -> upgrade(Target.version(other))).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_script_of_it_does_the_same(String which) throws SQLException {
        begin(which);
        upgrade(Target.version("2"));
        squash();
        run(script(Direction.UP));
        assertThat(rows()).containsExactly(id(1), SQUASH, id(5), id(6));
        assertThat(upgrade()).isEmpty();
        assertThat(tookOver).isEmpty();
        assertThat(script(Direction.UP)).isEmpty();
    }

    private void run(String script) throws SQLException {
        try (Connection connection = DriverManager.getConnection(project.url());
                java.sql.Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\\n")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "sqlite")
    void a_run_that_dies_while_it_takes_over_has_done_so_or_not(String which) throws SQLException {
        begin(which);
        upgrade(Target.version("5"));
        squash();
        List<String> before = rows();
        for (int at = 0; at < 40; at++) {
            for (boolean done : List.of(false, true)) {
                Dying.Doomed doomed = Dying.of(project.connect("robot"), at, done);
                try (Database database = new Database(
                        doomed.connection(),
                        Dialects.of(project.url()),
                        project.robot().home())) {
                    project.robot().upgrade(database, Target.version("5"), telling());
                } catch (Problem died) {
                    assertThat(doomed.died().getAsBoolean()).isTrue();
                }
                assertThat(rows()).isIn(before, List.of(id(1), SQUASH, id(5)));
                if (!doomed.died().getAsBoolean()) {
                    assertThat(rows()).containsExactly(id(1), SQUASH, id(5));
                    assertThat(upgrade()).containsExactly(id(6));
                    return;
                }
                if (!rows().equals(before)) {
                    assertThat(upgrade(Target.version("5"))).isEmpty();
                    rename(before);
                }
            }
        }
        throw new AssertionError("it never came through");
    }

    @Test
    void a_server_that_dies_between_its_statements_keeps_the_rows_of_what_was_run() {
        begin("postgresql");
        upgrade();
        squash();
        List<String> before = rows();
        project.execute("create function die() returns trigger language plpgsql as"
                + " 'begin perform pg_terminate_backend(pg_backend_pid()); return new; end'");
        project.execute("create trigger die after update on robot_migrations for each row execute function die()");
        assertThatThrownBy(this::upgrade).isInstanceOf(Problem.class);
        assertThat(rows()).isEqualTo(before);
        assertThat(tookOver).isEmpty();

        project.execute("drop trigger die on robot_migrations");
        assertThat(upgrade()).isEmpty();
        assertThat(tookOver).containsExactly(SQUASH);
        assertThat(rows()).containsExactly(id(1), SQUASH, id(5), id(6));
    }

    /** Gives the migration table the rows that it had. */
    private void rename(List<String> before) {
        downgrade(Target.version("0"));
        delete(SQUASH);
        upgrade(Target.version("5"));
        squash();
        assertThat(rows()).isEqualTo(before);
    }
}
