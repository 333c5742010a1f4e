package org.robotoverlord.changelog.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.schema.Expression;

/** A statement's tokens, read one after another. */
final class Tokens {
    private final String sql;
    private final List<SqliteToken> all;
    private int at;

    Tokens(String sql) {
        this.sql = sql;
        this.all = SqliteToken.of(sql);
    }

    boolean atEnd() {
        return at >= all.size();
    }

    /** Whether the next one is one of the words or signs. */
    boolean isNext(String... words) {
        return !atEnd() && all.get(at).is(words);
    }

    /** Whether the last of all is one of the words or signs. */
    boolean endsIn(String... words) {
        return !all.isEmpty() && all.get(all.size() - 1).is(words);
    }

    SqliteToken next() {
        if (atEnd()) {
            throw new IllegalArgumentException("the statement ends too early: " + sql);
        }
        return all.get(at++);
    }

    /** Passes the words if they are next, all of them. */
    boolean take(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= all.size() || !all.get(at + i).is(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    /** Passes all up to a word or sign, and that too. */
    void skipPast(String word) {
        while (!next().is(word)) {
            continue;
        }
    }

    String name() {
        return next().name();
    }

    /** A name, where a schema's may stand before it. */
    String qualifiedName() {
        String name = name();
        return take(".") ? name() : name;
    }

    /** What stands in the parentheses that are next. */
    Expression enclosed() {
        int start = next().end();
        return Expression.of(sql.substring(start, endOfEnclosed()));
    }

    /** Passes up to the parenthesis that closes the one just passed; gives where it stands. */
    private int endOfEnclosed() {
        int depth = 1;
        while (true) {
            SqliteToken token = next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0) {
                return token.start();
            }
        }
    }

    /** Names in the parentheses that are next, how each sorts left out. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        next();
        do {
            names.add(name());
            while (!isNext(",", ")")) {
                next();
            }
        } while (take(","));
        next();
        return names;
    }

    /** The text up to a comma or parenthesis that closes, or up to one of the words; empty text where one of them is next. */
    String until(String... words) {
        int start = at;
        while (!atEnd() && !isNext(",", ")") && !isNext(words)) {
            if (next().is("(")) {
                endOfEnclosed();
            }
        }
        return at == start
                ? ""
                : sql.substring(all.get(start).start(), all.get(at - 1).end());
    }

    /** All that is left. */
    String rest() {
        return atEnd() ? "" : sql.substring(all.get(at).start());
    }

    /** The name of a constraint, if that is next. */
    Optional<String> constraintName() {
        Optional<String> name = Optional.empty();
        while (take("constraint")) {
            name = Optional.of(name());
        }
        return name;
    }
}
