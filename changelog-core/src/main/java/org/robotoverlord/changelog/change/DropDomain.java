package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Drops a domain that nothing is of.
 *
 * <pre>{@code
 * - dropDomain: {name: email}
 * }</pre>
 *
 * @param name its name
 */
public record DropDomain(Name name) implements Change {
    @Override
    public Schema apply(Schema before) {
        Presence.of(Kind.DOMAIN, before, name, "name");
        UserTypes.requireUnused(Kind.DOMAIN, before, name);
        PolicyObstacles.requireNone(this, before, "dropped", "name");
        ViewObstacles.requireNone(this, before, "dropped", "name");
        return before.without(Kind.DOMAIN, name);
    }

    @Override
    public Change reverse(Schema before) {
        return new CreateDomain(name, before.get(Kind.DOMAIN, name));
    }

    @Override
    public String describe() {
        return "drop domain " + name;
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
