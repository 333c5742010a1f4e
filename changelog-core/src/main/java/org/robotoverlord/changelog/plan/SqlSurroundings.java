package org.robotoverlord.changelog.plan;

import java.util.function.UnaryOperator;

/**
 * What a place in a user's SQL lies in: quotes, a comment, or nothing of the kind. It goes through the text once, from the start, and
 * looks into dollar quotes, which mostly hold code.
 */
final class SqlSurroundings {
    private static final char NOTHING = 0;
    private static final char LINE = '-';
    private static final char BLOCK = '*';

    private final String sql;
    private final UnaryOperator<String> literal;
    /** Whether a backslash in quotes takes what follows for itself, as on MySQL. */
    private final boolean backslashes;

    private int at;
    private char inside = NOTHING;
    /** Whether the quotes that are open are those of {@code E'…'}. */
    private boolean escaping;

    /** @param literal a text as the database quotes it */
    SqlSurroundings(String sql, UnaryOperator<String> literal) {
        this.sql = sql;
        this.literal = literal;
        this.backslashes = literal.apply("\\").length() > 3;
    }

    /** A value as it is to stand at a place, so that what surrounds it goes on behind it. Places are asked for in order. */
    String kept(int place, String value) {
        while (at < place) {
            step();
        }
        return switch (inside) {
            case '\'' -> quoted(value);
            case '"', '`' ->
                value.replace(String.valueOf(inside), String.valueOf(inside).repeat(2));
            case LINE -> value.replaceAll("\\R", " ");
            case BLOCK -> value.replace("*/", "* /").replace("/*", "/ *");
            default -> value;
        };
    }

    private String quoted(String value) {
        String whole = literal.apply(value);
        String inner = whole.substring(1, whole.length() - 1);
        return escaping && !backslashes ? inner.replace("\\", "\\\\") : inner;
    }

    private void step() {
        char c = sql.charAt(at);
        switch (inside) {
            case NOTHING -> open(c);
            case LINE -> inside = c == '\n' ? NOTHING : inside;
            case BLOCK -> {
                if (sql.startsWith("*/", at)) {
                    inside = NOTHING;
                    at++;
                }
            }
            default -> {
                if (c == '\\' && inside != '`' && (backslashes || escaping)) {
                    at++;
                } else if (c == inside) {
                    // A doubled one closes and opens again.
                    inside = NOTHING;
                }
            }
        }
        at++;
    }

    private void open(char c) {
        if (c == '\'' || c == '"' || c == '`') {
            boolean doubled = at > 0 && sql.charAt(at - 1) == c;
            escaping = doubled ? escaping : c == '\'' && isEscaping();
            inside = c;
        } else if (sql.startsWith("--", at)) {
            inside = LINE;
        } else if (sql.startsWith("/*", at)) {
            inside = BLOCK;
            at++;
        }
    }

    /** Whether an E stands before the quote, and is no word's last letter. */
    private boolean isEscaping() {
        boolean e = at > 0 && "eE".indexOf(sql.charAt(at - 1)) >= 0;
        return e && (at == 1 || !Character.isLetterOrDigit(sql.charAt(at - 2)));
    }
}
