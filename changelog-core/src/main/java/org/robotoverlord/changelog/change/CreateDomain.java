package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Makes a type that is another one with conditions.
 *
 * <pre>{@code
 * - createDomain: {name: email, type: text, nullable: false, checks: {email_check: "value like '%@%'"}}
 * }</pre>
 *
 * @param name its name
 * @param domain what it is made of, and what its values keep
 */
public record CreateDomain(Name name, @Inline Domain domain) implements Change {
    @Override
    public Schema apply(Schema before) {
        UserTypes.requireNew(Kind.DOMAIN, before, name, "name");
        PolicyObstacles.requireNone(this, before, "added", "name");
        ViewObstacles.requireNone(this, before, "added", "name");
        return UserTypes.whole(before.with(Kind.DOMAIN, name, domain), name);
    }

    @Override
    public Change reverse(Schema before) {
        return new DropDomain(name);
    }

    @Override
    public String describe() {
        return "create domain " + name;
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
