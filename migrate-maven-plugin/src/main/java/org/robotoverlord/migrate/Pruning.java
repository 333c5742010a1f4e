package org.robotoverlord.migrate;

import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.migrate.connection.OpenDatabase;

/** Deletes the files that squashes stand in for, after telling which. */
final class Pruning {
    private final AppRun run;
    private final Log log;

    Pruning(AppRun run, Log log) {
        this.run = run;
        this.log = log;
    }

    /** @param dryRun whether it is only told */
    void run(boolean dryRun) {
        Optional<OpenDatabase> open = run.openIfThere();
        try {
            List<ChangelogFile> prunable = run.robot().prunable(open.map(OpenDatabase::database));
            if (prunable.isEmpty()) {
                log.info("Nothing to prune");
                return;
            }
            prunable.forEach(file -> log.info((dryRun ? "Would delete " : "Deletes ") + file.path()));
            if (open.isEmpty()) {
                log.warn(
                        "No database is set, so none was looked at. One that ran only some of these can't go on without"
                                + " them: be sure that each was upgraded since the squash.");
            }
            if (!dryRun) {
                run.robot().prune(prunable);
                log.info("Success prune " + prunable.size() + (prunable.size() == 1 ? " file" : " files"));
            }
        } finally {
            open.ifPresent(OpenDatabase::close);
        }
    }
}
