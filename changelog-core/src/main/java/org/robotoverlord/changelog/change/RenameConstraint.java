package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Gives a constraint another name.
 *
 * <pre>{@code
 * - renameConstraint: {table: users, from: users_mail_key, to: users_email_key}
 * }</pre>
 *
 * @param table the table
 * @param from its name before
 * @param to its name after
 */
public record RenameConstraint(Name table, String from, String to) implements Change {
    @Override
    public Schema apply(Schema before) {
        Constraints.kindOf(before, table, from, "from");
        Constraints.requireNew(before, table, to, "to");
        return before.with(table, before.table(table).renameConstraint(from, to))
                .require(table);
    }

    @Override
    public Change reverse(Schema before) {
        return new RenameConstraint(table, to, from);
    }

    @Override
    public String describe() {
        return "rename constraint " + from + " of " + table + " to " + to;
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
