package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Adds a foreign key to a table.
 *
 * <pre>{@code
 * - addForeignKey: {table: posts, name: posts_author_fkey, columns: [author_id], references: users, to: [id], onDelete: cascade}
 * }</pre>
 *
 * @param table the table
 * @param name its name
 * @param key what its rows point to
 */
public record AddForeignKey(Name table, String name, @Inline ForeignKey key) implements Change {
    @Override
    public Schema apply(Schema before) {
        Constraints.requireNew(before, table, name, "name");
        return before.with(table, before.table(table).with(name, key)).require(table);
    }

    @Override
    public Change reverse(Schema before) {
        return new DropConstraint(table, name);
    }

    @Override
    public String describe() {
        return "add foreign key " + name + " to " + table;
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
