package org.robotoverlord.migrate;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.migrate.connection.OpenDatabase;
import org.robotoverlord.migrate.connection.SecretConfigurator;

/**
 * Takes back the newest changelog, or several, after asking.
 *
 * <pre>{@code
 * mvn robot:downgrade
 * mvn robot:downgrade -Dversion=3 -Dyes
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "downgrade", threadSafe = true, configurator = SecretConfigurator.NAME)
public class DowngradeMojo extends TargetMojo {
    /**
     * Deletes the files of the changelogs too that were taken back.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.delete", defaultValue = "false")
    boolean delete;

    /**
     * Answers the question beforehand.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.yes", defaultValue = "false")
    boolean yes;

    @Override
    boolean actsOnOne() {
        return true;
    }

    @Override
    void act(List<AppRun> runs) {
        Target target = howFar().target();
        AppRun run = runs.get(0);
        heading(run, runs);
        try (OpenDatabase open = run.open()) {
            if (isDryRun()) {
                show(run.robot().script(open.database(), Direction.DOWN, target));
                return;
            }
            TakingBack consent = new TakingBack(yes, console(), getLog()::info);
            Plan done = careful(run, open).downgrade(open.database(), target, consent, progress("downgrade"));
            if (done.isEmpty()) {
                getLog().info(consent.isRefused() ? "Nothing was taken back" : "Nothing to downgrade");
            } else if (delete) {
                run.robot().deleteFiles(done);
            }
        }
    }
}
