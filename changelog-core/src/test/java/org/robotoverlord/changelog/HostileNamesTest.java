package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.robotoverlord.changelog.change.HostileExamples;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.plan.State;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.schema.Name;

/** What a POM says is data, too, from the lock to the last row: the app's name, the user's, the schema's, the migration table's. */
class HostileNamesTest {
    private static final String HOSTILE = HostileExamples.named("a");

    @TempDir
    static Path folder;

    /** A database of each kind that can be had here. */
    static Stream<String> urls() {
        List<String> urls = new ArrayList<>(List.of(
                TestPostgres.freshDatabase(),
                "jdbc:sqlite:" + folder.resolve("hostile.db"),
                "jdbc:h2:" + folder.resolve("hostile") + ";DATABASE_TO_LOWER=TRUE"));
        TestMysql.majors().forEach(major -> urls.add(TestMysql.freshDatabase(major)));
        return urls.stream();
    }

    @ParameterizedTest
    @MethodSource("urls")
    void a_run_with_hostile_names_is_like_any_other(String url) throws Exception {
        Dialect dialect = Dialects.of(url);
        boolean ownSchema = dialect.name().equals("postgresql");
        Path changelogs = Files.createDirectories(folder.resolve(dialect.name()).resolve("changelogs"));
        Files.writeString(changelogs.resolve("1_20260101000000_x.yaml"), """
                description: "it's \\\\ \\"hostile\\"; -- $$ /* ?\\n{d}"
                changes:
                  - createTable: {name: t, columns: {id: bigint}}
                """);
        App app = new App(
                HOSTILE,
                folder,
                folder.resolve("models"),
                changelogs,
                ownSchema ? Optional.of(HostileExamples.named("s")) : Optional.empty(),
                Optional.of(dialect.name()),
                Name.of(HostileExamples.named("journal")),
                Map.of(),
                List.of(),
                List.of());
        Robot robot = new Robot(app, new Surroundings(Clock.systemUTC(), HOSTILE, HOSTILE, Duration.ofSeconds(5)));
        try (Database database = open(url, robot)) {
            assertThat(robot.upgrade(database, Target.USUAL, Progress.NONE).changelogs())
                    .hasSize(1);
        }
        try (Database database = open(url, robot)) {
            List<HistoryEntry> history = robot.history(Optional.of(database));
            assertThat(history).hasSize(1);
            assertThat(history.get(0).app()).isEqualTo(HOSTILE);
            assertThat(history.get(0).state()).isEqualTo(State.APPLIED);
            assertThat(history.get(0).appliedBy()).contains(HOSTILE);
            assertThat(robot.upgrade(database, Target.USUAL, Progress.NONE).changelogs())
                    .isEmpty();
            assertThat(robot.downgrade(database, Target.version("0"), plan -> true, Progress.NONE)
                            .changelogs())
                    .hasSize(1);
            assertThat(robot.heads(Optional.of(database))).hasSize(1);
        }
    }

    private static Database open(String url, Robot robot) throws SQLException {
        return new Database(DriverManager.getConnection(url), Dialects.of(url), robot.home());
    }
}
