package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Drops a trigger.
 *
 * <pre>{@code
 * - dropTrigger: {table: events, name: events_touch}
 * }</pre>
 *
 * @param table the table
 * @param name its name
 */
public record DropTrigger(Name table, String name) implements Change {
    @Override
    public Schema apply(Schema before) {
        Triggers.of(before, table, name, "name");
        return before.with(table, before.table(table).withoutTrigger(name));
    }

    @Override
    public Change reverse(Schema before) {
        return new CreateTrigger(table, name, Triggers.of(before, table, name, "name"));
    }

    @Override
    public String describe() {
        return "drop trigger " + name + " on " + table;
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
