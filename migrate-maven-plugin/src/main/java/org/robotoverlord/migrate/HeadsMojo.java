package org.robotoverlord.migrate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugins.annotations.Mojo;
import org.robotoverlord.changelog.problem.Problem;
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
        Map<String, Map<String, String>> conflicts = new LinkedHashMap<>();
        for (AppRun run : runs) {
            List<String> ids = pending(run);
            pending.put(run.app().name(), ids);
            conflicts.put(run.app().name(), ids.isEmpty() ? Map.of() : conflicts(run));
        }
        if (json) {
            print(HistoryText.pendingJson(pending, conflicts));
            return;
        }
        boolean several = runs.size() > 1;
        pending.forEach((name, ids) -> ids.forEach(id -> line(several ? name + "/" + id : id)));
        conflicts.forEach((name, marks) -> warn(several ? name + "/" : "", marks));
    }

    /** None where a file is broken: the goals that need it tell that. */
    private static Map<String, String> conflicts(AppRun run) {
        try {
            return run.robot().conflicts();
        } catch (Problem broken) {
            return Map.of();
        }
    }

    /** Where they make no line, they are pending all the same, and nothing applies them before that is mended. */
    private void warn(String prefix, Map<String, String> marks) {
        if (!marks.isEmpty()) {
            getLog().warn("These make no line, and robot:rebase puts one after the other:");
            new TreeMap<>(marks).forEach((id, mark) -> getLog().warn("  " + prefix + id + ": " + mark));
        }
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
