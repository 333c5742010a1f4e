package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.List;

/** Cuts what was typed at separators, but not inside quotes and braces. */
final class GivenText {
    private GivenText() {}

    /** The parts. A quote opens at the begin of a part, behind one of {@code . : = ,}, and anywhere inside braces. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int braces = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '"' || c == '\'') && (braces > 0 || opens(text, i))) {
                int end = text.indexOf(c, i + 1);
                i = end < 0 ? text.length() : end;
            } else if (c == '{') {
                braces++;
            } else if (c == '}') {
                braces--;
            } else if (c == separator && braces <= 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** Whether a quote opens here, or goes on as the second of a doubled one. */
    private static boolean opens(String text, int at) {
        int before = at - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before < 0 || ".:=,".indexOf(text.charAt(before)) >= 0 || text.charAt(at - 1) == text.charAt(at);
    }
}
