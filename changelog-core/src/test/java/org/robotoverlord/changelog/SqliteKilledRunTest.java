package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Journal;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.schema.Name;
import org.sqlite.ProgressHandler;

/**
 * A run on SQLite dies between statements, within them, and as a process that is killed. What it leaves on the disk is the changelog
 * whole or nothing of it, and the next run comes to the same end.
 */
class SqliteKilledRunTest {
    private static final String FIRST = """
            changes:
              - createEnum: {name: mood, values: [good, bad]}
              - createTable:
                  name: teams
                  columns: {id: {type: bigint, identity: true}, name: {type: varchar(50), nullable: false}}
                  primaryKey: [id]
                  unique: {teams_name_key: [name]}
              - createTable:
                  name: users
                  columns:
                    id: {type: bigint, identity: true}
                    team_id: {type: bigint, nullable: false}
                    mood: {type: mood, nullable: false, default: good}
                    mail: varchar(100)
                    points: {type: text, default: "1"}
                  primaryKey: [id]
                  checks: {users_mail_check: "mail <> ''"}
                  foreignKeys: {users_team_id_fkey: {columns: [team_id], references: teams}}
                  indexes: {users_mail_idx: [{sql: lower(mail)}]}
              - sql: {up: "insert into teams (name) values ('Reds'), ('Blues')", down: none}
              - sql:
                  up: >-
                    insert into users (team_id, mail) with recursive n(i) as (select 1 union all select i + 1 from n where i < 300)
                    select 1 + i % 2, 'a rather long address of number ' || i from n
                  down: none
            """;
    private static final String SECOND = """
            parent: 1_20260524193000_first
            changes:
              - renameColumn: {table: users, from: mail, to: email}
              - addColumn: {table: users, column: {score: {type: integer, nullable: false}}, fill: 7}
              - setNullable: {table: users, column: email, nullable: false, fill: none}
              - renameEnumValue: {enum: mood, from: good, to: fine}
              - changeType: {table: users, column: points, to: integer, using: {sql: points * 10, reverse: points / 10}}
              - dropConstraint: {table: teams, name: teams_name_key}
              - update: {table: teams, set: {name: {sql: "name || '!'"}}, where: 'true', down: "update teams set name = replace(name, '!', '')"}
              - renameTable: {from: teams, to: crews}
              - createView: {name: reds, query: select email from users where team_id = 1}
              - sql: {up: "with recursive n(i) as (select 1 union all select i + 1 from n where i < ${rounds}) select count(*) from n", down: none}
            """;
    /** Every how many statements a run dies; {@code -Drobot.deaths=all} tries all. */
    private static final int STEP = "all".equals(System.getProperty("robot.deaths")) ? 1 : 13;

    private static final List<String> FILES = List.of("", "-journal", "-wal");
    private static final String SHORT = "10";
    private static final String ENDLESS = "1000000000000";

    @TempDir
    Path folder;

    private final AtomicInteger count = new AtomicInteger();

    @BeforeEach
    void write() throws IOException {
        Path location = Files.createDirectories(folder.resolve("migrations/models"));
        Files.writeString(location.resolve("1_20260524193000_first.yaml"), FIRST);
        Files.writeString(location.resolve("2_20260524193000_second.yaml"), SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void between_two_statements_each_changelog_is_there_whole_or_not_at_all(String journal) throws SQLException {
        Path first = made(journal, Target.version("1"));
        Path second = made(journal, Target.USUAL);
        Path back = copied(second);
        run(open(back), false, SHORT);
        for (boolean up : List.of(true, false)) {
            int deaths = 0;
            for (boolean done : List.of(false, true)) {
                Optional<Path> left = Optional.of(first);
                for (int at = done ? 1 : 0; left.isPresent(); at += STEP) {
                    left = diesAt(at, done, copied(up ? first : second), up);
                    deaths += left.isPresent() ? 1 : 0;
                    if (left.isPresent()) {
                        requireGoesOn(left.get(), up, up ? first : second, up ? second : back);
                    }
                }
            }
            assertThat(deaths).isGreaterThan(60 / STEP);
        }
    }

    @Test
    void within_a_statement_each_changelog_is_there_whole_or_not_at_all() throws SQLException {
        Path first = made("delete", Target.version("1"));
        Path second = made("delete", Target.USUAL);
        int deaths = 0;
        Optional<Path> left = Optional.of(first);
        for (int at = 1; left.isPresent(); at += STEP) {
            left = diesWithin(at, copied(first));
            if (left.isPresent()) {
                deaths++;
                requireGoesOn(left.get(), true, first, second);
            }
        }
        assertThat(deaths).isGreaterThan(5);
    }

    @Test
    void a_process_that_is_killed_leaves_nothing_half_and_no_lock() throws Exception {
        Path second = made("delete", Target.USUAL);
        Path first = made("delete", Target.version("1"));
        Path killed = copied(first);
        Process run = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SqliteKilledRunTest.class.getName(),
                        folder.toString(),
                        killed.toString())
                .inheritIO()
                .start();
        Eventually.is("it is at work", () -> Files.exists(beside(killed, "-journal")) || !run.isAlive());
        assertThat(run.destroyForcibly().waitFor()).isNotZero();
        requireGoesOn(killed, true, first, second);
    }

    /** The run that is killed: its last statement never ends. */
    public static void main(String[] folderAndFile) throws SQLException {
        SqliteKilledRunTest test = new SqliteKilledRunTest();
        test.folder = Path.of(folderAndFile[0]);
        try (Connection connection = open(Path.of(folderAndFile[1]))) {
            test.run(connection, true, ENDLESS);
        }
    }

    /** What a run leaves that dies at a statement; empty where it was through before. */
    private Optional<Path> diesAt(int at, boolean done, Path file, boolean up) throws SQLException {
        Path left = fresh();
        Dying.Doomed doomed = Dying.of(open(file), at, done, () -> copy(file, left));
        try {
            run(doomed.connection(), up, SHORT);
        } catch (Problem dead) {
            assertThat(doomed.died().getAsBoolean()).as(dead.getMessage()).isTrue();
        }
        return doomed.died().getAsBoolean() ? Optional.of(left) : Optional.empty();
    }

    /** What a run leaves that dies when SQLite has been at work within statements for so long. */
    private Optional<Path> diesWithin(int at, Path file) throws SQLException {
        Path left = fresh();
        AtomicLong worked = new AtomicLong();
        Connection connection = open(file);
        ProgressHandler.setHandler(connection, 150, new ProgressHandler() {
            @Override
            protected int progress() {
                if (worked.incrementAndGet() != at) {
                    return 0;
                }
                copy(file, left);
                return 1;
            }
        });
        try {
            run(connection, true, SHORT);
        } catch (Problem dead) {
            assertThat(worked.get()).isGreaterThanOrEqualTo(at);
        }
        return worked.get() >= at ? Optional.of(left) : Optional.empty();
    }

    private void requireGoesOn(Path left, boolean up, Path before, Path after) throws SQLException {
        assertThat(contents(left)).isIn(contents(before), contents(after));
        run(open(left), up, SHORT);
        assertThat(contents(left)).isEqualTo(contents(after));
    }

    private Path made(String journal, Target target) throws SQLException {
        Path file = fresh();
        Connection connection = open(file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = " + journal);
        }
        Dialect dialect = Dialects.named("sqlite");
        try (Database database = new Database(connection, dialect, dialect.defaultSchema())) {
            robot(SHORT).upgrade(database, target, Progress.NONE);
        }
        return file;
    }

    private void run(Connection connection, boolean up, String rounds) {
        Dialect dialect = Dialects.named("sqlite");
        try (Database database = new Database(connection, dialect, dialect.defaultSchema())) {
            if (up) {
                robot(rounds).upgrade(database, Target.USUAL, Progress.NONE);
            } else {
                robot(rounds).downgrade(database, Target.version("1"), plan -> true, Progress.NONE);
            }
        }
    }

    private Robot robot(String rounds) {
        App app = new App(
                "models",
                folder,
                folder.resolve("models"),
                folder.resolve("migrations/models"),
                Optional.empty(),
                Optional.of("sqlite"),
                Name.of(Journal.DEFAULT_TABLE),
                Map.of("rounds", rounds),
                List.of(),
                List.of());
        return new Robot(app, new Surroundings(Clock.systemUTC(), "tester", "test", Duration.ofSeconds(10)));
    }

    /** A connection that writes to the file before it has to, as one with much to do does. */
    private static Connection open(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma cache_size = 1");
            statement.execute("pragma synchronous = off");
        }
        return connection;
    }

    private Path fresh() {
        return folder.resolve(count.incrementAndGet() + ".db");
    }

    private Path copied(Path file) {
        Path copy = fresh();
        copy(file, copy);
        return copy;
    }

    /** What a process that is killed now leaves: the system keeps what was written, and drops the locks. */
    private static void copy(Path from, Path to) {
        try {
            for (String end : FILES) {
                if (Files.exists(beside(from, end))) {
                    Files.copy(beside(from, end), beside(to, end), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path beside(Path file, String end) {
        return Path.of(file + end);
    }

    private static List<String> contents(Path file) throws SQLException {
        List<String> contents = new ArrayList<>();
        try (Connection connection = open(file);
                Statement statement = connection.createStatement()) {
            List<String> queries = new ArrayList<>(List.of(
                    "select type, name, sql from sqlite_schema order by name",
                    "select id, steps_done, steps_total from robot_migrations order by id",
                    "pragma integrity_check"));
            try (ResultSet tables = statement.executeQuery("select name from sqlite_schema where type = 'table'"
                    + " and name <> 'robot_migrations' order by name")) {
                while (tables.next()) {
                    queries.add("select * from \"" + tables.getString(1) + "\" order by 1");
                }
            }
            for (String query : queries) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        StringBuilder row = new StringBuilder();
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            row.append(rows.getString(i)).append('|');
                        }
                        contents.add(row.toString());
                    }
                }
            }
        }
        return contents;
    }
}
