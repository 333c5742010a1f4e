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
        return array(entries.stream().map(HistoryText::values).toList());
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
        return array(all);
    }

    private static String array(List<Map<String, Object>> objects) {
        return objects.stream().map(HistoryText::object).collect(Collectors.joining(",\n ", "[", "]"));
    }

    private static String object(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ": " + literal(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String literal(Object value) {
        return value == null || value instanceof Long ? String.valueOf(value) : quoted(value.toString());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> quoted.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }
}
