package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.View;

/**
 * Gives a view another name. Its indexes keep theirs.
 *
 * <pre>{@code
 * - renameView: {from: active, to: active_users}
 * }</pre>
 *
 * @param from its name before
 * @param to its name after; in another schema it moves there
 */
public record RenameView(Name from, Name to) implements Change {
    @Override
    public Schema apply(Schema before) {
        View view = ViewChanges.of(before, from, "from");
        ViewChanges.requireNew(before, to, "to");
        ViewObstacles.requireNone(this, before, "renamed", "from");
        PolicyObstacles.requireNone(this, before, "renamed", "from");
        Schema after = before.without(Kind.VIEW, from).with(Kind.VIEW, to, view);
        ViewChanges.require(after, to, "to");
        return after;
    }

    @Override
    public Change reverse(Schema before) {
        return new RenameView(to, from);
    }

    @Override
    public String describe() {
        return "rename view " + from + " to " + to;
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
