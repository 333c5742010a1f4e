package org.robotoverlord.migrate;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.robotoverlord.changelog.HistoryEntry;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.migrate.connection.OpenDatabase;
import org.robotoverlord.migrate.connection.SecretConfigurator;
import org.robotoverlord.migrate.console.HistoryTable;
import org.robotoverlord.migrate.console.HistoryText;
import org.robotoverlord.migrate.console.StateColours;

/**
 * Shows every changelog, oldest first, and how it stands with the database: {@code applied}, {@code pending}, {@code changed} (edited
 * after it was applied), {@code unknown} (applied, and not here) or {@code interrupted}.
 *
 * <pre>{@code
 * mvn robot:history
 * mvn -q robot:history -Dformat=json
 * }</pre>
 *
 * With {@code -q} the lines are tab-separated: {@code app number id state applied_at applied_by duration_ms description}. Where no
 * database is set and the embedded one wasn't made yet, nothing counts as applied.
 *
 * @since 0.1.0
 */
@Mojo(name = "history", threadSafe = true, configurator = SecretConfigurator.NAME)
public class HistoryMojo extends FormatMojo {
    @Override
    void act(List<AppRun> runs) {
        boolean json = isJson();
        List<HistoryEntry> all = new ArrayList<>();
        for (AppRun run : runs) {
            heading(run, runs);
            List<HistoryEntry> entries = entries(run);
            all.addAll(entries);
            if (!json && !isQuiet()) {
                table(entries);
            }
        }
        if (json) {
            print(HistoryText.json(all));
        } else if (isQuiet() && !all.isEmpty()) {
            print(String.join("\n", HistoryText.tabbed(all)));
        }
    }

    private static List<HistoryEntry> entries(AppRun run) {
        Optional<OpenDatabase> open = run.openIfThere();
        try {
            Optional<Database> database = open.map(OpenDatabase::database);
            return run.robot().history(database);
        } finally {
            open.ifPresent(OpenDatabase::close);
        }
    }

    private StateColours colours() {
        return new StateColours(StateColours.wanted(
                session.getUserProperties().getProperty("style.color", ""),
                session.getSystemProperties().getProperty("env.NO_COLOR", ""),
                isAtTerminal()));
    }

    private void table(List<HistoryEntry> entries) {
        if (entries.isEmpty()) {
            getLog().info("No changelogs");
        } else {
            new HistoryTable(ZoneId.systemDefault(), colours()::of)
                    .lines(entries)
                    .forEach(getLog()::info);
        }
    }
}
