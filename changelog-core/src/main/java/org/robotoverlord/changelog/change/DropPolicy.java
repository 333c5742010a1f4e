package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Drops a policy.
 *
 * <pre>{@code
 * - dropPolicy: {table: users, name: own}
 * }</pre>
 *
 * @param table the table
 * @param name its name
 */
public record DropPolicy(Name table, String name) implements Change {
    @Override
    public Schema apply(Schema before) {
        Policies.of(before, table, name, "name");
        return before.with(table, before.table(table).withoutPolicy(name));
    }

    @Override
    public Change reverse(Schema before) {
        return new CreatePolicy(table, name, Policies.of(before, table, name, "name"));
    }

    @Override
    public String describe() {
        return "drop policy " + name + " on " + table;
    }

    @Override
    public String slug() {
        return "drop_" + name;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
