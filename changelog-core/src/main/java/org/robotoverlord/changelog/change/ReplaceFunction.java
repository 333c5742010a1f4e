package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Function;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Signature;

/**
 * Puts another function in the place of one, while all that calls it goes on. What goes in and what comes out stays as it is; else it takes
 * a dropFunction and a createFunction.
 *
 * <pre>{@code
 * - replaceFunction: {name: "one()", returns: integer, language: sql, volatility: immutable, body: select 1}
 * }</pre>
 *
 * @param name its signature
 * @param function the whole of what it is afterwards
 */
public record ReplaceFunction(Signature name, @Inline Function function) implements Change {
    @Override
    public Schema apply(Schema before) {
        return RoutineChanges.replace(before, Kind.FUNCTION, name, function);
    }

    @Override
    public Change reverse(Schema before) {
        return new ReplaceFunction(
                name, RoutineChanges.of(before, Kind.FUNCTION, name, "name").body());
    }

    @Override
    public String describe() {
        return "replace function " + name.brief();
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
