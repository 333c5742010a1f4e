package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Function;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Signature;

/**
 * Makes a function.
 *
 * <pre>{@code
 * - createFunction:
 *     name: touch()
 *     returns: trigger
 *     language: plpgsql
 *     body: |
 *       begin
 *         new.touched_at := now();
 *         return new;
 *       end
 * }</pre>
 *
 * @param name its signature
 * @param function what it is
 */
public record CreateFunction(Signature name, @Inline Function function) implements Change {
    @Override
    public Schema apply(Schema before) {
        ViewObstacles.requireNone(this, before, "made", "name");
        return RoutineChanges.create(before, Kind.FUNCTION, name, function);
    }

    @Override
    public Change reverse(Schema before) {
        RoutineChanges.requireWayBack(before, this);
        return new DropFunction(name);
    }

    @Override
    public String describe() {
        return "create function " + name.brief();
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
