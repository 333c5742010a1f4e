package org.robotoverlord.it.together;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.PlannedChangelog;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Journal;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.schema.Name;

/** A program that migrates its database when it starts; it starts as soon as it is told a line. It says what the plugin says. */
final class OneOfMany {
    /** What it says when it waits for its line. */
    static final String READY = "Ready";

    private OneOfMany() {}

    /** @param arguments the folder of a project, the JDBC URL of its database */
    public static void main(String[] arguments) throws SQLException, IOException {
        Path folder = Path.of(arguments[0]);
        String url = arguments[1];
        Dialect dialect = Dialects.of(url);
        App app = new App(
                App.DEFAULT_NAME,
                folder,
                folder.resolve("src/main/models/models"),
                folder.resolve("migrations/models"),
                Optional.empty(),
                Optional.of(dialect.name()),
                Name.of(Journal.DEFAULT_TABLE),
                Map.of(),
                List.of(),
                List.of());
        Robot robot = new Robot(app, new Surroundings(Clock.systemUTC(), "tester", "test", Duration.ofMinutes(2)));
        System.out.println(READY);
        System.in.read();
        Connection connection = DriverManager.getConnection(url);
        try (Database database =
                new Database(connection, dialect, robot.home(), Optional.of(() -> DriverManager.getConnection(url)))) {
            Plan done = robot.upgrade(database, Target.USUAL, telling());
            if (done.isEmpty()) {
                System.out.println("Nothing to upgrade");
            }
        }
    }

    private static Progress telling() {
        return new Progress() {
            @Override
            public void done(PlannedChangelog changelog) {
                System.out.println("Success upgrade " + changelog.file().id() + ".yaml");
            }

            @Override
            public void waiting(String holder, String done, long seconds) {
                System.out.println("Another run is at this database: " + holder);
            }

            @Override
            public void note(String text) {
                System.out.println(text);
            }
        };
    }
}
