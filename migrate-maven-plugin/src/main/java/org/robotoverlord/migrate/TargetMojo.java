package org.robotoverlord.migrate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.Backup;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.migrate.connection.OpenDatabase;

/** What the goals share that go to a version: how far, and the script instead of the deed. */
abstract class TargetMojo extends AppsMojo {
    /**
     * How far to go: the number or the id of a changelog, which is the newest one applied then. {@code robot:downgrade} takes 0 too:
     * all are taken back. It means one app.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.version")
    String version;

    /**
     * How many changelogs to go at the most. Where neither this nor a version is given, {@code robot:upgrade} applies all that are
     * pending and {@code robot:downgrade} takes back one. It means one app.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.count")
    String count;

    /**
     * Prints the script of what would be done, which {@code psql} takes, and does nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.dryRun", defaultValue = "false")
    boolean dryRun;

    /**
     * The file that the script of {@code dryRun} is written to, instead of standard output.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.outputFile")
    String outputFile;

    /**
     * A file that the whole database is saved into before anything is changed, where there is something to do. It mustn't be there yet.
     * Of PostgreSQL it is made by {@code pg_dump}, which must be as new as the server; SQLite and H2 copy themselves; MariaDB and MySQL
     * are refused. Where it fails, nothing is changed. It means one app.
     *
     * <pre>{@code
     * mvn robot:upgrade -Drobot.url=postgres://robot@db/shop -Dbackup=shop-2026-05-25.dump
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.backup")
    String backup;

    /**
     * The {@code pg_dump} that makes a backup of PostgreSQL, or its name on the PATH; {@code pg_restore} lies beside it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.pgDump")
    String pgDump;

    @Override
    final List<String> meantForOne() {
        return Stream.concat(howFar().said().stream(), given(backup).map(file -> given().said("backup")).stream())
                .toList();
    }

    /** Who does the deed, after a backup if one is wanted. */
    final Robot careful(AppRun run, OpenDatabase open) {
        return given(backup)
                .map(file -> run.robot()
                        .first(new Backup(
                                open.database(),
                                open.access(),
                                given(pgDump),
                                basedir().resolve(file),
                                file,
                                getLog()::info)))
                .orElse(run.robot());
    }

    /** How far to go. */
    final HowFar howFar() {
        return new HowFar(given(), given(version), given(count));
    }

    /**
     * Whether the script is wanted, and not the deed.
     *
     * @throws Problem if a file is named for a script that isn't asked for
     */
    final boolean isDryRun() {
        if (!dryRun && !given().isTyped("dryRun") && given().isTyped("outputFile")) {
            throw new Problem(given().said("outputFile") + " is where the script of -DdryRun goes, and without that the"
                    + " deed is done; add -DdryRun, or leave it out");
        }
        return dryRun;
    }

    /** Shows the script of what would be done, or writes it into a file. */
    final void show(String script) {
        if (script.isBlank()) {
            getLog().info("Nothing to " + goal());
        }
        Optional<String> file = given(outputFile);
        if (file.isPresent()) {
            ScriptFile.write(basedir(), file.get(), script);
            getLog().info("Wrote " + file.get());
        } else if (!script.isBlank()) {
            print(script);
        }
    }
}
