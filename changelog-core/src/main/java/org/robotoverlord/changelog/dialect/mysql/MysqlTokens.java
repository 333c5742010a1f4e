package org.robotoverlord.changelog.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What SHOW CREATE TABLE prints, cut into pieces: a name, a text, what stands in one pair of parentheses, a comma, or a word. They are
 * taken one after the other.
 */
final class MysqlTokens {
    private final List<String> tokens;
    private int at;

    private MysqlTokens(List<String> tokens) {
        this.tokens = tokens;
    }

    static MysqlTokens of(String sql) {
        List<String> tokens = new ArrayList<>();
        int i = 0;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            int end = i + 1;
            if (Character.isWhitespace(c)) {
                i++;
                continue;
            } else if (c == '`' || c == '\'' || c == '"') {
                end = endOfQuoted(sql, i);
            } else if (c == '(') {
                end = endOfGroup(sql, i);
            } else if (sql.startsWith("/*", i)) {
                int close = sql.indexOf("*/", i);
                i = close < 0 ? sql.length() : close + 2;
                continue;
            } else if (c != ',' && c != '=') {
                while (end < sql.length() && " \n,()'`=".indexOf(sql.charAt(end)) < 0) {
                    end++;
                }
            }
            tokens.add(sql.substring(i, end));
            i = end;
        }
        return new MysqlTokens(tokens);
    }

    /** The tokens within parentheses. */
    static MysqlTokens within(String group) {
        return of(inside(group));
    }

    /** What stands within parentheses. */
    static String inside(String group) {
        return group.substring(1, group.length() - 1).strip();
    }

    private static int endOfQuoted(String sql, int start) {
        char quote = sql.charAt(start);
        for (int i = start + 1; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\\' && quote != '`') {
                i++;
            } else if (c == quote) {
                if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i + 1;
                }
            }
        }
        return sql.length();
    }

    private static int endOfGroup(String sql, int start) {
        int depth = 0;
        int i = start;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (c == '`' || c == '\'' || c == '"') {
                i = endOfQuoted(sql, i);
                continue;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            i++;
            if (depth == 0) {
                return i;
            }
        }
        return sql.length();
    }

    /** The tokens between commas, each run by itself. */
    List<MysqlTokens> split() {
        List<MysqlTokens> runs = new ArrayList<>();
        List<String> run = new ArrayList<>();
        for (String token : tokens) {
            if (token.equals(",")) {
                runs.add(new MysqlTokens(run));
                run = new ArrayList<>();
            } else {
                run.add(token);
            }
        }
        if (!run.isEmpty()) {
            runs.add(new MysqlTokens(run));
        }
        return runs;
    }

    boolean hasNext() {
        return at < tokens.size();
    }

    /** The next one, without taking it; empty text at the end. */
    String peek() {
        return hasNext() ? tokens.get(at) : "";
    }

    String next() {
        return tokens.get(at++);
    }

    /** The next one, which is a name in quotes. */
    String name() {
        return MysqlQuotes.inside(next(), '`');
    }

    /** Whether the next is a name in quotes. */
    boolean isName() {
        return peek().startsWith("`");
    }

    boolean isGroup() {
        return peek().startsWith("(");
    }

    boolean isText() {
        return peek().startsWith("'");
    }

    /** Takes words if they come next, in whatever case. */
    boolean take(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size()
                    || !tokens.get(at + i).toUpperCase(Locale.ROOT).equals(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }
}
