package org.robotoverlord.changelog.change;

import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequences;

/**
 * Drops a sequence that no default uses.
 *
 * <pre>{@code
 * - dropSequence: {name: ticket}
 * }</pre>
 *
 * @param name its name
 */
public record DropSequence(Name name) implements Change {
    @Override
    public Optional<String> loses(Schema before) {
        return Optional.of("the number that sequence '" + name + "' is at");
    }

    @Override
    public Schema apply(Schema before) {
        Presence.of(Kind.SEQUENCE, before, name, "name");
        Sequences.usersOf(before, name).forEach((table, columns) -> {
            throw new Problem("sequence '" + name + "' can't be dropped: the default of column '" + table + "."
                            + columns.get(0) + "' uses it; change that first with a setDefault")
                    .about("name");
        });
        Sequences.naming(before, name).stream().findFirst().ifPresent(user -> {
            throw new Problem("sequence '" + name + "' can't be dropped: " + user + " names it; change that first")
                    .about("name");
        });
        ViewObstacles.requireNone(this, before, "dropped", "name");
        return before.without(Kind.SEQUENCE, name);
    }

    @Override
    public Change reverse(Schema before) {
        return new CreateSequence(name, before.get(Kind.SEQUENCE, name));
    }

    @Override
    public String describe() {
        return "drop sequence " + name;
    }

    @Override
    public String slug() {
        return "drop_" + name.local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
