package org.robotoverlord.changelog.change;

import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Value;

/**
 * Lets a column take NULL, or no longer.
 *
 * <pre>{@code
 * - setNullable: {table: users, column: email, nullable: false, fill: {sql: "'nobody@' || id"}}
 * - setNullable: {table: users, column: bio, nullable: true}
 * }</pre>
 *
 * @param table the table
 * @param column the column
 * @param nullable whether it takes NULL afterwards
 * @param fill what rows with NULL get: now, or on the way back where it takes NULL now
 */
public record SetNullable(Name table, String column, boolean nullable, Optional<Value> fill) implements Change {
    public SetNullable {
        fill = fill.filter(value -> !value.equals(Value.NULL));
    }

    @Override
    public Optional<NeededFill> neededFill(Schema before) {
        if (nullable) {
            return Optional.empty();
        }
        Optional<Value> given = fill.or(() -> Columns.of(before, table, column).defaultValue());
        return Optional.of(NeededFill.of(table, column, true, given));
    }

    @Override
    public Schema apply(Schema before) {
        Column was = Columns.of(before, table, column);
        Columns.requireFit(before, was.type(), fill);
        if (nullable && before.table(table).keyColumns().contains(column)) {
            throw new Problem("column '" + column + "' is in the primary key of '" + table
                            + "' and can't be nullable; drop the key first")
                    .about("nullable");
        }
        if (nullable && was.identity().isPresent()) {
            throw new Problem("identity column '" + column + "' can't be nullable; take the identity away first")
                    .about("nullable");
        }
        return before.with(table, before.table(table).with(column, was.withNullable(nullable)));
    }

    @Override
    public Change reverse(Schema before) {
        return new SetNullable(table, column, Columns.of(before, table, column).nullable(), fill);
    }

    @Override
    public String describe() {
        return "make " + table + "." + column + (nullable ? " nullable" : " not null");
    }

    @Override
    public String slug() {
        return (nullable ? "relax_" : "require_") + table.local() + "_" + column;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
