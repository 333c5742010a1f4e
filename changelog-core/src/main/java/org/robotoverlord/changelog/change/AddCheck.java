package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Adds a condition that every row keeps to a table.
 *
 * <pre>{@code
 * - addCheck: {table: users, name: users_score_check, check: score >= 0}
 * }</pre>
 *
 * @param table the table
 * @param name its name
 * @param check the condition
 */
public record AddCheck(Name table, String name, @Inline Check check) implements Change {
    @Override
    public Schema apply(Schema before) {
        Constraints.requireNew(before, table, name, "name");
        return before.with(table, before.table(table).with(name, check)).require(table);
    }

    @Override
    public Change reverse(Schema before) {
        return new DropConstraint(table, name);
    }

    @Override
    public String describe() {
        return "add check " + name + " to " + table;
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
