package org.robotoverlord.migrate;

import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.SquashRequest;
import org.robotoverlord.changelog.history.Squash;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.migrate.connection.EmbeddedBinaries;
import org.robotoverlord.migrate.connection.SecretConfigurator;

/**
 * Puts one changelog in the place of many: new databases run it, those that ran all of the others take it as run. Before it is written,
 * both ways are tried on a throw-away database and must lead to the same schema and rows. Your own databases aren't touched: PostgreSQL
 * is an embedded one, SQLite and H2 a temporary file; for MariaDB and MySQL databases are made and dropped on the server that is set.
 *
 * <pre>{@code
 * mvn robot:squash -Dkeep=20
 * mvn robot:squash -Dfrom=1 -Dto=50 -Dname=first_year
 * mvn robot:squash -Dprune
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "squash", threadSafe = true, configurator = SecretConfigurator.NAME)
public class SquashMojo extends AppsMojo {
    /**
     * The number or the id of the first changelog that one is to stand in for; the first of all where it is left out and {@code to} is
     * given.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.from")
    String from;

    /**
     * The number or the id of the last changelog that one is to stand in for; the newest where it is left out and {@code from} is
     * given.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.to")
    String to;

    /**
     * How many of the newest changelogs stay, instead of {@code from} and {@code to}: {@code 20} for all but those.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.keep")
    String keep;

    /**
     * What the changelog is called; by default {@code squashed_1_to_50}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.name")
    String name;

    /**
     * Deletes the files of the changelogs that earlier squashes stand in for, and makes no squash. Where a database is set, it must have
     * taken them as run; other databases nobody looks at.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.prune", defaultValue = "false")
    boolean prune;

    /**
     * Prints the changelog, or with {@code prune} the files, and neither writes nor deletes any. Nothing is tried on a database.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.dryRun", defaultValue = "false")
    boolean dryRun;

    /**
     * The major version of PostgreSQL to try both ways on: 14 to 18.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.postgres", defaultValue = "18")
    String postgres;

    @Override
    boolean actsOnOne() {
        return true;
    }

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    void act(List<AppRun> runs) {
        AppRun run = runs.get(0);
        heading(run, runs);
        if (prune) {
            prune(run);
        } else {
            squash(run);
        }
    }

    private void squash(AppRun run) {
        int major = EmbeddedBinaries.major(given().said("postgres"), postgres);
        SquashRequest request =
                new SquashRequest(given(from), given(to), given(keep).map(this::number), given(name));
        OneOfMany oneOfMany = new OneOfMany(run.robot(), getLog()::info);
        Squash squash = oneOfMany.made(request);
        if (dryRun) {
            print(squash.text());
        } else {
            oneOfMany.write(squash, new TrialPlace(run, binaries(), major));
        }
    }

    private int number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new Problem(given().said("keep") + " takes a whole number from 0 on, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private void prune(AppRun run) {
        List<String> others = Stream.of("from", "to", "keep", "name")
                .filter(given()::isTyped)
                .map(given()::said)
                .toList();
        if (!others.isEmpty()) {
            throw new Problem(given().said("prune") + " deletes what earlier squashes replace and makes none, so "
                    + String.join(", ", others) + " can't be meant; leave it out, or prune later");
        }
        new Pruning(run, getLog()).run(dryRun);
    }
}
