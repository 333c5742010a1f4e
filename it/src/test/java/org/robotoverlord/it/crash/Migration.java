package org.robotoverlord.it.crash;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.App;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.changelog.Surroundings;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Dialects;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Journal;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.schema.Name;

/**
 * The changelogs that runs die in: the first makes what is there beforehand, the others go up and down.
 *
 * @param location their folder
 * @param dialect what they are for
 */
record Migration(Path location, String dialect) {
    /** Applies the first. */
    void begin(Connection connection) {
        try (Database database = database(connection)) {
            robot().upgrade(database, Target.version("1"), Progress.NONE);
        }
    }

    /** Applies or takes back all but the first, and closes the connection. */
    void run(Direction direction, Connection connection) {
        run(direction, connection, Progress.NONE);
    }

    void run(Direction direction, Connection connection, Progress progress) {
        try (Database database = database(connection)) {
            if (direction == Direction.UP) {
                robot().upgrade(database, Target.USUAL, progress);
            } else {
                robot().downgrade(database, Target.version("1"), plan -> true, progress);
            }
        }
    }

    private Database database(Connection connection) {
        Dialect speaking = Dialects.named(dialect);
        return new Database(connection, speaking, speaking.defaultSchema());
    }

    private Robot robot() {
        App app = new App(
                "models",
                location,
                location.resolve("models"),
                location,
                Optional.empty(),
                Optional.of(dialect),
                Name.of(Journal.DEFAULT_TABLE),
                Map.of(),
                List.of(),
                List.of());
        return new Robot(app, new Surroundings(Clock.systemUTC(), "tester", "test", Duration.ofSeconds(60)));
    }
}
