package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Journal;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.schema.Name;

/**
 * Where each statement commits by itself, a run that dies leaves a changelog half done. Here it dies before and after each statement
 * of one, up and down; the next run must settle that and come to the same end. Usually it is tried at some of the statements, other ones
 * on each server; {@code -Drobot.deaths=all} tries it at all.
 */
class MysqlKilledRunTest {
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
                    mail: {type: varchar(100), comment: Where to.}
                    low: {type: varchar(100), generated: {sql: lower(mail)}}
                  primaryKey: [id]
                  checks: {users_mail_check: "mail <> ''"}
                  foreignKeys: {users_team_id_fkey: {columns: [team_id], references: teams}}
              - createView: {name: low, query: "select id, low from users"}
              - createView: {name: lower, query: select * from low}
              - insert: {table: teams, rows: [{id: 1, name: Reds}, {id: 2, name: Blues}]}
              - insert: {table: users, rows: [{id: 1, team_id: 1, mail: A@x}, {id: 2, team_id: 2, mood: bad}]}
            """;
    private static final String SECOND = """
            parent: 1_20260524193000_first
            changes:
              - renameColumn: {table: users, from: mail, to: email}
              - addColumn: {table: users, column: {score: {type: integer, nullable: false}}, fill: 7}
              - setNullable: {table: users, column: email, nullable: false, fill: none}
              - renameEnumValue: {enum: mood, from: bad, to: sour}
              - changeType: {table: teams, column: id, to: integer}
              - changeType: {table: users, column: team_id, to: integer}
              - replaceView: {name: low, query: "select id, low, score from users"}
              - renameView: {from: lower, to: lowest}
              - dropView: {name: lowest}
              - createIndex: {table: users, name: users_team_id_idx, columns: [team_id, email]}
              - dropConstraint: {table: teams, name: teams_name_key}
              - update: {table: teams, set: {name: {sql: "name || '!'"}}, where: 'true', down: "update teams set name = replace(name, '!', '')"}
              - renameTable: {from: teams, to: crews}
              - createTable: {name: notes, columns: {body: text}}
              - sql:
                  up: create view seen as select id from users
                  down: drop view seen
            """;

    /** Every how manyeth statement is tried. */
    private static final int STEP = "all".equals(System.getProperty("robot.deaths")) ? 1 : 11;

    @TempDir
    Path folder;

    static Stream<Integer> servers() {
        return TestMysql.majors().stream().filter(major -> major != TestMysql.OLD_MARIADB);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void an_upgrade_that_dies_anywhere_is_settled_and_goes_on(int major) throws Exception {
        write();
        String whole = TestMysql.freshDatabase(major);
        upgrade(whole);
        List<String> wished = contents(whole);
        int deaths = 0;
        for (boolean done : List.of(false, true)) {
            boolean died = true;
            for (int at = first(major, done); died; at += STEP) {
                String url = TestMysql.freshDatabase(major);
                upgrade(url, "1");
                died = dies(url, at, done, true);
                if (died) {
                    deaths++;
                    goOn(url, true, at, done);
                    assertThat(contents(url))
                            .as("dead at statement %d, done %s", at, done)
                            .isEqualTo(wished);
                }
            }
        }
        assertThat(deaths).isGreaterThan(40 / STEP);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_downgrade_that_dies_anywhere_is_settled_and_goes_on(int major) throws Exception {
        write();
        String before = TestMysql.freshDatabase(major);
        upgrade(before);
        run(DriverManager.getConnection(before), false);
        List<String> wished = contents(before);
        int deaths = 0;
        for (boolean done : List.of(false, true)) {
            boolean died = true;
            for (int at = first(major, done); died; at += STEP) {
                String url = TestMysql.freshDatabase(major);
                upgrade(url);
                died = dies(url, at, done, false);
                if (died) {
                    deaths++;
                    goOn(url, false, at, done);
                    assertThat(contents(url))
                            .as("dead at statement %d, done %s", at, done)
                            .isEqualTo(wished);
                }
            }
        }
        assertThat(deaths).isGreaterThan(40 / STEP);
    }

    /** Where to begin, so that each server has other statements, before and after. */
    private static int first(int major, boolean done) {
        return (major + (done ? 3 : 0)) % STEP;
    }

    /** What only the user's own SQL made can't be told apart from what was there: the run stops at it and says so. */
    private void goOn(String url, boolean up, int at, boolean done) throws SQLException {
        try {
            run(DriverManager.getConnection(url), up);
        } catch (Problem told) {
            assertThat(told.getMessage())
                    .as("dead at statement %d, done %s", at, done)
                    .contains("seen");
            execute(url, up ? "drop view seen" : "create view seen as select 1");
            run(DriverManager.getConnection(url), up);
        }
    }

    private void write() throws IOException {
        Path location = Files.createDirectories(folder.resolve("migrations/models"));
        Files.writeString(location.resolve("1_20260524193000_first.yaml"), FIRST);
        Files.writeString(location.resolve("2_20260524193000_second.yaml"), SECOND);
    }

    private Robot robot() {
        App app = new App(
                "models",
                folder,
                folder.resolve("models"),
                folder.resolve("migrations/models"),
                Optional.empty(),
                Optional.of("mariadb"),
                Name.of(Journal.DEFAULT_TABLE),
                Map.of(),
                List.of(),
                List.of());
        return new Robot(app, new Surroundings(Clock.systemUTC(), "tester", "test", Duration.ofSeconds(10)));
    }

    private Database database(String url) throws SQLException {
        return new Database(DriverManager.getConnection(url), Dialects.of(url), "");
    }

    private void upgrade(String url) throws SQLException {
        try (Database database = database(url)) {
            robot().upgrade(database, Target.USUAL, Progress.NONE);
        }
    }

    private void upgrade(String url, String version) throws SQLException {
        try (Database database = database(url)) {
            robot().upgrade(database, Target.version(version), Progress.NONE);
        }
    }

    private void run(Connection connection, boolean up) {
        try (Database database = new Database(connection, Dialects.named("mysql"), "")) {
            if (up) {
                robot().upgrade(database, Target.USUAL, Progress.NONE);
            } else {
                robot().downgrade(database, Target.version("1"), plan -> true, Progress.NONE);
            }
        }
    }

    /** Runs until the connection dies at a statement. @return whether it died before the run was through */
    private boolean dies(String url, int at, boolean done, boolean up) throws SQLException {
        Dying.Doomed doomed = Dying.of(DriverManager.getConnection(url), at, done);
        if (doomed.died().getAsBoolean()) {
            return true;
        }
        try {
            run(doomed.connection(), up);
        } catch (Problem dead) {
            assertThat(doomed.died().getAsBoolean()).as(dead.getMessage()).isTrue();
        }
        return doomed.died().getAsBoolean();
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Every table and view as the server prints it, and every row, but for when it was. */
    private static List<String> contents(String url) throws SQLException {
        List<String> contents = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url)) {
            List<String> tables = rows(
                    connection,
                    "select table_name from information_schema.tables"
                            + " where table_schema = database() and table_type = 'BASE TABLE' order by 1");
            for (String table : tables) {
                if (table.equals("robot_migrations")) {
                    contents.addAll(
                            rows(connection, "select concat(id, ' ', steps_done, ' ', steps_total) from " + table));
                    continue;
                }
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("show create table " + table)) {
                    row.next();
                    contents.add(row.getString(2).replaceFirst(" AUTO_INCREMENT=\\d+", ""));
                }
                contents.addAll(rows(connection, "select * from " + table + " order by 1"));
            }
            contents.addAll(rows(
                    connection,
                    "select table_name, replace(view_definition, concat('`', database(), '`.'), '')"
                            + " from information_schema.views where table_schema = database() order by 1"));
        }
        return contents;
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> read = new ArrayList<>();
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.append(rows.getString(i)).append(' ');
                }
                read.add(row.toString().strip());
            }
            return read;
        }
    }
}
