package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.history.Squash;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;

/** A squash is tried on a real database beside what it replaces, and one that leads elsewhere is found out. */
class SquashProofTest {
    private static final String USERS =
            "- createTable: {name: users, columns: {id: {type: bigint}, mail: {type: varchar(50), default: x}}, primaryKey: [id]}\n";

    @TempDir
    private Path folder;

    private Project project;
    private int number;

    private SquashProofTest on(String dialect) {
        project = Project.on(folder, "jdbc:" + dialect + ":nowhere");
        return this;
    }

    private SquashProofTest changelog(String changes) {
        number++;
        project.changelog(number, "c" + number, changes);
        return this;
    }

    private Workbench bench(String dialect) {
        return dialect.equals("postgresql")
                ? project.bench()
                : new FileBench(folder.resolve("bench"), place -> {
                    String url = dialect.equals("sqlite")
                            ? "jdbc:sqlite:" + place.resolve("database")
                            : "jdbc:h2:" + place.resolve("database") + ";DATABASE_TO_LOWER=TRUE";
                    try {
                        return new Database(
                                DriverManager.getConnection(url),
                                Dialects.of(url),
                                project.robot().home());
                    } catch (SQLException failed) {
                        throw new IllegalStateException(failed);
                    }
                });
    }

    private long prove(String dialect, Squash squash) {
        return project.robot().prove(squash, bench(dialect));
    }

    private Squash squash(String from) {
        return project.robot()
                .squash(new SquashRequest(Optional.of(from), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Squash with(Squash squash, List<Change> changes) {
        return new Squash(
                squash.id(),
                squash.parent(),
                squash.replaced(),
                changes,
                squash.leftOut(),
                squash.before(),
                squash.after());
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "h2"})
    void both_ways_lead_to_the_same_schema_and_rows(String dialect) {
        on(dialect)
                .changelog(USERS)
                .changelog("- insert: {table: users, rows: [{id: 1}, {id: 2, mail: b}]}")
                .changelog("- addColumn: {table: users, column: {bio: varchar(20)}}")
                .changelog("- update: {table: users, set: {bio: old}, where: id = 1, down: none}")
                .changelog("- insert: {table: users, rows: [{id: 3, mail: gone}], once: true}")
                .changelog("- addColumn: {table: users, column: {age: {type: integer, nullable: false}}, fill: 7}")
                .changelog("- createTable: {name: teams, columns: {id: bigint}}")
                .changelog("- dropTable: {name: teams}");
        Squash squash = squash("1");
        assertThat(prove(dialect, squash)).isEqualTo(2);
        List<Change> wrong = squash.changes().stream()
                .filter(change -> !change.describe().startsWith("update"))
                .toList();
        assertThatThrownBy(() -> prove(dialect, with(squash, wrong)))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(
                        "the squash was tried on a database and leads elsewhere than the changelogs that it"
                                + " replaces, so it wasn't written; the rows of table 'users', of [id, mail, bio, age]:\n"
                                + "  [1, x, null, 7]\ninstead of\n  [1, x, old, 7]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void what_is_squashed_within_the_line_is_tried_with_rows(String dialect) {
        on(dialect)
                .changelog(USERS)
                .changelog("- addColumn: {table: users, column: {age: {type: integer, nullable: false}}, fill: 7}")
                .changelog("- setDefault: {table: users, column: mail, default: y}")
                .changelog("- renameColumn: {table: users, from: mail, to: email}")
                .changelog("- update: {table: users, set: {age: 8}, where: id > 0, down: none, once: true}");
        Squash squash = squash("2");
        assertThat(prove(dialect, squash)).isEqualTo(3);
        List<Change> wrong = squash.changes().subList(0, squash.changes().size() - 1);
        assertThatThrownBy(() -> prove(dialect, with(squash, wrong))).hasMessageContaining("the rows of table 'users'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void another_schema_is_found_out(String dialect) {
        on(dialect).changelog(USERS).changelog("- addColumn: {table: users, column: {bio: varchar(20)}}");
        Squash squash = squash("1");
        assertThat(prove(dialect, squash)).isZero();
        List<Change> wrong = project.robot()
                .squash(new SquashRequest(Optional.of("1"), Optional.of("2"), Optional.empty(), Optional.of("wrong")))
                .replaced()
                .get(0)
                .plainChanges();
        assertThatThrownBy(() -> prove(dialect, with(squash, wrong)))
                .hasMessageContaining("to have the same schema it would need:\n  add column users.bio");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void what_differs_from_run_to_run_is_not_compared(String dialect) {
        String chance = dialect.equals("sqlite") ? "hex(randomblob(8))" : "gen_random_uuid()";
        on(dialect)
                .changelog("- createTable: {name: keys, columns: {id: bigint, secret: varchar(40), n: bigint}}")
                .changelog("- sql: {up: \"insert into keys select 1, " + chance + ", 3\", down: none}")
                .changelog("- addColumn: {table: keys, column: {x: varchar(3)}}");
        Squash squash = squash("1");
        assertThat(prove(dialect, squash)).isEqualTo(1);
    }

    @Test
    void what_can_not_be_run_is_told() {
        on("sqlite")
                .changelog(USERS)
                .changelog("- sql: {up: insert into users (id) values (1), down: none}")
                .changelog("- sql: {up: insert into users (id) select 2 from users, down: none}");
        Squash squash = squash("1");
        assertThat(prove("sqlite", squash)).isEqualTo(2);
        List<Change> twice = new ArrayList<>(squash.changes());
        twice.add(squash.changes().get(1));
        assertThatThrownBy(() -> prove("sqlite", with(squash, twice)))
                .hasMessageStartingWith(
                        "the squash was tried on a database and leads elsewhere than the changelogs that it"
                                + " replaces, so it wasn't written; it fails there:\n3_20260525081500_squashed_1_to_3.yaml")
                .hasMessageContaining("UNIQUE");

        changelog("- sql: {up: insert into nobody values (1), down: none}");
        assertThatThrownBy(() -> prove("sqlite", squash("1")))
                .hasMessageStartingWith(
                        "the changelogs that are to be replaced can't be run on a throw-away database, so"
                                + " nothing can be proved and nothing was written:\n")
                .hasMessageContaining("no such table: nobody");
    }

    /** PostgreSQL lets nobody use a new value of an enum in the transaction that adds it. */
    @Test
    void a_value_of_an_enum_may_be_used_right_after_it_came() {
        on("postgresql")
                .changelog("- createEnum: {name: mood, values: [calm]}\n"
                        + "- createTable: {name: users, columns: {id: bigint, mood: mood}}")
                .changelog("- addEnumValue: {enum: mood, value: cross}")
                .changelog("- insert: {table: users, rows: [{id: 1, mood: cross}], down: none}")
                .changelog("- addColumn: {table: users, column: {bio: varchar(10)}}");
        assertThat(prove("postgresql", squash("1"))).isEqualTo(1);
        assertThat(prove("postgresql", squash("2"))).isEqualTo(4);
    }

    @Test
    void what_triggers_wrote_and_views_keep_is_the_same() {
        on("postgresql")
                .changelog(USERS)
                .changelog("- createTable: {name: log, columns: {n: integer, note: text}}")
                .changelog(
                        "- createFunction: {name: note(), returns: trigger, language: plpgsql, body: \"begin insert into"
                                + " log values (1, 'old'); return new; end\"}")
                .changelog(
                        "- createTrigger: {table: users, name: users_note, when: after, on: [insert], forEach: row, call:"
                                + " note()}")
                .changelog("- createView: {name: counted, query: select count(*) as n from users, materialized: true}")
                .changelog("- insert: {table: users, rows: [{id: 1}]}")
                .changelog("- refreshView: {name: counted}")
                .changelog("- renameColumn: {table: log, from: note, to: remark}")
                .changelog("- setDefault: {table: log, column: n, default: 4}")
                .changelog("- dropTrigger: {table: users, name: users_note}");
        Squash squash = squash("1");
        assertThat(squash.changes().stream().map(Change::describe))
                .contains("rename column log.note to remark", "refresh view counted");
        assertThat(prove("postgresql", squash)).isEqualTo(2);
    }

    @Test
    void it_is_tried_on_a_server_that_copies_no_databases() throws SQLException {
        on("mysql")
                .changelog(USERS)
                .changelog("- insert: {table: users, rows: [{id: 1000}]}")
                .changelog("- addColumn: {table: users, column: {age: {type: integer, nullable: false}}, fill: 7}");
        for (int major : TestMysql.majors().stream().limit(1).toList()) {
            String url = TestMysql.freshDatabase(major);
            try (Database set = open(url)) {
                RepeatingBench bench =
                        new RepeatingBench(set, name -> open(url.replaceFirst("/test_\\d+", "/" + name)));
                assertThat(project.robot().prove(squash("1"), bench)).isEqualTo(1);
                assertThat(project.robot().prove(squash("2"), bench)).isEqualTo(4);
                assertThat(set.texts("show tables")).isEmpty();
            }
        }
    }

    private static Database open(String url) {
        try {
            return new Database(DriverManager.getConnection(url), Dialects.of(url), "");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql"})
    void a_stretch_within_the_line_after_another_squash_is_tried_too(String dialect) {
        on(dialect).changelog(USERS).changelog("- addColumn: {table: users, column: {a: varchar(20)}}");
        project.robot().write(squash("1"));
        changelog("- addColumn: {table: users, column: {b: varchar(20)}}")
                .changelog("- addColumn: {table: users, column: {c: varchar(20)}}");
        assertThat(prove(dialect, squash("3"))).isEqualTo(3);
        assertThat(prove(dialect, squash("2"))).isZero();
    }
}
