package org.robotoverlord.changelog.schema;

import java.util.Optional;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.Bare;
import org.robotoverlord.changelog.problem.Problem;

/**
 * A column or expression of an index: {@code role}, or {@code {column | sql, order, nulls, opclass, collation}}.
 *
 * @param column the column; empty for an expression
 * @param sql the expression; empty for a column
 * @param order which way it sorts
 * @param nulls where NULLs come; empty where it is the order's own way: last, with {@code desc} first
 * @param opclass the operator class, where it isn't the type's own
 * @param collation how text sorts, where it isn't the column's way
 */
public record IndexElement(
        @Bare Optional<String> column,
        Optional<Expression> sql,
        @Absent("asc") Order order,
        Optional<Nulls> nulls,
        Optional<String> opclass,
        Optional<String> collation) {
    /** Which way an index sorts. */
    public enum Order {
        ASC,
        DESC
    }

    /** Where NULLs come in an index. */
    public enum Nulls {
        FIRST,
        LAST
    }

    public IndexElement {
        if (column.isPresent() == sql.isPresent()) {
            throw new Problem("an element of an index is either a column or {sql: …}; write one of them");
        }
        Nulls usual = order == Order.ASC ? Nulls.LAST : Nulls.FIRST;
        nulls = nulls.filter(given -> given != usual);
    }

    /** A column, and no more. */
    public static IndexElement of(String column) {
        return new IndexElement(
                Optional.of(column), Optional.empty(), Order.ASC, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether it is a column and says nothing more. */
    public boolean isPlain() {
        return column.isPresent() && equals(of(column.get()));
    }

    boolean mentions(String name) {
        return column.filter(name::equals).isPresent()
                || sql.filter(expression -> expression.mentions(name)).isPresent();
    }

    IndexElement renameColumn(String from, String to) {
        return new IndexElement(
                column.map(name -> name.equals(from) ? to : name),
                sql.map(expression -> expression.renameColumn(from, to)),
                order,
                nulls,
                opclass,
                collation);
    }

    IndexElement mapSql(java.util.function.UnaryOperator<Expression> change) {
        return new IndexElement(column, sql.map(change), order, nulls, opclass, collation);
    }
}
