package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequences;

/**
 * Gives a table another name, or with it another schema. Foreign keys to it follow; no constraint or index is renamed.
 *
 * <pre>{@code
 * - renameTable: {from: posts, to: articles}
 * }</pre>
 *
 * @param from its name before
 * @param to its name after; in another schema it moves there
 */
public record RenameTable(Name from, Name to) implements Change {
    @Override
    public Schema apply(Schema before) {
        Presence.ofTable(before, from, "from");
        Absence.ofTable(before, to, "to");
        requireRoom(before);
        ViewObstacles.requireNone(this, before, "renamed", "from");
        PolicyObstacles.requireNone(this, before, "renamed", "from");
        return before.renameTable(from, to).require(to);
    }

    /** Its sequences go with it, and must find their names free there. */
    private void requireRoom(Schema before) {
        if (!before.local(from).schema().equals(before.local(to).schema())) {
            for (Name sequence : Sequences.ownedBy(before, from)) {
                Name there = to.sibling(sequence.local());
                Absence.ofRelation(before, there, "to");
                Absence.of(Kind.SEQUENCE, before, there, "to");
            }
        }
    }

    @Override
    public Change reverse(Schema before) {
        return new RenameTable(to, from);
    }

    @Override
    public String describe() {
        return "rename table " + from + " to " + to;
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
