package org.robotoverlord.migrate;

import java.nio.file.Path;
import java.util.function.ToLongFunction;
import org.robotoverlord.changelog.FileBench;
import org.robotoverlord.changelog.Workbench;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.migrate.connection.EmbeddedBinaries;
import org.robotoverlord.migrate.connection.OpenDatabase;
import org.robotoverlord.migrate.connection.ThrowAway;

/**
 * Where an app's changelogs are tried: on an embedded server of their own, on databases that are made and dropped on the server that is
 * set, or in a temporary file, by what its dialect can.
 */
final class TrialPlace {
    private final AppRun run;
    private final EmbeddedBinaries binaries;
    private final int major;

    /**
     * @param binaries of the embedded server
     * @param major its version
     */
    TrialPlace(AppRun run, EmbeddedBinaries binaries, int major) {
        this.run = run;
        this.binaries = binaries;
        this.major = major;
    }

    /**
     * What was tried.
     *
     * @param held how many changelogs hold
     * @param where on which database, as people call it
     */
    record Tried(long held, String where) {}

    /** Gives a workbench to work on, and ends it. */
    Tried use(ToLongFunction<Workbench> work) {
        String title = run.dialect().title();
        if (run.dialect().isEmbedded()) {
            try (ThrowAway server = run.databases()
                    .throwAway(binaries.of(major), folder(), run.robot().home())) {
                return new Tried(work.applyAsLong(server.bench()), title + " " + major);
            }
        }
        if (run.dialect().createDatabase("any").isPresent()) {
            try (OpenDatabase open = run.open()) {
                Database database = open.database();
                long held = work.applyAsLong(run.databases()
                        .serverBench(database, run.connecting(), run.robot().home()));
                return new Tried(held, database.dialect().title(database.server()));
            }
        }
        try (FileBench bench =
                run.databases().fileBench(run.dialect(), folder(), run.robot().home())) {
            return new Tried(work.applyAsLong(bench), title);
        }
    }

    private Path folder() {
        return run.connecting().data().resolveSibling("verify-" + run.app().name());
    }
}
