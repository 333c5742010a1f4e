package org.robotoverlord.migrate;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.Target;
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
        List<String> scripts = new ArrayList<>();
        for (AppRun run : runs) {
            heading(run, runs);
            try (OpenDatabase open = run.open()) {
                if (dryRun) {
                    scripts.add(run.robot().script(open.database(), Direction.UP, target));
                } else {
                    tell(upgrade(run.robot(), open, target));
                }
            }
        }
        if (dryRun) {
            String script = String.join("\n", scripts);
            if (script.isBlank()) {
                getLog().info("Nothing to upgrade");
            }
            show(script);
        }
    }

    private Plan upgrade(Robot robot, OpenDatabase open, Target target) {
        Progress progress = progress("upgrade");
        return fake
                ? robot.recordOnly(open.database(), target, progress)
                : robot.upgrade(open.database(), target, progress);
    }

    private void tell(Plan done) {
        if (done.isEmpty()) {
            getLog().info("Nothing to upgrade");
        }
    }
}
