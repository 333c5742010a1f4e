package org.robotoverlord.migrate;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.migrate.connection.OpenDatabase;
import org.robotoverlord.migrate.connection.SecretConfigurator;

/**
 * Applies the changelogs that the database doesn't have yet, each in one transaction with its row in the migration table.
 *
 * <pre>{@code
 * mvn robot:upgrade
 * mvn robot:upgrade -Drobot.url=postgres://robot@db/shop -Dversion=12
 * mvn -q robot:upgrade -DdryRun | psql shop
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "upgrade", threadSafe = true, configurator = SecretConfigurator.NAME)
public class UpgradeMojo extends TargetMojo {
    /**
     * Records the changelogs as applied and runs nothing of them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.fake", defaultValue = "false")
    boolean fake;

    @Override
    void act(List<AppRun> runs) {
        Target target = howFar().target();
        if (isDryRun()) {
            refuseFake();
            show(runs.stream()
                    .map(run -> script(run, runs, target))
                    .filter(script -> !script.isBlank())
                    .collect(Collectors.joining("\n")));
            return;
        }
        for (AppRun run : runs) {
            heading(run, runs);
            try (OpenDatabase open = run.open()) {
                if (upgrade(careful(run, open), open, target).isEmpty()) {
                    getLog().info("Nothing to upgrade");
                }
            }
        }
    }

    private void refuseFake() {
        if (fake) {
            throw new Problem(given().said("dryRun") + " shows what would be run, and " + given().said("fake")
                    + " runs nothing; leave one out");
        }
    }

    private String script(AppRun run, List<AppRun> all, Target target) {
        heading(run, all);
        try (OpenDatabase open = run.open()) {
            String script = run.robot().script(open.database(), Direction.UP, target);
            return all.size() > 1 && !script.isBlank() ? "-- app " + run.app().name() + "\n" + script : script;
        }
    }

    private Plan upgrade(Robot robot, OpenDatabase open, Target target) {
        Progress progress = progress("upgrade");
        return fake
                ? robot.recordOnly(open.database(), target, progress)
                : robot.upgrade(open.database(), target, progress);
    }
}
