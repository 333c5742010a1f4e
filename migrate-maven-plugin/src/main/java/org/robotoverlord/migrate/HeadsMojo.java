package org.robotoverlord.migrate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.robotoverlord.migrate.connection.OpenDatabase;
import org.robotoverlord.migrate.connection.SecretConfigurator;
import org.robotoverlord.migrate.console.HistoryText;

/**
 * Prints the ids of the changelogs that the database doesn't have yet, one a line; as {@code app/id} where several apps are shown.
 *
 * <pre>{@code
 * mvn -q robot:heads
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "heads", threadSafe = true, configurator = SecretConfigurator.NAME)
public class HeadsMojo extends FormatMojo {
    @Override
    void act(List<AppRun> runs) {
        boolean json = isJson();
        Map<String, List<String>> pending = new LinkedHashMap<>();
        for (AppRun run : runs) {
            pending.put(run.app().name(), pending(run));
        }
        if (json) {
            print(HistoryText.pendingJson(pending));
            return;
        }
        boolean several = runs.size() > 1;
        pending.forEach((name, ids) -> ids.forEach(id -> line(several ? name + "/" + id : id)));
    }

    private static List<String> pending(AppRun run) {
        Optional<OpenDatabase> open = run.openIfThere();
        try {
            return run.robot().heads(open.map(OpenDatabase::database));
        } finally {
            open.ifPresent(OpenDatabase::close);
        }
    }

    private void line(String text) {
        if (isQuiet()) {
            print(text);
        } else {
            getLog().info(text);
        }
    }
}
