package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Procedure;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Signature;

/**
 * Drops a procedure.
 *
 * <pre>{@code
 * - dropProcedure: {name: tidy(integer)}
 * }</pre>
 *
 * @param name its signature; what its parameters are called doesn't matter
 */
public record DropProcedure(Signature name) implements Change {
    @Override
    public Schema apply(Schema before) {
        return RoutineChanges.drop(before, Kind.PROCEDURE, name);
    }

    @Override
    public Change reverse(Schema before) {
        Routine<Procedure> routine = RoutineChanges.of(before, Kind.PROCEDURE, name, "name");
        return new CreateProcedure(routine.signature(), routine.body());
    }

    @Override
    public String describe() {
        return "drop procedure " + name.brief();
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
