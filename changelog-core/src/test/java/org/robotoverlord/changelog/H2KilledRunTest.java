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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Journal;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.schema.Name;

/**
 * A run on H2 dies before and after each statement of a changelog, up and down; the next one must settle that by the catalogue and
 * come to the same end.
 */
class H2KilledRunTest {
    private static final String FIRST = """
            changes:
              - createEnum: {name: mood, values: [good, bad]}
              - createDomain: {name: tag, type: varchar(20), default: a, checks: {tag_check: "value <> ''"}}
              - createDomain: {name: label, type: tag, nullable: false, default: b}
              - createTable:
                  name: teams
                  columns: {id: {type: bigint, identity: true}, name: {type: varchar(50), nullable: false}, tag: tag, label: label}
                  primaryKey: [id]
                  unique: {teams_name_key: [name]}
              - createTable:
                  name: users
                  columns:
                    id: {type: bigint, identity: true}
                    team_id: {type: bigint, nullable: false}
                    mood: {type: mood, nullable: false, default: good}
                    mail: {type: varchar(100), comment: Where to.}
                    points: {type: text, default: "1"}
                    low: {type: varchar(100), generated: {sql: lower(mail)}}
                  primaryKey: [id]
                  checks: {users_mail_check: "mail <> ''"}
                  foreignKeys: {users_team_id_fkey: {columns: [team_id], references: teams}}
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
              - changeType:
                  table: users
                  column: points
                  to: integer
                  using: {sql: cast(points as integer) * 10, reverse: cast(points / 10 as varchar)}
              - createIndex: {table: users, name: users_team_id_idx, columns: [team_id, email]}
              - dropConstraint: {table: teams, name: teams_name_key}
              - update: {table: teams, set: {name: {sql: "name || '!'"}}, where: 'true', down: "update teams set name = replace(name, '!', '')"}
              - renameTable: {from: teams, to: crews}
              - alterDomain: {name: tag, type: varchar(20), checks: {tag_check: "value <> 'z'"}}
              - alterDomain: {name: tag, type: text, nullable: false, default: c}
              - renameDomain: {from: label, to: sign}
              - createSchema: {name: log}
              - createTable: {name: log.notes, columns: {body: text}}
            """;
    /** Every how many statements a run dies; {@code -Drobot.deaths=all} tries all. */
    private static final int STEP = "all".equals(System.getProperty("robot.deaths")) ? 1 : 7;

    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void an_upgrade_that_dies_anywhere_is_settled_and_goes_on() throws Exception {
        write();
        String whole = fresh();
        upgrade(whole, Target.USUAL);
        assertThat(dieEverywhere(contents(whole), true)).isGreaterThan(110 / STEP);
    }

    @Test
    void a_downgrade_that_dies_anywhere_is_settled_and_goes_on() throws Exception {
        write();
        String before = fresh();
        upgrade(before, Target.USUAL);
        run(DriverManager.getConnection(before), false);
        assertThat(dieEverywhere(contents(before), false)).isGreaterThan(110 / STEP);
    }

    /** @return how often a run died */
    private int dieEverywhere(List<String> wished, boolean up) throws SQLException {
        int deaths = 0;
        for (boolean done : List.of(false, true)) {
            boolean died = true;
            for (int at = done ? 0 : 1; died; at += STEP) {
                String url = fresh();
                upgrade(url, up ? Target.version("1") : Target.USUAL);
                died = dies(url, at, done, up);
                if (died) {
                    deaths++;
                    run(DriverManager.getConnection(url), up);
                    assertThat(contents(url))
                            .as("dead at statement %d, done %s", at, done)
                            .isEqualTo(wished);
                }
                execute(url, "shutdown immediately");
            }
        }
        return deaths;
    }

    private static String fresh() {
        return "jdbc:h2:mem:killed" + COUNT.incrementAndGet() + ";DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
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
                Optional.of("h2"),
                Name.of(Journal.DEFAULT_TABLE),
                Map.of(),
                List.of(),
                List.of());
        return new Robot(app, new Surroundings(Clock.systemUTC(), "tester", "test", Duration.ofSeconds(10)));
    }

    private void upgrade(String url, Target target) throws SQLException {
        Dialect dialect = Dialects.of(url);
        try (Database database = new Database(DriverManager.getConnection(url), dialect, dialect.defaultSchema())) {
            robot().upgrade(database, target, Progress.NONE);
        }
    }

    private void run(Connection connection, boolean up) {
        Dialect dialect = Dialects.named("h2");
        try (Database database = new Database(connection, dialect, dialect.defaultSchema())) {
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

    /** The script that would make the database with its rows, and how far each changelog is. */
    private static List<String> contents(String url) throws SQLException {
        List<String> contents = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String query : List.of(
                    "script nopasswords nosettings", "select id, steps_done, steps_total from robot_migrations")) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        String line = rows.getString(1);
                        boolean row = rows.getMetaData().getColumnCount() > 1;
                        contents.add(row ? line + " " + rows.getInt(2) + " of " + rows.getInt(3) : line);
                    }
                }
            }
        }
        // What was made anew stands behind the rest, and the lock of a run that died stays until the next one.
        contents.removeIf(line -> line.contains("robot_migrations\"") || line.contains("robot_lock"));
        contents.sort(null);
        return contents;
    }
}
