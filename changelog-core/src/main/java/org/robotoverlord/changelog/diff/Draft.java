package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.PolicyObstacles;
import org.robotoverlord.changelog.change.ViewObstacles;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/** The changes found so far, the schema they lead to and the one they should: what is still to find is the difference. */
final class Draft {
    private final List<Difference.Step> steps = new ArrayList<>();
    private final Schema after;
    private Schema now;

    Draft(Schema before, Schema after) {
        this.now = before;
        this.after = after;
    }

    /** Adds a change, and before it what drops the views and policies in its way; what of those should stay is found missing later. */
    void add(Change change) {
        ViewObstacles.to(change, now).forEach(this::add);
        PolicyObstacles.to(change, now).forEach(this::addAlone);
        addAlone(change);
    }

    private void addAlone(Change change) {
        steps.add(new Difference.Step(change, change.loses(now)));
        now = change.apply(now);
    }

    List<Difference.Step> steps() {
        return steps;
    }

    /** What the changes found so far lead to. */
    Schema now() {
        return now;
    }

    /** What they should lead to. */
    Schema after() {
        return after;
    }

    /** A table as it is now. */
    Table table(Name name) {
        return now.table(name);
    }

    /** A table as it should be. */
    Table wanted(Name name) {
        return after.table(name);
    }

    /** A column as it is now, if it is there. */
    Optional<Column> column(Name table, String column) {
        return Optional.ofNullable(now.table(table).columns().get(column));
    }

    /** A column as it should be, if it should be there. */
    Optional<Column> wanted(Name table, String column) {
        return Optional.ofNullable(after.table(table).columns().get(column));
    }

    /** The tables that are there and should be, in the models' order. */
    List<Name> common() {
        return after.tables().keySet().stream()
                .filter(now.tables()::containsKey)
                .toList();
    }
}
