package org.robotoverlord.changelog.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A piece of SQL as SQLite's lexer cuts it; white space and comments are left out. Names stand in double quotes, in backticks, in
 * brackets, or bare.
 *
 * @param kind what it is
 * @param start its first character's place in the text
 * @param end the place after its last character
 * @param text its characters
 */
record SqliteToken(Kind kind, int start, int end, String text) {
    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        BLOB,
        NUMBER,
        OTHER
    }

    /** Whether it is one of the words, which are no names where a word of SQL may stand. */
    boolean is(String... words) {
        return kind != Kind.QUOTED_NAME && Set.of(words).contains(text.toLowerCase(Locale.ROOT));
    }

    /** The name that it stands for. SQLite takes a string for a name where only a name may be. */
    String name() {
        if (kind != Kind.QUOTED_NAME && kind != Kind.STRING) {
            return text;
        }
        String quote = text.substring(0, 1);
        String inside = text.substring(1, text.length() - 1);
        return quote.equals("[") ? inside : inside.replace(quote + quote, quote);
    }

    static List<SqliteToken> of(String sql) {
        List<SqliteToken> tokens = new ArrayList<>();
        int i = 0;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (sql.startsWith("--", i)) {
                i = endOf(sql, "\n", i);
            } else if (sql.startsWith("/*", i)) {
                i = endOf(sql, "*/", i + 2);
            } else {
                SqliteToken token = next(sql, i);
                tokens.add(token);
                i = token.end;
            }
        }
        return tokens;
    }

    private static SqliteToken next(String sql, int start) {
        char c = sql.charAt(start);
        boolean blob = (c == 'x' || c == 'X') && sql.startsWith("'", start + 1);
        if (blob) {
            return token(Kind.BLOB, sql, start, endOfQuoted(sql, start + 1, '\''));
        }
        return switch (c) {
            case '\'' -> token(Kind.STRING, sql, start, endOfQuoted(sql, start, '\''));
            case '"', '`' -> token(Kind.QUOTED_NAME, sql, start, endOfQuoted(sql, start, c));
            case '[' -> token(Kind.QUOTED_NAME, sql, start, endOf(sql, "]", start));
            default ->
                isWord(c)
                        ? token(Character.isDigit(c) ? Kind.NUMBER : Kind.WORD, sql, start, endOfWord(sql, start))
                        : token(Kind.OTHER, sql, start, start + 1);
        };
    }

    private static SqliteToken token(Kind kind, String sql, int start, int end) {
        return new SqliteToken(kind, start, end, sql.substring(start, end));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 127;
    }

    /** Of a number too: with its point and its exponent's sign. */
    private static int endOfWord(String sql, int start) {
        boolean number = Character.isDigit(sql.charAt(start));
        int i = start;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            boolean sign = (c == '+' || c == '-') && "eE".indexOf(sql.charAt(i - 1)) >= 0;
            if (!isWord(c) && !(number && (c == '.' || sign))) {
                break;
            }
            i++;
        }
        return i;
    }

    private static int endOf(String sql, String end, int from) {
        int at = sql.indexOf(end, from);
        return at < 0 ? sql.length() : at + end.length();
    }

    private static int endOfQuoted(String sql, int start, char quote) {
        int i = start + 1;
        while (i < sql.length()) {
            if (sql.charAt(i) != quote) {
                i++;
            } else if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                i += 2;
            } else {
                return i + 1;
            }
        }
        return sql.length();
    }
}
