package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Function;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Signature;

/**
 * Drops a function that nothing calls from an expression.
 *
 * <pre>{@code
 * - dropFunction: {name: touch()}
 * }</pre>
 *
 * @param name its signature; what its parameters are called doesn't matter
 */
public record DropFunction(Signature name) implements Change {
    @Override
    public Schema apply(Schema before) {
        ViewObstacles.requireNone(this, before, "dropped", "name");
        return RoutineChanges.drop(before, Kind.FUNCTION, name);
    }

    @Override
    public Change reverse(Schema before) {
        Routine<Function> routine = RoutineChanges.of(before, Kind.FUNCTION, name, "name");
        return new CreateFunction(routine.signature(), routine.body());
    }

    @Override
    public String describe() {
        return "drop function " + name.brief();
    }

    @Override
    public String slug() {
        return "drop_" + name.name().local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
