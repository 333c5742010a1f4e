package org.robotoverlord.migrate.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Flat objects as JSON, for programs. */
final class Json {
    private Json() {}

    /** An array of objects, a line each; values are texts, whole numbers or null. */
    static String array(List<Map<String, Object>> objects) {
        return objects.stream().map(Json::object).collect(Collectors.joining(",\n ", "[", "]"));
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
