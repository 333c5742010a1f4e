package org.robotoverlord.migrate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.migrate.connection.OpenDatabase;
import org.robotoverlord.migrate.connection.SecretConfigurator;
import org.robotoverlord.migrate.console.DriftText;

/**
 * Shows how a live database differs from what its applied changelogs say: the changes that happened to it by hand, as YAML that one
 * could paste into a changelog. Tables that {@code <include>} and {@code <exclude>} leave out aren't looked at, nor is the migration
 * table.
 *
 * <pre>{@code
 * mvn robot:diff -Drobot.url=postgres://robot@db/shop
 * mvn robot:diff -DfailOnDrift
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "diff", threadSafe = true, configurator = SecretConfigurator.NAME)
public class DiffMojo extends FormatMojo {
    /**
     * Fails where there is a difference.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.failOnDrift", defaultValue = "false")
    boolean failOnDrift;

    @Override
    void act(List<AppRun> runs) {
        boolean json = isJson();
        Map<String, List<Change>> drifted = new LinkedHashMap<>();
        for (AppRun run : runs) {
            heading(run, runs);
            List<Change> changes = drift(run);
            if (!changes.isEmpty()) {
                drifted.put(run.app().name(), changes);
            }
            if (!json) {
                show(run, runs, changes);
            }
        }
        if (json) {
            print(DriftText.json(drifted));
        }
        if (failOnDrift && !drifted.isEmpty()) {
            throw new Problem(drifted.keySet().stream()
                            .map(app ->
                                    "the database of app '" + app + "' differs from what its applied changelogs say")
                            .collect(Collectors.joining("\n"))
                    + ". Take back what was done by hand, or paste the changes that robot:diff shows into a changelog and record it"
                    + " with robot:upgrade -Dfake.");
        }
    }

    private void show(AppRun run, List<AppRun> all, List<Change> changes) {
        if (changes.isEmpty()) {
            getLog().info("No changes detected");
        } else if (isQuiet()) {
            print((all.size() > 1 ? "# " + run.app().name() + "\n" : "") + DriftText.yaml(changes));
        } else {
            getLog().info("The database differs from what its applied changelogs say. What happened to it:");
            DriftText.yaml(changes).lines().forEach(getLog()::info);
        }
    }

    private List<Change> drift(AppRun run) {
        try (OpenDatabase open = run.openThere()) {
            run.robot().uncompared(open.database()).forEach(left -> getLog().warn("not compared: " + left));
            return run.robot().drift(open.database()).changes();
        }
    }
}
