package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Drops an index.
 *
 * <pre>{@code
 * - dropIndex: {table: users, name: users_role_idx}
 * }</pre>
 *
 * @param table the table, or the materialized view
 * @param name its name
 */
public record DropIndex(Name table, String name) implements Change {
    @Override
    public Schema apply(Schema before) {
        Indexes.of(before, table, name, "name");
        Schema after = Indexes.without(before, table, name);
        for (Name referrer : before.referrersOf(table)) {
            after.require(referrer);
        }
        return after;
    }

    @Override
    public Change reverse(Schema before) {
        return new CreateIndex(table, name, Indexes.of(before, table, name, "name"));
    }

    @Override
    public String describe() {
        return "drop index " + name + " of " + table;
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
