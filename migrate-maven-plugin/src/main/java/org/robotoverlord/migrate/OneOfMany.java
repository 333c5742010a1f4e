package org.robotoverlord.migrate;

import java.util.function.Consumer;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.changelog.SquashRequest;
import org.robotoverlord.changelog.history.Squash;

/** Makes one changelog of many, and writes it once it is proved; tells what it comes to. */
final class OneOfMany {
    private final Robot robot;
    private final Consumer<String> tell;

    /** @param tell takes a line for the user */
    OneOfMany(Robot robot, Consumer<String> tell) {
        this.robot = robot;
        this.tell = tell;
    }

    /** The squash; nothing is written. */
    Squash made(SquashRequest request) {
        Squash squash = robot.squash(request);
        tell.accept(
                squash.replaced().size() + " changelogs with " + changes(squash.changesBefore()) + " become one with "
                        + changes(squash.changes().size())
                        + (squash.leftOut() == 0
                                ? ""
                                : "; " + changes(squash.leftOut()) + " marked 'once' "
                                        + (squash.leftOut() == 1 ? "is" : "are") + " left out"));
        return squash;
    }

    /** Writes it, if both ways lead to the same on a throw-away database. */
    void write(Squash squash, TrialPlace place) {
        TrialPlace.Tried tried = place.use(bench -> robot.prove(squash, bench));
        tell.accept("Proved on " + tried.where() + ": both ways lead to the same schema"
                + (tried.held() == 0 ? "" : " and the same " + rows(tried.held())));
        String path = robot.write(squash);
        tell.accept("Success squash " + squash.id().fileName());
        tell.accept("Review " + path
                + " and commit it. The files that it replaces stay until mvn robot:squash -Dprune,"
                + " which can wait until every database was upgraded.");
    }

    private static String changes(long count) {
        return count == 1 ? "1 change" : count + " changes";
    }

    private static String rows(long count) {
        return count == 1 ? "row" : count + " rows";
    }
}
