package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Lets a materialized view hold what its query gives now.
 *
 * <pre>{@code
 * - refreshView: {name: totals}
 * }</pre>
 *
 * @param name its name
 */
public record RefreshView(Name name) implements Change {
    @Override
    public Schema apply(Schema before) {
        if (!ViewChanges.of(before, name, "name").materialized()) {
            throw new Problem("view '" + name
                            + "' isn't materialized, so it always shows what its query gives; leave this change out")
                    .about("name");
        }
        return before;
    }

    /** On the way back too the rows may be others by then. */
    @Override
    public Change reverse(Schema before) {
        return this;
    }

    @Override
    public String describe() {
        return "refresh view " + name;
    }

    @Override
    public String slug() {
        return "refresh_" + name.local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
