package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Trigger;

/**
 * Puts another trigger in the place of one.
 *
 * <pre>{@code
 * - replaceTrigger: {table: events, name: events_touch, when: before, on: [insert, update], forEach: row, call: touch()}
 * }</pre>
 *
 * @param table the table
 * @param name its name
 * @param trigger the whole of what it is afterwards
 */
public record ReplaceTrigger(
        Name table, String name, @Inline Trigger trigger) implements Change {
    @Override
    public Schema apply(Schema before) {
        Triggers.of(before, table, name, "name");
        return Triggers.with(before, table, name, trigger);
    }

    @Override
    public Change reverse(Schema before) {
        return new ReplaceTrigger(table, name, Triggers.of(before, table, name, "name"));
    }

    @Override
    public String describe() {
        return "replace trigger " + name + " on " + table;
    }

    @Override
    public String slug() {
        return "replace_" + name;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
