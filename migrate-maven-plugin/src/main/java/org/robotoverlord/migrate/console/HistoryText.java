package org.robotoverlord.migrate.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.HistoryEntry;

/** The history for programs: tab-separated or JSON, times in UTC. Both have the same columns, which are a promise. */
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

    /** An array of objects. */
    public static String json(List<HistoryEntry> entries) {
        return Json.array(entries.stream().map(HistoryText::values).toList());
    }

    /** The ids of what is pending, as an array of objects. */
    public static String pendingJson(Map<String, List<String>> idsOfApps) {
        List<Map<String, Object>> all = new ArrayList<>();
        idsOfApps.forEach((app, ids) -> ids.forEach(id -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("app", app);
            one.put("id", id);
            all.add(one);
        }));
        return Json.array(all);
    }
}
