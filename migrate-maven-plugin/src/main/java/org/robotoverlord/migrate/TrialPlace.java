package org.robotoverlord.migrate;

import java.nio.file.Path;
import java.util.function.ToLongFunction;
import org.robotoverlord.changelog.FileBench;
import org.robotoverlord.changelog.Workbench;
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

    /** Gives a workbench to work on, and ends it. @return what came of the work */
    long use(ToLongFunction<Workbench> work) {
        if (run.dialect().isEmbedded()) {
            try (ThrowAway server = run.databases()
                    .throwAway(binaries.of(major), folder(), run.robot().home())) {
                return work.applyAsLong(server.bench());
            }
        }
        if (run.dialect().createDatabase("any").isPresent()) {
            try (OpenDatabase open = run.open()) {
                return work.applyAsLong(run.databases()
                        .serverBench(
                                open.database(), run.connecting(), run.robot().home()));
            }
        }
        try (FileBench bench =
                run.databases().fileBench(run.dialect(), folder(), run.robot().home())) {
            return work.applyAsLong(bench);
        }
    }

    /** What people call it. */
    String title() {
        return run.dialect().title() + (run.dialect().isEmbedded() ? " " + major : "");
    }

    private Path folder() {
        return run.connecting().data().resolveSibling("verify-" + run.app().name());
    }
}
