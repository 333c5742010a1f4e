package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sequences and tables that an expression names in strings: {@code nextval('audit.ticket')}, {@code 'ticket'::regclass}. The
 * database takes such a string for the thing itself, so it follows a rename, and nobody can drop the thing under it.
 */
final class NamedInStrings {
    private static final Set<String> FUNCTIONS = Set.of("nextval", "currval", "setval");
    private static final Pattern NAME =
            Pattern.compile("\\s*(?:%1$s\\.)?%1$s\\s*".formatted("(\"(?:[^\"]|\"\")++\"|[\\p{L}_][\\p{L}\\d_$]*)"));

    private NamedInStrings() {}

    /** The names, as they are written. */
    static Stream<Name> in(Expression expression) {
        if (!mayHold(expression)) {
            return Stream.empty();
        }
        List<SqlToken> tokens = SqlToken.of(expression.sql());
        return IntStream.range(0, tokens.size()).mapToObj(i -> name(tokens, i)).flatMap(Optional::stream);
    }

    /** The expression with the names changed, each spelled in the one way that names of its kind are. */
    static Expression map(Expression expression, UnaryOperator<Name> change) {
        if (!mayHold(expression)) {
            return expression;
        }
        String sql = expression.sql();
        List<SqlToken> tokens = SqlToken.of(sql);
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Name> name = name(tokens, i);
            if (name.isPresent()) {
                text.append(sql, from, tokens.get(i).start()).append(spelled(change.apply(name.get())));
                from = tokens.get(i).end();
            }
        }
        String mapped = text.append(sql.substring(from)).toString();
        return mapped.equals(sql) ? expression : Expression.of(mapped);
    }

    /** Looked for before the expression is taken apart: nearly all have nothing of the kind. */
    private static boolean mayHold(Expression expression) {
        String sql = expression.sql();
        if (sql.indexOf('\'') < 0) {
            return false;
        }
        String lower = sql.toLowerCase(Locale.ROOT);
        return lower.contains("regclass") || FUNCTIONS.stream().anyMatch(lower::contains);
    }

    private static Optional<Name> name(List<SqlToken> tokens, int i) {
        SqlToken token = tokens.get(i);
        if (token.kind() != SqlToken.Kind.STRING || token.text().charAt(0) != '\'' || !isThing(tokens, i)) {
            return Optional.empty();
        }
        String text = token.text().substring(1, token.text().length() - 1).replace("''", "'");
        Matcher matcher = NAME.matcher(text);
        return matcher.matches()
                ? Optional.of(new Name(
                        Optional.ofNullable(matcher.group(1)).map(NamedInStrings::read), read(matcher.group(2))))
                : Optional.empty();
    }

    /** Whether the string is cast to a thing, by itself or by the function whose first argument it is. */
    private static boolean isThing(List<SqlToken> tokens, int i) {
        if (is(tokens, i + 1, "::")) {
            return is(tokens, i + 2, "regclass");
        }
        boolean argument = is(tokens, i + 1, ")") || is(tokens, i + 1, ",");
        return argument
                && is(tokens, i - 1, "(")
                && i > 1
                && FUNCTIONS.contains(tokens.get(i - 2).folded());
    }

    private static boolean is(List<SqlToken> tokens, int i, String folded) {
        return i >= 0 && i < tokens.size() && tokens.get(i).folded().equals(folded);
    }

    private static String read(String part) {
        return part.charAt(0) == '"'
                ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
                : part.toLowerCase(Locale.ROOT);
    }

    private static String spelled(Name name) {
        List<String> parts = new ArrayList<>(
                name.schema().map(Expression::identifier).stream().toList());
        parts.add(Expression.identifier(name.local()));
        return "'" + String.join(".", parts).replace("'", "''") + "'";
    }
}
