package org.robotoverlord.changelog.change;

import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.TypeChange;

/**
 * Gives a column another type; its values are cast.
 *
 * <pre>{@code
 * - changeType: {table: users, column: score, to: bigint}
 * - changeType: {table: users, column: age, to: integer, using: {sql: "age::integer", reverse: "age::text"}}
 * }</pre>
 *
 * @param table the table
 * @param column the column
 * @param to the type after
 * @param using how values are made, where a cast isn't it
 */
public record ChangeType(Name table, String column, ColumnType to, Optional<Using> using) implements Change {
    /**
     * How a column's values are made.
     *
     * @param sql the expression, with the old value under the column's name
     * @param reverse the same for the way back
     */
    public record Using(Expression sql, Optional<Expression> reverse) {}

    @Override
    public Optional<String> loses(Schema before) {
        ColumnType from = Columns.of(before, table, column).type();
        return TypeChange.holdsLess(Domains.base(before, from), Domains.base(before, to))
                ? Optional.of("values of '" + table + "." + column + "' that " + from + " holds and " + to + " doesn't")
                : Optional.empty();
    }

    @Override
    public Schema apply(Schema before) {
        Column was = Columns.of(before, table, column);
        Partitions.requireNoKey(before, table, column, "given another type", "column");
        requireKept(was);
        return Columns.replace(before, table, column, was.withType(to));
    }

    /** What the new type would say otherwise could not be told on the way back. */
    private void requireKept(Column was) {
        if (!keeps(Column.of(was.type()).withDefault(was.defaultValue()))) {
            throw lost("has the default " + was.defaultValue().orElseThrow().shown() + ", which " + to
                    + " doesn't take as it is; write a setDefault before");
        }
        boolean numbered = was.identity().isPresent() && Column.takesIdentity(to);
        if (numbered && !keeps(Column.of(was.type()).withIdentity(was.identity()))) {
            throw lost("has an identity whose bounds " + to + " doesn't keep as they are; write a setIdentity before");
        }
    }

    private boolean keeps(Column was) {
        try {
            return was.withType(to).withType(was.type()).equals(was);
        } catch (Problem misfit) {
            return false;
        }
    }

    private Problem lost(String what) {
        return new Problem("column '" + table + "." + column + "' " + what).about("column");
    }

    @Override
    public Change reverse(Schema before) {
        return new ChangeType(
                table,
                column,
                Columns.of(before, table, column).type(),
                using.flatMap(given -> given.reverse().map(back -> new Using(back, Optional.of(given.sql())))));
    }

    @Override
    public String describe() {
        return "change type of " + table + "." + column + " to " + to;
    }

    @Override
    public String slug() {
        return "retype_" + table.local() + "_" + column;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
