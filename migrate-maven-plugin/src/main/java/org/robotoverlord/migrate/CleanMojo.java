package org.robotoverlord.migrate;

import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.embedded.EmbeddedPostgres;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.migrate.connection.Databases;
import org.robotoverlord.migrate.connection.OpenDatabase;
import org.robotoverlord.migrate.connection.SecretConfigurator;
import org.robotoverlord.migrate.console.Console;

/**
 * Empties a development database. The embedded one is deleted; any other is refused unless {@code -Dname} says what it is called and
 * {@code -Dyes}, or an answer, that it is meant.
 *
 * <pre>{@code
 * mvn robot:clean
 * mvn robot:clean -Drobot.url=postgres://robot@localhost/shop_dev -Dname=shop_dev -Dyes
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "clean", threadSafe = true, configurator = SecretConfigurator.NAME)
public class CleanMojo extends AppsMojo {
    /**
     * The name of the database that is to be emptied, where it isn't the embedded one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.name")
    String name;

    /**
     * Answers the question beforehand.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.yes", defaultValue = "false")
    boolean yes;

    @Override
    void act(List<AppRun> runs) {
        given().refuseDryRun();
        for (AppRun run : runs) {
            heading(run, runs);
            if (run.connecting().url().isEmpty()) {
                deleteEmbedded(run);
            } else {
                empty(run);
            }
        }
    }

    private void deleteEmbedded(AppRun run) {
        String folder = run.shown(run.connecting().data());
        given(name).ifPresent(other -> {
            throw new Problem(
                    given().said("name") + " says '" + other + "', and no database is set: this would delete the"
                            + " embedded PostgreSQL in " + folder + ". Set the URL of '" + other + "', or leave "
                            + given().said("name") + " out.");
        });
        if (!Databases.embeddedIsThere(run.connecting())) {
            getLog().info("Nothing to clean: there is no embedded PostgreSQL in " + folder);
            return;
        }
        EmbeddedPostgres.delete(run.connecting().data());
        getLog().info("Success clean " + folder);
    }

    private void empty(AppRun run) {
        try (OpenDatabase open = run.open()) {
            String database = open.name();
            if (!given(name).equals(Optional.of(database))) {
                throw new Problem("this would empty the database '" + database + "' ("
                        + run.connecting().from() + "), which isn't the embedded one. If that is meant, add -Dname="
                        + database + " -Dyes.");
            }
            if (!yes && !agreed(database)) {
                getLog().info("Nothing was cleaned");
                return;
            }
            run.robot().clean(open.database());
            getLog().info("Success clean " + database);
        }
    }

    private boolean agreed(String database) {
        Console console = console()
                .orElseThrow(() -> new Problem("this empties the database '" + database
                        + "', and nobody can be asked here. If that is meant, add -Dyes."));
        return console.yes("Empty the database '" + database + "' [False]", false);
    }
}
