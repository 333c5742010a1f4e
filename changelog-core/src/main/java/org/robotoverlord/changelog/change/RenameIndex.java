package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Gives an index another name.
 *
 * <pre>{@code
 * - renameIndex: {table: users, from: users_mail_idx, to: users_email_idx}
 * }</pre>
 *
 * @param table the table, or the materialized view
 * @param from its name before
 * @param to its name after
 */
public record RenameIndex(Name table, String from, String to) implements Change {
    @Override
    public Schema apply(Schema before) {
        Indexes.of(before, table, from, "from");
        Indexes.requireNew(before, table, to, "to");
        return Indexes.renamed(before, table, from, to);
    }

    @Override
    public Change reverse(Schema before) {
        return new RenameIndex(table, to, from);
    }

    @Override
    public String describe() {
        return "rename index " + from + " of " + table + " to " + to;
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
