package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Unique;

/**
 * Adds a unique constraint to a table.
 *
 * <pre>{@code
 * - addUnique: {table: users, name: users_email_key, columns: [email]}
 * }</pre>
 *
 * @param table the table
 * @param name its name
 * @param unique the columns in which no two rows agree
 */
public record AddUnique(Name table, String name, @Inline Unique unique) implements Change {
    @Override
    public Schema apply(Schema before) {
        Constraints.requireNew(before, table, name, "name");
        return before.with(table, before.table(table).with(name, unique)).require(table);
    }

    @Override
    public Change reverse(Schema before) {
        return new DropConstraint(table, name);
    }

    @Override
    public String describe() {
        return "add unique " + name + " to " + table;
    }

    @Override
    public String slug() {
        return "add_" + name;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
