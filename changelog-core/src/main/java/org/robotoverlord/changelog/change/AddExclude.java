package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Exclude;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Adds an exclusion constraint to a table.
 *
 * <pre>{@code
 * - addExclude: {table: stays, name: stays_excl, elements: [{column: room, with: "="}, {column: during, with: "&&"}]}
 * }</pre>
 *
 * @param table the table
 * @param name its name
 * @param exclude what no two rows agree in
 */
public record AddExclude(Name table, String name, @Inline Exclude exclude) implements Change {
    @Override
    public Schema apply(Schema before) {
        Constraints.requireNew(before, table, name, "name");
        return before.with(table, before.table(table).with(name, exclude)).require(table);
    }

    @Override
    public Change reverse(Schema before) {
        return new DropConstraint(table, name);
    }

    @Override
    public String describe() {
        return "add exclusion " + name + " to " + table;
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
