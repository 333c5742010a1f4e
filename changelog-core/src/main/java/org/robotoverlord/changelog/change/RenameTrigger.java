package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Gives a trigger another name; triggers of one table are called in the order of their names.
 *
 * <pre>{@code
 * - renameTrigger: {table: events, from: events_touch, to: events_stamp}
 * }</pre>
 *
 * @param table the table
 * @param from its name before
 * @param to its name after
 */
public record RenameTrigger(Name table, String from, String to) implements Change {
    @Override
    public Schema apply(Schema before) {
        Triggers.of(before, table, from, "from");
        Triggers.requireNew(before, table, to, "to");
        return before.with(table, before.table(table).renameTrigger(from, to));
    }

    @Override
    public Change reverse(Schema before) {
        return new RenameTrigger(table, to, from);
    }

    @Override
    public String describe() {
        return "rename trigger " + from + " on " + table + " to " + to;
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
