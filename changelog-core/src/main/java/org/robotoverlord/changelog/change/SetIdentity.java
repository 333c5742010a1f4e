package org.robotoverlord.changelog.change;

import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Lets the database number a column's rows, changes how, or takes that away. The column must not be nullable.
 *
 * <pre>{@code
 * - setIdentity: {table: users, column: id, identity: always}
 * - setIdentity: {table: users, column: id}
 * }</pre>
 *
 * @param table the table
 * @param column the column
 * @param identity the identity; absent for none
 */
public record SetIdentity(Name table, String column, Optional<Identity> identity) implements Change {
    @Override
    public Schema apply(Schema before) {
        Column was = Columns.of(before, table, column);
        if (was.nullable()) {
            throw new Problem("column '" + table + "." + column
                            + "' is nullable and can't be an identity; write a setNullable before")
                    .about("column");
        }
        return Columns.replace(before, table, column, was.withIdentity(identity).withNullable(false));
    }

    @Override
    public Change reverse(Schema before) {
        return new SetIdentity(table, column, Columns.of(before, table, column).identity());
    }

    @Override
    public String describe() {
        return (identity.isPresent() ? "set " : "remove ") + "identity of " + table + "." + column;
    }

    @Override
    public String slug() {
        return "identity_" + table.local() + "_" + column;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
