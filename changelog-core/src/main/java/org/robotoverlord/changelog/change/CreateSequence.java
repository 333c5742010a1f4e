package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequence;

/**
 * Makes a counter of its own.
 *
 * <pre>{@code
 * - createSequence: {name: ticket, start: 1000, ownedBy: orders.ticket}
 * }</pre>
 *
 * @param name its name
 * @param sequence how it counts, and which column it goes with
 */
public record CreateSequence(Name name, @Inline Sequence sequence) implements Change {
    @Override
    public Schema apply(Schema before) {
        Absence.ofRelation(before, name, "name");
        Absence.of(Kind.SEQUENCE, before, name, "name");
        ViewObstacles.requireNone(this, before, "made", "name");
        OwnedSequences.requireOwner(before, name, sequence);
        return before.with(Kind.SEQUENCE, name, sequence);
    }

    @Override
    public Change reverse(Schema before) {
        return new DropSequence(name);
    }

    @Override
    public String describe() {
        return "create sequence " + name;
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
