package org.robotoverlord.it.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.App;
import org.robotoverlord.changelog.Project;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.changelog.Surroundings;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.Verified;
import org.robotoverlord.changelog.run.Journal;
import org.robotoverlord.changelog.schema.Name;

/** The Robot Overlord's changelogs do what they say on every PostgreSQL: up, filled, down, up again. */
class EveryMajorTest {
    /** From here on PostgreSQL knows NULLS NOT DISTINCT, which the forum uses. */
    private static final int NULLS_NOT_DISTINCT = 15;

    static List<Integer> majors() {
        return TestPostgres.majors().stream()
                .filter(major -> major >= NULLS_NOT_DISTINCT)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void the_same_changelogs_hold(int major) {
        Robot robot = forum();
        List<Verified> verified = new ArrayList<>();
        robot.verify(Project.bench(major), Optional.empty(), verified::add);
        assertThat(verified).hasSameSizeAs(robot.history(Optional.empty()));
        assertThat(verified.stream().mapToLong(Verified::rows).sum()).isPositive();
    }

    @Test
    void what_a_major_lacks_is_told() {
        assertThatThrownBy(
                        () -> forum().verify(Project.bench(NULLS_NOT_DISTINCT - 1), Optional.empty(), verified -> {}))
                .hasMessage(
                        "migrations/models/5_20261122144842_keep_order.yaml:4:5: PostgreSQL 14 has no nullsNotDistinct,"
                                + " which came with 15; leave it out and add a unique index over coalesce(column, …)");
    }

    private static Robot forum() {
        Path overlord = Path.of("../migrations").toAbsolutePath().normalize();
        App app = new App(
                App.DEFAULT_NAME,
                overlord,
                overlord.resolve("src/main/models/models"),
                overlord.resolve("migrations/models"),
                Optional.empty(),
                Optional.empty(),
                Name.of(Journal.DEFAULT_TABLE),
                Map.of(),
                List.of(),
                List.of());
        return new Robot(app, new Surroundings(Clock.systemUTC(), "tester", "test", Duration.ofSeconds(10)));
    }
}
