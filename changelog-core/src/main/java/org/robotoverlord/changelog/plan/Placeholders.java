package org.robotoverlord.changelog.plan;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;

/** Puts values in place of {@code ${name}}; {@code $${name}} is the only escape, every other {@code $} stays. */
public final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("(\\$?)\\$\\{([A-Za-z_][A-Za-z0-9_.-]*)}");

    private final Map<String, String> values;

    /** @param values name → value */
    public Placeholders(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    /**
     * The text with its placeholders replaced.
     *
     * @throws Problem for one that has no value
     */
    public String replace(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement(match)));
    }

    /**
     * SQL with its placeholders replaced: within quotes and comments the value stays what it is there, whatever it holds.
     *
     * @param literal a text as the database quotes it
     * @throws Problem for one that has no value
     */
    public String inSql(String sql, UnaryOperator<String> literal) {
        SqlSurroundings around = new SqlSurroundings(sql, literal);
        return PLACEHOLDER
                .matcher(sql)
                .replaceAll(match -> Matcher.quoteReplacement(around.kept(match.start(), replacement(match))));
    }

    private String replacement(java.util.regex.MatchResult match) {
        String name = match.group(2);
        if (!match.group(1).isEmpty()) {
            return "${" + name + "}";
        }
        String value = values.get(name);
        if (value == null) {
            throw new Problem("placeholder '${" + name + "}' has no value" + Suggestion.of(name, values.keySet())
                    + "; set it in <placeholders>, or write $${" + name + "} for the text itself");
        }
        return value;
    }
}
