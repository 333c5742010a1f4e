package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Gives an enum another name; columns of it follow.
 *
 * <pre>{@code
 * - renameEnum: {from: user_role, to: role}
 * }</pre>
 *
 * @param from its name before
 * @param to its name after; in another schema it moves there
 */
public record RenameEnum(Name from, Name to) implements Change {
    @Override
    public Schema apply(Schema before) {
        Presence.of(Kind.ENUM, before, from, "from");
        Enums.requireNew(before, to, "to");
        ViewObstacles.requireNone(this, before, "renamed", "from");
        return before.renameEnum(from, to);
    }

    @Override
    public Change reverse(Schema before) {
        return new RenameEnum(to, from);
    }

    @Override
    public String describe() {
        return "rename enum " + from + " to " + to;
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
