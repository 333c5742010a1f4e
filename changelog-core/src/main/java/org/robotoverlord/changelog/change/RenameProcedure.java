package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Signature;

/**
 * Gives a procedure another name, or with it another schema. The bodies of those that call it do not follow.
 *
 * <pre>{@code
 * - renameProcedure: {from: tidy(integer), to: sweep(integer)}
 * }</pre>
 *
 * @param from its signature before
 * @param to its signature after, of the same types; in another schema it moves there
 */
public record RenameProcedure(Signature from, Signature to) implements Change {
    @Override
    public Schema apply(Schema before) {
        return RoutineChanges.rename(before, Kind.PROCEDURE, from, to);
    }

    @Override
    public Change reverse(Schema before) {
        return new RenameProcedure(to, from);
    }

    @Override
    public String describe() {
        return "rename procedure " + from.brief() + " to " + to.brief();
    }

    @Override
    public String slug() {
        return "rename_" + from.name().local() + "_to_" + to.name().local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
