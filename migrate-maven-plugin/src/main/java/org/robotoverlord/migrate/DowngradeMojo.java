package org.robotoverlord.migrate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.plan.Direction;
import org.robotoverlord.changelog.plan.Plan;
import org.robotoverlord.changelog.plan.PlannedChangelog;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.migrate.connection.OpenDatabase;
import org.robotoverlord.migrate.connection.SecretConfigurator;
import org.robotoverlord.migrate.console.Console;

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

    private boolean refused;

    @Override
    boolean actsOnOne() {
        return true;
    }

    @Override
    void act(List<AppRun> runs) {
        Target target = target();
        AppRun run = runs.get(0);
        try (OpenDatabase open = run.open()) {
            if (dryRun) {
                String script = run.robot().script(open.database(), Direction.DOWN, target);
                if (script.isBlank()) {
                    getLog().info("Nothing to downgrade");
                }
                show(script);
                return;
            }
            Plan done = run.robot().downgrade(open.database(), target, this::consent, progress("downgrade"));
            if (done.isEmpty()) {
                getLog().info(refused ? "Nothing was taken back" : "Nothing to downgrade");
            } else if (delete) {
                run.robot().deleteFiles(done);
            }
        }
    }

    private boolean consent(Plan plan) {
        if (yes) {
            return true;
        }
        Optional<Console> console = console();
        String listed = plan.changelogs().stream().map(DowngradeMojo::listed).collect(Collectors.joining("\n"));
        if (console.isEmpty()) {
            throw new Problem("this takes back:\n" + listed + "\nAdd -Dyes to do so; nobody can be asked here.");
        }
        listed.lines().forEach(getLog()::info);
        boolean agreed = console.get().yes("Take back " + counted(plan) + " [False]", false);
        refused = !agreed;
        return agreed;
    }

    private static String counted(Plan plan) {
        int size = plan.changelogs().size();
        return size == 1 ? plan.changelogs().get(0).file().id().toString() : size + " changelogs";
    }

    private static String listed(PlannedChangelog changelog) {
        return "  " + changelog.file().id()
                + changelog.changes().stream()
                        .map(Change::describe)
                        .map(line -> "\n    " + line)
                        .collect(Collectors.joining());
    }
}
