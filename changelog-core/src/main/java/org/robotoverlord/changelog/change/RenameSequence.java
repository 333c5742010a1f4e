package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequences;

/**
 * Gives a sequence another name; defaults that use it follow.
 *
 * <pre>{@code
 * - renameSequence: {from: ticket, to: order_no}
 * }</pre>
 *
 * @param from its name before
 * @param to its name after; in another schema it moves there
 */
public record RenameSequence(Name from, Name to) implements Change {
    @Override
    public Schema apply(Schema before) {
        Presence.of(Kind.SEQUENCE, before, from, "from");
        Absence.ofRelation(before, to, "to");
        Absence.of(Kind.SEQUENCE, before, to, "to");
        ViewObstacles.requireNone(this, before, "renamed", "from");
        boolean leaves = !before.local(from).schema().equals(before.local(to).schema());
        before.get(Kind.SEQUENCE, from).ownedBy().filter(owner -> leaves).ifPresent(owner -> {
            throw new Problem("sequence '" + from + "' goes with column '" + owner
                            + "' and can't leave its schema; move the table, or take ownedBy away before")
                    .about("to");
        });
        return Sequences.rename(before, from, to);
    }

    @Override
    public Change reverse(Schema before) {
        return new RenameSequence(to, from);
    }

    @Override
    public String describe() {
        return "rename sequence " + from + " to " + to;
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
