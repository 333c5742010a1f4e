package org.robotoverlord.migrate.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.changelog.ChangelogWriter;

/** What happened to a database since its changelogs were applied, as text that one could paste into a changelog, and as JSON. */
public final class DriftText {
    private DriftText() {}

    /** The changes as a list in YAML. */
    public static String yaml(List<Change> changes) {
        return ChangelogWriter.changes(changes);
    }

    /** An array of objects: the app, the change in words, and in YAML. */
    public static String json(Map<String, List<Change>> changesOfApps) {
        List<Map<String, Object>> all = new ArrayList<>();
        changesOfApps.forEach((app, changes) -> changes.forEach(change -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("app", app);
            one.put("change", change.describe());
            one.put("yaml", yaml(List.of(change)));
            all.add(one);
        }));
        return Json.array(all);
    }
}
