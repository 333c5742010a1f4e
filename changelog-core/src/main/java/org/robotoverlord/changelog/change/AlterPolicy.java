package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Policy;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Says anew, and as a whole, which rows of a table somebody may see or write.
 *
 * <pre>{@code
 * - alterPolicy: {table: users, name: own, for: select, to: [app, auditor], using: owner = current_user}
 * }</pre>
 *
 * @param table the table
 * @param name its name
 * @param policy what it says now
 */
public record AlterPolicy(Name table, String name, @Inline Policy policy) implements Change {
    @Override
    public Schema apply(Schema before) {
        Policies.of(before, table, name, "name");
        return before.with(table, before.table(table).with(name, policy));
    }

    @Override
    public Change reverse(Schema before) {
        return new AlterPolicy(table, name, Policies.of(before, table, name, "name"));
    }

    @Override
    public String describe() {
        return "alter policy " + name + " on " + table;
    }

    @Override
    public String slug() {
        return "alter_" + name;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
