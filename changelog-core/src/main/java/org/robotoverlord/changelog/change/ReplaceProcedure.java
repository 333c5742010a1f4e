package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Procedure;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Signature;

/**
 * Puts another procedure in the place of one, while all that calls it goes on. What goes in and what comes out stays as it is; else it takes
 * a dropProcedure and a createProcedure.
 *
 * <pre>{@code
 * - replaceProcedure: {name: tidy(integer), language: sql, body: delete from events where id <= $1}
 * }</pre>
 *
 * @param name its signature
 * @param procedure the whole of what it is afterwards
 */
public record ReplaceProcedure(Signature name, @Inline Procedure procedure) implements Change {
    @Override
    public Schema apply(Schema before) {
        return RoutineChanges.replace(before, Kind.PROCEDURE, name, procedure);
    }

    @Override
    public Change reverse(Schema before) {
        return new ReplaceProcedure(
                name, RoutineChanges.of(before, Kind.PROCEDURE, name, "name").body());
    }

    @Override
    public String describe() {
        return "replace procedure " + name.brief();
    }

    @Override
    public String slug() {
        return "replace_" + name.name().local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
