package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Makes a type whose values are listed.
 *
 * <pre>{@code
 * - createEnum: {name: user_role, values: [citizen, overlord]}
 * }</pre>
 *
 * @param name its name
 * @param type its values, in order
 */
public record CreateEnum(Name name, @Inline EnumType type) implements Change {
    @Override
    public Schema apply(Schema before) {
        Enums.requireNew(before, name, "name");
        ViewObstacles.requireNone(this, before, "added", "name");
        PolicyObstacles.requireNone(this, before, "added", "name");
        return before.with(Kind.ENUM, name, type);
    }

    @Override
    public Change reverse(Schema before) {
        return new DropEnum(name);
    }

    @Override
    public String describe() {
        return "create enum " + name;
    }

    @Override
    public String slug() {
        return "create_" + name.local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
