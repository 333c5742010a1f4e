package org.robotoverlord.changelog;

import java.util.List;
import java.util.function.Predicate;
import org.robotoverlord.changelog.plan.AppliedRow;
import org.robotoverlord.changelog.plan.Placeholders;
import org.robotoverlord.changelog.plan.Planner;
import org.robotoverlord.changelog.plan.Standing;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Journal;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.run.Retrying;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Setting;

/**
 * An app and a database: its rows in the migration table, how its changelogs stand with them, and who plans what is to be done. It
 * runs nothing.
 */
final class AppDatabase {
    private final App app;
    private final AppFiles files;
    private final Predicate<Name> own;
    private final Database database;
    private final Setting setting;
    private final Journal journal;

    /**
     * @param home the app's own schema
     * @param own which tables are the app's
     */
    AppDatabase(App app, AppFiles files, Surroundings around, String home, Predicate<Name> own, Database database) {
        this.app = app;
        this.files = files;
        this.own = own;
        this.database = database;
        this.setting = database.dialect().setting(home, database.server());
        database.have(around.patience());
        this.journal = new Journal(database, app.migrationTable(), app.name(), around.user(), around.toolVersion());
    }

    Database database() {
        return database;
    }

    Journal journal() {
        return journal;
    }

    /** What the replay takes as given there. */
    Setting setting() {
        return setting;
    }

    /** The rows of the app. Where a database that somebody changes can't be read meanwhile, they are waited for. */
    List<AppliedRow> rows(Progress progress) {
        try (Retrying retrying = Retrying.ofReading(database, progress)) {
            return retrying.get("the migration table", journal::rows);
        }
    }

    /** How the changelogs stand. */
    Standing standing() {
        return standing(rows(Progress.NONE));
    }

    /** How they stand with rows that were read. */
    Standing standing(List<AppliedRow> rows) {
        return Standing.of(files.changelogs(), rows);
    }

    Planner planner(Standing standing) {
        return new Planner(
                standing, database.dialect(), database.server(), setting, new Placeholders(app.placeholders()));
    }

    /** Who looks at what else is there. */
    Looking looking() {
        return new Looking(database, setting, own);
    }
}
