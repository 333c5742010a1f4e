package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Signature;

/**
 * Gives a function another name, or with it another schema. Expressions that call it follow; the bodies of others, and SQL of your own, do not.
 *
 * <pre>{@code
 * - renameFunction: {from: touch(), to: stamp()}
 * }</pre>
 *
 * @param from its signature before
 * @param to its signature after, of the same types; in another schema it moves there
 */
public record RenameFunction(Signature from, Signature to) implements Change {
    @Override
    public Schema apply(Schema before) {
        ViewObstacles.requireNone(this, before, "renamed", "from");
        return RoutineChanges.rename(before, Kind.FUNCTION, from, to);
    }

    @Override
    public Change reverse(Schema before) {
        return new RenameFunction(to, from);
    }

    @Override
    public String describe() {
        return "rename function " + from.brief() + " to " + to.brief();
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
