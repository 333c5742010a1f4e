package org.robotoverlord.changelog.change;

import java.util.List;
import java.util.function.UnaryOperator;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Value;

/** The way back that a user writes for what has none by itself. */
final class Down {
    /** What says that nothing is owed. */
    static final List<String> NONE = List.of("none");

    private Down() {}

    /** A copy. @throws Problem if a statement of it is empty */
    static List<String> copy(List<String> down) {
        return Sql.statements("down", down);
    }

    static boolean isNone(List<String> down) {
        return down.size() == 1 && down.get(0).equals("none");
    }

    /**
     * The change that runs what the user wrote; from there nothing is owed either.
     *
     * @throws Irreversible if nothing was written
     */
    static Change of(List<String> down, Change change) {
        if (down.isEmpty()) {
            throw new Irreversible(
                    "'" + change.describe() + "' can't be taken back by itself; write a down (SQL, or none)");
        }
        return Sql.of(down, NONE);
    }

    static Value mapText(Value value, UnaryOperator<String> sql, UnaryOperator<String> literal) {
        if (value instanceof Value.Literal text) {
            return Value.literal(literal.apply(text.text()));
        }
        return value instanceof Value.Sql expression
                ? new Value.Sql(Expression.of(sql.apply(expression.sql().sql())))
                : value;
    }
}
