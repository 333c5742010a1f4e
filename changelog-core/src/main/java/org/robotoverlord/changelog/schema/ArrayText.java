package org.robotoverlord.changelog.schema;

import java.util.function.UnaryOperator;

/** The text form of an array, as a database writes it: {@code {a,"b c",NULL}}. */
public final class ArrayText {
    private ArrayText() {}

    /** The text with each element changed; what stays stays as it is written. */
    public static String map(String array, UnaryOperator<String> change) {
        StringBuilder mapped = new StringBuilder();
        int i = 0;
        while (i < array.length()) {
            char c = array.charAt(i);
            if (isBetween(c)) {
                mapped.append(c);
                i++;
            } else {
                int end = end(array, i);
                String text = array.substring(i, end);
                String element = c == '"' ? unquoted(text) : text.stripTrailing();
                String changed = c != '"' && element.equalsIgnoreCase("null") ? element : change.apply(element);
                mapped.append(changed.equals(element) ? text : written(changed));
                i = end;
            }
        }
        return mapped.toString();
    }

    private static boolean isBetween(char c) {
        return c == '{' || c == '}' || c == ',' || Character.isWhitespace(c);
    }

    private static int end(String array, int start) {
        boolean quoted = array.charAt(start) == '"';
        int i = quoted ? start + 1 : start;
        while (i < array.length()) {
            char c = array.charAt(i);
            if (c == '\\') {
                i++;
            } else if (quoted && c == '"') {
                return i + 1;
            } else if (!quoted && (c == ',' || c == '{' || c == '}')) {
                return i;
            }
            i++;
        }
        return array.length();
    }

    private static String unquoted(String text) {
        String inner = text.substring(1, Math.max(1, text.length() - 1));
        return inner.replaceAll("\\\\(.)", "$1");
    }

    private static String written(String element) {
        boolean plain = element.matches("[^\\s{},\"\\\\]+") && !element.equalsIgnoreCase("null");
        return plain ? element : '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
