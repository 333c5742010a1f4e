package org.robotoverlord.changelog.change;

import java.util.Optional;
import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequence;

/**
 * Lets a sequence count otherwise, or go with another column or none. It goes on from where it is; only where that lies beyond all of
 * its new bounds it begins again.
 *
 * <pre>{@code
 * - alterSequence: {name: ticket, increment: 10, ownedBy: orders.ticket}
 * }</pre>
 *
 * @param name its name
 * @param sequence how it counts, and which column it goes with, afterwards: the whole of it
 */
public record AlterSequence(Name name, @Inline Sequence sequence) implements Change {
    @Override
    public Optional<String> loses(Schema before) {
        return sequence.isApartFrom(before.get(Kind.SEQUENCE, name))
                ? Optional.of("the number that sequence '" + name + "' is at")
                : Optional.empty();
    }

    @Override
    public Schema apply(Schema before) {
        Presence.of(Kind.SEQUENCE, before, name, "name");
        OwnedSequences.requireOwner(before, name, sequence);
        return before.with(Kind.SEQUENCE, name, sequence);
    }

    @Override
    public Change reverse(Schema before) {
        return new AlterSequence(name, before.get(Kind.SEQUENCE, name));
    }

    @Override
    public String describe() {
        return "alter sequence " + name;
    }

    @Override
    public String slug() {
        return "alter_" + name.local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
