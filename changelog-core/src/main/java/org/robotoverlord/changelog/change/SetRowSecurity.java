package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.RowSecurity;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Says whether a table's policies decide who may see or write which row.
 *
 * <pre>{@code
 * - setRowSecurity: {table: users, rowSecurity: true}
 * }</pre>
 *
 * @param table the table
 * @param rowSecurity whether they do, and for its owner too
 */
public record SetRowSecurity(Name table, @Absent("false") RowSecurity rowSecurity) implements Change {
    @Override
    public Schema apply(Schema before) {
        Presence.ofTable(before, table, "table");
        return before.with(table, before.table(table).withRowSecurity(rowSecurity));
    }

    @Override
    public Change reverse(Schema before) {
        return new SetRowSecurity(table, before.table(table).rowSecurity());
    }

    @Override
    public String describe() {
        return switch (rowSecurity) {
            case OFF -> "disable row security of " + table;
            case ON -> "enable row security of " + table;
            case FORCED -> "force row security of " + table;
        };
    }

    @Override
    public String slug() {
        return "row_security_" + table.local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
