package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Policy;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Says which rows of a table somebody may see or write. It means something where the table has row security.
 *
 * <pre>{@code
 * - createPolicy: {table: users, name: own, for: select, to: [app], using: owner = current_user}
 * }</pre>
 *
 * @param table the table
 * @param name its name
 * @param policy what it says
 */
public record CreatePolicy(Name table, String name, @Inline Policy policy) implements Change {
    @Override
    public Schema apply(Schema before) {
        Policies.requireNew(before, table, name, "name");
        return before.with(table, before.table(table).with(name, policy)).require(table);
    }

    @Override
    public Change reverse(Schema before) {
        return new DropPolicy(table, name);
    }

    @Override
    public String describe() {
        return "create policy " + name + " on " + table;
    }

    @Override
    public String slug() {
        return "policy_" + name;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
