package org.robotoverlord.changelog.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a text is JSON (RFC 8259), so that a misspelt default is found before a database is asked. */
final class JsonText {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:([\\[\\]{},:])|(true|false|null|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)"
                    + "|(\"(?:[^\"\\\\\\x00-\\x1f]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\"))\\s*");
    private static final int DEEPEST = 500;

    private final Matcher tokens;
    private String token;
    private int depth;

    private JsonText(String text) {
        tokens = TOKEN.matcher(text);
        advance();
    }

    static boolean isValid(String text) {
        JsonText json = new JsonText(text);
        return json.value() && json.token == null && json.tokens.hitEnd() && json.tokens.regionStart() == text.length();
    }

    private void advance() {
        if (tokens.lookingAt()) {
            token = tokens.group().strip();
            tokens.region(tokens.end(), tokens.regionEnd());
        } else {
            token = null;
        }
    }

    private boolean take(String expected) {
        if (!expected.equals(token)) {
            return false;
        }
        advance();
        return true;
    }

    private boolean value() {
        if (token == null || ++depth > DEEPEST) {
            return false;
        }
        boolean valid = take("{") ? members("}", true) : take("[") ? members("]", false) : scalar();
        depth--;
        return valid;
    }

    private boolean members(String end, boolean keyed) {
        if (take(end)) {
            return true;
        }
        do {
            boolean key = !keyed || token != null && token.startsWith("\"") && scalar() && take(":");
            if (!key || !value()) {
                return false;
            }
        } while (take(","));
        return take(end);
    }

    private boolean scalar() {
        boolean scalar = token != null && !"{}[],:".contains(token);
        advance();
        return scalar;
    }
}
