package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Gives a domain another name; what is of it follows.
 *
 * <pre>{@code
 * - renameDomain: {from: email, to: address}
 * }</pre>
 *
 * @param from its name before
 * @param to its name after; in another schema it moves there
 */
public record RenameDomain(Name from, Name to) implements Change {
    @Override
    public Schema apply(Schema before) {
        Presence.of(Kind.DOMAIN, before, from, "from");
        UserTypes.requireNew(Kind.DOMAIN, before, to, "to");
        ViewObstacles.requireNone(this, before, "renamed", "from");
        return before.renameDomain(from, to);
    }

    @Override
    public Change reverse(Schema before) {
        return new RenameDomain(to, from);
    }

    @Override
    public String describe() {
        return "rename domain " + from + " to " + to;
    }

    @Override
    public String slug() {
        return "rename_" + from.local() + "_to_" + to.local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
