package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Drops a view that no other stands on.
 *
 * <pre>{@code
 * - dropView: {name: active}
 * }</pre>
 *
 * @param name its name
 */
public record DropView(Name name) implements Change {
    @Override
    public Schema apply(Schema before) {
        ViewChanges.of(before, name, "name");
        ViewObstacles.requireNone(this, before, "dropped", "name");
        PolicyObstacles.requireNone(this, before, "dropped", "name");
        return before.without(Kind.VIEW, name);
    }

    @Override
    public Change reverse(Schema before) {
        return new CreateView(name, ViewChanges.of(before, name, "name"));
    }

    @Override
    public String describe() {
        return "drop view " + name;
    }

    @Override
    public String slug() {
        return "drop_" + name.local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
