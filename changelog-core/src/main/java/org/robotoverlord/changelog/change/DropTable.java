package org.robotoverlord.changelog.change;

import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.TableBody;

/**
 * Drops a table and its rows.
 *
 * <pre>{@code
 * - dropTable: {name: users}
 * }</pre>
 *
 * @param name its name
 */
public record DropTable(Name name) implements Change {
    @Override
    public Optional<String> loses(Schema before) {
        return Optional.of("all rows of table '" + name + "'");
    }

    @Override
    public Schema apply(Schema before) {
        Presence.ofTable(before, name, "name");
        for (Name referrer : before.referrersOf(name)) {
            if (!referrer.equals(before.local(name))) {
                throw new Problem("table '" + name + "' can't be dropped: a foreign key of '" + referrer
                                + "' points to it; drop that one first")
                        .about("name");
            }
        }
        RoutineChanges.requireUnnamed(before, "table", name);
        OwnedSequences.requireNone(before, name);
        ViewObstacles.requireNone(this, before, "dropped", "name");
        PolicyObstacles.requireNone(this, before, "dropped", "name");
        return before.withoutTable(name);
    }

    @Override
    public Change reverse(Schema before) {
        return new CreateTable(name, TableBody.of(before.local(name), before.table(name)));
    }

    @Override
    public String describe() {
        return "drop table " + name;
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
