package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.View;

/**
 * Makes a view, and of one that is materialized its indexes.
 *
 * <pre>{@code
 * - createView: {name: active, query: select id from users where active}
 * - createView: {name: totals, query: "select team_id, sum(score) as score from users group by team_id", materialized: true}
 * }</pre>
 *
 * @param name its name
 * @param view what it shows
 */
public record CreateView(Name name, @Inline View view) implements Change {
    @Override
    public Schema apply(Schema before) {
        ViewChanges.requireNew(before, name, "name");
        ViewObstacles.requireNone(this, before, "made", "name");
        PolicyObstacles.requireNone(this, before, "made", "name");
        return ViewChanges.with(before, name, view);
    }

    @Override
    public Change reverse(Schema before) {
        return new DropView(name);
    }

    @Override
    public String describe() {
        return (view.materialized() ? "create materialized view " : "create view ") + name;
    }

    @Override
    public String slug() {
        return "create_" + name.local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
