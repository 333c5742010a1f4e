package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Gives a policy another name.
 *
 * <pre>{@code
 * - renamePolicy: {table: users, from: own, to: own_rows}
 * }</pre>
 *
 * @param table the table
 * @param from its name before
 * @param to its name after
 */
public record RenamePolicy(Name table, String from, String to) implements Change {
    @Override
    public Schema apply(Schema before) {
        Policies.of(before, table, from, "from");
        Policies.requireNew(before, table, to, "to");
        return before.with(table, before.table(table).renamePolicy(from, to)).require(table);
    }

    @Override
    public Change reverse(Schema before) {
        return new RenamePolicy(table, to, from);
    }

    @Override
    public String describe() {
        return "rename policy " + from + " on " + table + " to " + to;
    }

    @Override
    public String slug() {
        return "rename_" + from + "_to_" + to;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
