package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Gives a column another name. Keys, constraints, indexes and foreign keys to it follow, under their own old names.
 *
 * <pre>{@code
 * - renameColumn: {table: users, from: mail, to: email}
 * }</pre>
 *
 * @param table the table
 * @param from its name before
 * @param to its name after
 */
public record RenameColumn(Name table, String from, String to) implements Change {
    @Override
    public Schema apply(Schema before) {
        Columns.of(before, table, from, "from");
        if (before.table(table).columns().containsKey(to)) {
            throw new Problem("table '" + table + "' has a column '" + to + "' already; take another name").about("to");
        }
        ViewObstacles.requireNone(this, before, "renamed", "from");
        PolicyObstacles.requireNone(this, before, "renamed", "from");
        return before.renameColumn(table, from, to).require(table);
    }

    @Override
    public Change reverse(Schema before) {
        return new RenameColumn(table, to, from);
    }

    @Override
    public String describe() {
        return "rename column " + table + "." + from + " to " + to;
    }

    @Override
    public String slug() {
        return "rename_" + table.local() + "_" + from + "_to_" + to;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
