package org.robotoverlord.migrate;

import java.nio.file.Path;
import java.util.Optional;
import org.robotoverlord.changelog.App;
import org.robotoverlord.changelog.Robot;
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
        return databases.open(connecting, shown(connecting.data()), robot.home());
    }

    /** Its database, if one is set or the embedded one is there. */
    Optional<OpenDatabase> openIfThere() {
        return databases.openIfThere(connecting, shown(connecting.data()), robot.home());
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
