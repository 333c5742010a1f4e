package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Trigger;

/**
 * Makes a trigger: a call of a function whenever rows of a table change.
 *
 * <pre>{@code
 * - createTrigger: {table: events, name: events_touch, when: before, on: [insert, {update: [email]}], forEach: row, call: touch()}
 * }</pre>
 *
 * @param table the table
 * @param name its name
 * @param trigger when it calls what
 */
public record CreateTrigger(Name table, String name, @Inline Trigger trigger) implements Change {
    @Override
    public Schema apply(Schema before) {
        Triggers.requireNew(before, table, name, "name");
        return Triggers.with(before, table, name, trigger);
    }

    @Override
    public Change reverse(Schema before) {
        return new DropTrigger(table, name);
    }

    @Override
    public String describe() {
        return "create trigger " + name + " on " + table;
    }

    @Override
    public String slug() {
        return "create_" + name;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
