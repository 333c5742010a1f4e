package org.robotoverlord.migrate.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.HistoryEntry;

/** The history for programs: tab-separated or JSON, times in UTC. Their columns are a promise; JSON may get more. */
public final class HistoryText {
    private HistoryText() {}

    private static Map<String, Object> values(HistoryEntry entry) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("app", entry.app());
        values.put("number", entry.number());
        values.put("id", entry.id());
        values.put("state", entry.state().text());
        values.put("applied_at", entry.appliedAt().map(Object::toString).orElse(null));
        values.put("applied_by", entry.appliedBy().orElse(null));
        values.put("duration_ms", entry.durationMs().orElse(null));
        values.put("description", entry.description().orElse(null));
        return values;
    }

    /** A line each, an absent value being empty; white space in a value is a space. */
    public static List<String> tabbed(List<HistoryEntry> entries) {
        return entries.stream()
                .map(entry -> values(entry).values().stream()
                        .map(value ->
                                value == null ? "" : value.toString().strip().replaceAll("\\s+", " "))
                        .collect(Collectors.joining("\t")))
                .toList();
    }

    /** An array of objects, which say what a changelog comes after too, and how it stands where they make no line. */
    public static String json(List<HistoryEntry> entries) {
        return Json.array(entries.stream()
                .map(entry -> {
                    Map<String, Object> values = values(entry);
                    values.put("parent", entry.parent().orElse(null));
                    values.put("conflict", entry.conflict().orElse(null));
                    return values;
                })
                .toList());
    }

    /**
     * What is pending, as an array of objects.
     *
     * @param conflicts by app, how ids stand that make no line
     */
    public static String pendingJson(Map<String, List<String>> idsOfApps, Map<String, Map<String, String>> conflicts) {
        List<Map<String, Object>> all = new ArrayList<>();
        idsOfApps.forEach((app, ids) -> ids.forEach(id -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("app", app);
            one.put("id", id);
            one.put("conflict", conflicts.getOrDefault(app, Map.of()).get(id));
            all.add(one);
        }));
        return Json.array(all);
    }
}
