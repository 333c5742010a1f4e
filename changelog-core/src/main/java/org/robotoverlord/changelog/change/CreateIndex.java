package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Makes an index. How that is done without standing in anybody's way is the dialect's to know.
 *
 * <pre>{@code
 * - createIndex: {table: users, name: users_role_idx, columns: [role]}
 * - createIndex: {table: users, name: users_lower_idx, columns: [{sql: lower(email)}], unique: true, where: "role <> 'overlord'"}
 * }</pre>
 *
 * @param table the table, or the materialized view
 * @param name its name
 * @param index what it sorts by, and how
 */
public record CreateIndex(Name table, String name, @Inline Index index) implements Change {
    @Override
    public Schema apply(Schema before) {
        Indexes.requireNew(before, table, name, "name");
        return Indexes.with(before, table, name, index);
    }

    @Override
    public Change reverse(Schema before) {
        return new DropIndex(table, name);
    }

    @Override
    public String describe() {
        return "create index " + name + " on " + table;
    }

    @Override
    public String slug() {
        return "index_" + name;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
