package org.robotoverlord.changelog.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a query names. It is no parser: it follows the lists after {@code from} and {@code join}, and when in doubt takes a word for
 * the name of a table. What it names there and a {@code with} before has defined, it knows for that.
 */
final class NamedInQuery {
    /** What the list of tables ends at. */
    private static final Set<String> AFTER_FROM = Set.of(
            "select",
            "where",
            "group",
            "having",
            "order",
            "limit",
            "offset",
            "fetch",
            "window",
            "for",
            "union",
            "intersect",
            "except",
            "values");

    private static final Set<String> BEFORE_NAME = Set.of("only", "lateral", "(");

    private final List<SqlToken> tokens;
    private final Set<Name> found = new LinkedHashSet<>();
    /** What each name that a {@code with} defines stands for it from. */
    private final Map<String, Integer> defined = new HashMap<>();

    private NamedInQuery(Expression query) {
        this.tokens = SqlToken.of(query.sql());
    }

    /** The tables, views and sequences that it may be about, as they are written. */
    static Set<Name> relations(Expression query) {
        NamedInQuery names = new NamedInQuery(query);
        names.readDefined();
        names.readRelations();
        NamedInStrings.in(query).forEach(names.found::add);
        return names.found;
    }

    /** Whether it may mean all columns of what it is about, whatever they are: {@code select *}, {@code natural join}. */
    static boolean sweeps(Expression query) {
        if (query.sql().indexOf('*') < 0
                && !query.folded().contains("natural")
                && !query.folded().contains("table")) {
            return false;
        }
        NamedInQuery names = new NamedInQuery(query);
        for (int i = 0; i < names.tokens.size(); i++) {
            if (names.isStar(i) || names.is(i, "natural") || names.isTableQuery(i)) {
                return true;
            }
        }
        return false;
    }

    /** Not a product, nor {@code count(*)}. */
    private boolean isStar(int i) {
        if (!is(i, "*")) {
            return false;
        }
        boolean first =
                is(i - 1, "select") || is(i - 1, "all") || is(i - 1, "distinct") || is(i - 1, ",") || is(i - 1, ".");
        return first || is(i - 1, ")") && (is(i + 1, "from") || is(i + 1, ","));
    }

    /** {@code table users}, for all that is in it. */
    private boolean isTableQuery(int i) {
        boolean begins = i == 0
                || is(i - 1, "(")
                || is(i - 1, "union")
                || is(i - 1, "intersect")
                || is(i - 1, "except")
                || is(i - 1, "all")
                || is(i - 1, ")");
        return is(i, "table") && begins;
    }

    /** Whether it names a type: {@code a::mood}, {@code cast(a as audit.mood)}, {@code mood 'good'}. */
    static boolean casts(Expression query, String type) {
        if (!query.folded().contains(type) && type.indexOf('"') < 0) {
            return false;
        }
        NamedInQuery names = new NamedInQuery(query);
        for (int i = 0; i < names.tokens.size(); i++) {
            if (names.name(i).filter(type::equals).isPresent()) {
                int first = names.is(i - 1, ".") ? i - 2 : i;
                boolean beforeLiteral =
                        i + 1 < names.tokens.size() && names.tokens.get(i + 1).kind() == SqlToken.Kind.STRING;
                if (names.is(first - 1, "::") || names.is(first - 1, "as") || beforeLiteral) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Reads the definitions that the whole query is about: each stands for its name after it, or everywhere where it may be recursive. */
    private void readDefined() {
        if (!is(0, "with")) {
            return;
        }
        boolean recursive = is(1, "recursive");
        int i = recursive ? 2 : 1;
        while (i < tokens.size()) {
            Optional<String> name = name(i);
            int body = body(i);
            if (name.isEmpty() || body < 0) {
                return;
            }
            int after = end(body) + 1;
            defined.put(name.get(), recursive ? 0 : after);
            while (after < tokens.size() && !is(after, ",") && !is(after, "select") && !is(after, "(")) {
                after++;
            }
            if (!is(after, ",")) {
                return;
            }
            i = after + 1;
        }
    }

    /** The place of the parenthesis in which a name is defined: {@code name (columns) as not materialized (}; -1 for none. */
    private int body(int name) {
        int i = is(name + 1, "(") ? end(name + 1) + 1 : name + 1;
        if (!is(i, "as")) {
            return -1;
        }
        i += is(i + 1, "not") ? 2 : 1;
        i += is(i, "materialized") ? 1 : 0;
        return is(i, "(") ? i : -1;
    }

    /** The place of the parenthesis that closes the one here. */
    private int end(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += is(i, "(") ? 1 : is(i, ")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    private void readRelations() {
        Deque<Boolean> lists = new ArrayDeque<>();
        boolean inList = false;
        boolean expected = false;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i).folded();
            if (token.equals("(")) {
                lists.push(inList);
                inList = expected;
            } else if (token.equals(")")) {
                inList = !lists.isEmpty() && lists.pop();
                expected = false;
            } else if (token.equals("from") || token.equals("join")) {
                inList = true;
                expected = true;
            } else if (isTableQuery(i)) {
                expected = true;
            } else if (token.equals(",")) {
                expected = inList;
            } else if (AFTER_FROM.contains(token)) {
                inList = false;
                expected = false;
            } else if (expected && !BEFORE_NAME.contains(token)) {
                i = readName(i);
                expected = false;
            }
        }
    }

    /** Reads the name that begins here. @return the place of its last token */
    private int readName(int from) {
        Optional<String> first = name(from);
        Optional<String> second = is(from + 1, ".") ? name(from + 2) : Optional.empty();
        int last = second.isPresent() ? from + 2 : from;
        if (first.isPresent() && !is(last + 1, "(")) {
            if (second.isPresent()) {
                found.add(Name.of(first.get(), second.get()));
            } else if (defined.getOrDefault(first.get(), Integer.MAX_VALUE) > from) {
                found.add(Name.of(first.get()));
            }
        }
        return last;
    }

    private Optional<String> name(int i) {
        return i >= 0 && i < tokens.size() ? Expression.spelled(tokens.get(i)) : Optional.empty();
    }

    private boolean is(int i, String folded) {
        return i >= 0 && i < tokens.size() && tokens.get(i).folded().equals(folded);
    }
}
