package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
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
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Journal;
import org.robotoverlord.changelog.schema.Name;

/** Changelogs are proved on databases of a server that is set, and none of them is left. */
class RepeatingBenchTest {
    private static final String USERS = """
            changes:
              - createTable:
                  name: users
                  columns: {id: {type: bigint, identity: true}, score: {type: integer, nullable: false}}
                  primaryKey: [id]
            """;

    @TempDir
    private Path folder;

    private final List<Verified> told = new ArrayList<>();

    static Stream<Integer> servers() {
        return TestMysql.majors().stream();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void changelogs_hold_with_rows(int major) throws Exception {
        changelog(1, USERS);
        changelog(2, """
                parent: 1_20260524193000_step
                changes:
                  - changeType: {table: users, column: score, to: bigint}
                  - addColumn: {table: users, column: {bio: text}}
                """);
        verify(TestMysql.freshDatabase(major));

        assertThat(told).hasSize(2).allSatisfy(verified -> {
            assertThat(verified.remarks()).isEmpty();
            assertThat(verified.rows()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void what_does_not_hold_is_told_and_nothing_is_left(int major) throws Exception {
        changelog(1, USERS + """
                  - sql: {up: create table other (id int), down: drop table other}
                """);
        String url = TestMysql.freshDatabase(major);

        assertThatThrownBy(() -> verify(url)).isInstanceOf(Problem.class).hasMessageContaining("create table other");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_user_who_may_not_make_databases_is_told_so(int major) throws Exception {
        changelog(1, USERS);
        String url = TestMysql.freshDatabase(major);
        try (Database all = open(url)) {
            all.execute("create user if not exists meek");
            all.execute("grant all on " + all.connection().getCatalog() + ".* to meek");
        }

        assertThatThrownBy(() -> verify(url.replace("user=robot", "user=meek")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("let its user do that with all whose names begin with robot_verify_");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void other_databases_are_not_touched(int major) throws Exception {
        changelog(1, """
                changes:
                  - createSchema: {name: audit}
                """);
        String url = TestMysql.freshDatabase(major);

        assertThatThrownBy(() -> verify(url))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("1_20260524193000_step.yaml:2:5: schema 'audit' would be a database of its own");
    }

    private void changelog(int number, String text) throws IOException {
        Path location = Files.createDirectories(folder.resolve("migrations/models"));
        Files.writeString(location.resolve(number + "_20260524193000_step.yaml"), text);
    }

    private void verify(String url) throws SQLException {
        App app = new App(
                "models",
                folder,
                folder.resolve("models"),
                folder.resolve("migrations/models"),
                Optional.empty(),
                Optional.of("mysql"),
                Name.of(Journal.DEFAULT_TABLE),
                Map.of(),
                List.of(),
                List.of());
        Robot robot = new Robot(app, new Surroundings(Clock.systemUTC(), "tester", "test", Duration.ofSeconds(10)));
        try (Database set = open(url)) {
            try {
                robot.verify(
                        new RepeatingBench(set, name -> {
                            try {
                                return open(url.replaceFirst("/test_\\d+", "/" + name));
                            } catch (SQLException failed) {
                                throw new IllegalStateException(failed);
                            }
                        }),
                        Optional.empty(),
                        told::add);
            } finally {
                assertThat(set.texts("select schema_name from information_schema.schemata"
                                + " where schema_name like 'robot@_verify%' escape '@' or schema_name = 'audit'"))
                        .isEmpty();
                assertThat(set.texts("show tables")).isEmpty();
            }
        }
    }

    private static Database open(String url) throws SQLException {
        return new Database(DriverManager.getConnection(url), Dialects.of(url), "");
    }
}
