package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A piece of SQL as every database's lexer cuts it; white space and comments are left out. It is not a parser: it knows where
 * names, strings and operators begin and end, and nothing of what they mean.
 *
 * @param kind what it is
 * @param start its first character's place in the text
 * @param end the place after its last character
 * @param text its characters
 */
record SqlToken(Kind kind, int start, int end, String text) {
    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        OPERATOR,
        PUNCTUATION
    }

    private static final String OPERATORS = "+-*/<>=~!@#%^&|`?:";
    /** An operator may end in + or - only if it holds one of these (PostgreSQL's manual, 4.1.3 Operators). */
    private static final String LETS_END_IN_SIGN = "~!@#%^&|`?";

    /** The token without what never matters: case outside quotes, and quotes that a name doesn't need. */
    String folded() {
        return switch (kind) {
            case STRING -> text;
            case QUOTED_NAME -> {
                String name = text.length() < 2 ? text : text.substring(1, text.length() - 1);
                yield Expression.needsQuotes(name) ? text : name;
            }
            default -> text.toLowerCase(Locale.ROOT);
        };
    }

    static List<SqlToken> of(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        int i = 0;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (sql.startsWith("--", i)) {
                int end = sql.indexOf('\n', i);
                i = end < 0 ? sql.length() : end;
            } else if (sql.startsWith("/*", i)) {
                i = endOfComment(sql, i);
            } else {
                SqlToken token = next(sql, i);
                tokens.add(token);
                i = token.end;
            }
        }
        return tokens;
    }

    /** The pieces of a text between the commas that stand in no parentheses or brackets. */
    static List<String> split(String sql) {
        List<String> pieces = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (SqlToken token : of(sql)) {
            depth += token.text.equals("(") || token.text.equals("[") ? 1 : 0;
            depth -= token.text.equals(")") || token.text.equals("]") ? 1 : 0;
            if (depth == 0 && token.text.equals(",")) {
                pieces.add(sql.substring(from, token.start));
                from = token.end;
            }
        }
        pieces.add(sql.substring(from));
        return pieces;
    }

    private static SqlToken next(String sql, int start) {
        char c = sql.charAt(start);
        if (c == '\'') {
            return token(Kind.STRING, sql, start, endOfQuoted(sql, start, '\'', false));
        }
        if (c == '"') {
            return token(Kind.QUOTED_NAME, sql, start, endOfQuoted(sql, start, '"', false));
        }
        if (c == '$' && endOfDollarTag(sql, start) > 0) {
            return token(Kind.STRING, sql, start, endOfDollarQuoted(sql, start));
        }
        if (Character.isDigit(c) || c == '.' && start + 1 < sql.length() && Character.isDigit(sql.charAt(start + 1))) {
            return token(Kind.NUMBER, sql, start, endOfNumber(sql, start));
        }
        if (isWordStart(c)) {
            return word(sql, start);
        }
        if (OPERATORS.indexOf(c) >= 0) {
            return token(Kind.OPERATOR, sql, start, endOfOperator(sql, start));
        }
        return token(Kind.PUNCTUATION, sql, start, start + 1);
    }

    private static SqlToken word(String sql, int start) {
        int end = start;
        while (end < sql.length()
                && (isWordStart(sql.charAt(end)) || Character.isDigit(sql.charAt(end)) || sql.charAt(end) == '$')) {
            end++;
        }
        boolean prefix = end - start == 1 && end < sql.length() && sql.charAt(end) == '\'';
        if (prefix && "eEbBxXnN".indexOf(sql.charAt(start)) >= 0) {
            boolean escapes = sql.charAt(start) == 'e' || sql.charAt(start) == 'E';
            return token(Kind.STRING, sql, start, endOfQuoted(sql, end, '\'', escapes));
        }
        return token(Kind.WORD, sql, start, end);
    }

    private static SqlToken token(Kind kind, String sql, int start, int end) {
        return new SqlToken(kind, start, end, sql.substring(start, end));
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c > 127;
    }

    private static int endOfQuoted(String sql, int start, char quote, boolean escapes) {
        int i = start + 1;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (escapes && c == '\\') {
                i += 2;
            } else if (c != quote) {
                i++;
            } else if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                i += 2;
            } else {
                return i + 1;
            }
        }
        return sql.length();
    }

    private static int endOfDollarTag(String sql, int start) {
        int i = start + 1;
        while (i < sql.length() && (isWordStart(sql.charAt(i)) || i > start + 1 && Character.isDigit(sql.charAt(i)))) {
            i++;
        }
        return i < sql.length() && sql.charAt(i) == '$' ? i + 1 : -1;
    }

    private static int endOfDollarQuoted(String sql, int start) {
        int bodyStart = endOfDollarTag(sql, start);
        String tag = sql.substring(start, bodyStart);
        int end = sql.indexOf(tag, bodyStart);
        return end < 0 ? sql.length() : end + tag.length();
    }

    private static int endOfComment(String sql, int start) {
        int depth = 0;
        int i = start;
        while (i < sql.length()) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i += 2;
                if (depth == 0) {
                    return i;
                }
            } else {
                i++;
            }
        }
        return sql.length();
    }

    private static int endOfNumber(String sql, int start) {
        int i = start;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            boolean exponentSign =
                    (c == '+' || c == '-') && i > start && (sql.charAt(i - 1) == 'e' || sql.charAt(i - 1) == 'E');
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '_' && !exponentSign) {
                break;
            }
            i++;
        }
        return i;
    }

    private static int endOfOperator(String sql, int start) {
        int end = start;
        while (end < sql.length()
                && OPERATORS.indexOf(sql.charAt(end)) >= 0
                && (end == start || !sql.startsWith("--", end) && !sql.startsWith("/*", end))) {
            end++;
        }
        String run = sql.substring(start, end);
        boolean maySign = run.chars().anyMatch(c -> LETS_END_IN_SIGN.indexOf(c) >= 0);
        while (!maySign && run.length() > 1 && (run.endsWith("+") || run.endsWith("-"))) {
            run = run.substring(0, run.length() - 1);
        }
        return start + run.length();
    }
}
