package org.robotoverlord.migrate;

import java.nio.file.Path;
import java.util.Optional;
import org.robotoverlord.changelog.App;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.migrate.connection.Connecting;
import org.robotoverlord.migrate.connection.Databases;
import org.robotoverlord.migrate.connection.OpenDatabase;

/**
 * An app that a goal acts on, and what the goal needs for it.
 *
 * @param app its files
 * @param robot what can be done with it
 * @param connecting how its database is to be reached
 * @param databases who opens it
 */
record AppRun(App app, Robot robot, Connecting connecting, Databases databases) {
    /** Its database; the embedded one is made where none is set. */
    OpenDatabase open() {
        if (connecting.url().isEmpty() && !dialect().isEmbedded()) {
            throw new Problem(
                    "the database of app '" + app.name() + "' is to be "
                            + dialect().title()
                            + ", and none is set; set its URL, as in -Drobot.url=…. Only PostgreSQL is started where none is set.");
        }
        return databases.open(connecting, shown(connecting.data()), robot.home());
    }

    /** Its database, if one is set or the embedded one is there. */
    Optional<OpenDatabase> openIfThere() {
        if (connecting.url().isEmpty() && !dialect().isEmbedded()) {
            return Optional.empty();
        }
        return databases.openIfThere(connecting, shown(connecting.data()), robot.home());
    }

    /**
     * Its database, for goals that only look at it.
     *
     * @throws Problem if none is set and no embedded one is there
     */
    OpenDatabase openThere() {
        return openIfThere()
                .orElseThrow(() -> new Problem(
                        "no database is set for app '" + app.name() + "', and the embedded one has no data in '"
                                + shown(connecting.data())
                                + "' yet. Set -Drobot.url, <url> or DATABASE_URL, or run robot:upgrade first."));
    }

    /** What its database speaks. */
    Dialect dialect() {
        return robot.dialect();
    }

    /** A path as the user would name it. */
    String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path base = app.base().toAbsolutePath().normalize();
        return (absolute.startsWith(base) ? base.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }
}
