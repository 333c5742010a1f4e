package org.robotoverlord.it.samples;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.robotoverlord.changelog.App;
import org.robotoverlord.changelog.Project;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.changelog.Surroundings;
import org.robotoverlord.changelog.TestMysql;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.Verified;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Journal;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.schema.Name;

/** The Robot Overlord's changelogs do what they say on every database. */
class OverlordTest {
    @TempDir
    static Path folder;

    static List<Integer> majors() {
        return TestPostgres.majors();
    }

    /** Databases of the other kinds. */
    static Stream<String> others() {
        return Stream.concat(
                Stream.of(
                        "jdbc:sqlite:" + folder.resolve("forum.db"),
                        "jdbc:h2:" + folder.resolve("forum") + ";DATABASE_TO_LOWER=TRUE"),
                TestMysql.majors().stream().map(TestMysql::freshDatabase));
    }

    @ParameterizedTest
    @MethodSource("majors")
    void the_same_changelogs_hold(int major) {
        Robot robot = forum("postgresql");
        List<Verified> verified = new ArrayList<>();
        robot.verify(Project.bench(major), Optional.empty(), verified::add);
        assertThat(verified).hasSameSizeAs(robot.history(Optional.empty()));
        assertThat(verified.stream().mapToLong(Verified::rows).sum()).isPositive();
    }

    /** But for what SQL adds to them on PostgreSQL alone. */
    @ParameterizedTest
    @MethodSource("others")
    void they_go_up_and_down_on_other_databases(String url) throws SQLException {
        Robot robot = forum(Dialects.of(url).name());
        try (Database database = new Database(
                DriverManager.getConnection(url),
                Dialects.of(url),
                Dialects.of(url).defaultSchema())) {
            int all = robot.history(Optional.empty()).size();
            assertThat(robot.upgrade(database, Target.USUAL, Progress.NONE).changelogs())
                    .hasSize(all);
            assertThat(robot.drift(database).changes()).isEmpty();
            assertThat(robot.downgrade(database, Target.version("0"), plan -> true, Progress.NONE)
                            .changelogs())
                    .hasSize(all);
            assertThat(robot.drift(database).changes()).isEmpty();
            assertThat(robot.upgrade(database, Target.USUAL, Progress.NONE).changelogs())
                    .hasSize(all);
        }
    }

    private static Robot forum(String dialect) {
        Path overlord = Path.of("../migrations").toAbsolutePath().normalize();
        App app = new App(
                App.DEFAULT_NAME,
                overlord,
                overlord.resolve("src/main/models/models"),
                overlord.resolve("migrations/models"),
                Optional.empty(),
                Optional.of(dialect),
                Name.of(Journal.DEFAULT_TABLE),
                Map.of(),
                List.of(),
                List.of());
        return new Robot(app, new Surroundings(Clock.systemUTC(), "tester", "test", Duration.ofSeconds(10)));
    }
}
