package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Procedure;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Signature;

/**
 * Makes a procedure.
 *
 * <pre>{@code
 * - createProcedure: {name: tidy(integer), language: sql, body: delete from events where id < $1}
 * }</pre>
 *
 * @param name its signature
 * @param procedure what it is
 */
public record CreateProcedure(Signature name, @Inline Procedure procedure) implements Change {
    @Override
    public Schema apply(Schema before) {
        return RoutineChanges.create(before, Kind.PROCEDURE, name, procedure);
    }

    @Override
    public Change reverse(Schema before) {
        return new DropProcedure(name);
    }

    @Override
    public String describe() {
        return "create procedure " + name.brief();
    }

    @Override
    public String slug() {
        return "create_" + name.name().local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
