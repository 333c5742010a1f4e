package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Drops an enum that no column is of.
 *
 * <pre>{@code
 * - dropEnum: {name: user_role}
 * }</pre>
 *
 * @param name its name
 */
public record DropEnum(Name name) implements Change {
    @Override
    public Schema apply(Schema before) {
        Presence.of(Kind.ENUM, before, name, "name");
        UserTypes.requireUnused(Kind.ENUM, before, name);
        ViewObstacles.requireNone(this, before, "dropped", "name");
        PolicyObstacles.requireNone(this, before, "dropped", "name");
        return before.without(Kind.ENUM, name);
    }

    @Override
    public Change reverse(Schema before) {
        return new CreateEnum(name, before.enumType(name));
    }

    @Override
    public String describe() {
        return "drop enum " + name;
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
