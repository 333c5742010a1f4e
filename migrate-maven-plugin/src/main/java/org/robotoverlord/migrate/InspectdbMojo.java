package org.robotoverlord.migrate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.Inspection;
import org.robotoverlord.migrate.connection.OpenDatabase;
import org.robotoverlord.migrate.connection.SecretConfigurator;

/**
 * Writes models of what a live database holds: a file for each table into the app's folder of models, and {@code schema.yaml} for the
 * rest. A file that is there already is never overwritten. What models have no words for is told, object by object.
 *
 * <pre>{@code
 * mvn robot:inspectdb -Drobot.url=postgres://robot@db/shop
 * mvn -q robot:inspectdb -Dtable=users,audit.events
 * }</pre>
 *
 * With {@code -q} the models are printed and nothing is written. To go on from here with a database that has its tables already, see
 * {@code robot:init-db -Dfake}.
 *
 * @since 0.1.0
 */
@Mojo(name = "inspectdb", threadSafe = true, configurator = SecretConfigurator.NAME)
public class InspectdbMojo extends AppsMojo {
    /**
     * The tables that are looked at, as {@code table} or {@code schema.table}, separated by commas; all that {@code <include>} and
     * {@code <exclude>} let through where it is left out. It means one app.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.table")
    String table;

    /** In a build of several modules, those that have nothing yet aren't all meant. */
    @Override
    boolean needsFiles() {
        return session.getProjects().size() > 1;
    }

    @Override
    List<String> meantForOne() {
        return given(table).map(tables -> given().said("table")).stream().toList();
    }

    @Override
    void act(List<AppRun> runs) {
        for (AppRun run : runs) {
            heading(run, runs);
            Inspection inspection = inspection(run);
            if (isQuiet()) {
                print(inspection.leftOut().stream()
                                .map(left -> "# " + left + "\n")
                                .collect(Collectors.joining())
                        + inspection.text());
                continue;
            }
            List<String> written = run.robot().write(inspection);
            if (written.isEmpty()) {
                getLog().info("No tables");
            }
            written.forEach(file -> getLog().info("Wrote " + file));
            inspection.leftOut().forEach(getLog()::warn);
        }
    }

    private Inspection inspection(AppRun run) {
        try (OpenDatabase open = run.openThere()) {
            return run.robot().inspect(open.database(), tables());
        }
    }

    private List<String> tables() {
        return given(table)
                .map(names -> Arrays.stream(names.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList())
                .orElse(List.of());
    }
}
