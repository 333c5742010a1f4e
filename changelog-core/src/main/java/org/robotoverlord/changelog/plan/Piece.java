package org.robotoverlord.changelog.plan;

import java.util.List;
import org.robotoverlord.changelog.change.NeededFill;
import org.robotoverlord.changelog.changelog.PlacedChange;
import org.robotoverlord.changelog.dialect.Statement;

/** What a step is made of: statements, and looks at the rows that a statement would otherwise fail on. */
public sealed interface Piece {
    /**
     * A statement to run.
     *
     * @param statement the statement
     * @param changes the changes it serves, with their places, at least one
     */
    record Run(Statement statement, List<PlacedChange> changes) implements Piece {
        public Run {
            changes = List.copyOf(changes);
        }

        /** The first of the changes it serves. */
        public PlacedChange first() {
            return changes.get(0);
        }
    }

    /**
     * Rows to look for: where there are any, the changelog is refused.
     *
     * @param query gives a row exactly where there are such rows
     * @param needed the value that they lack
     * @param of the change that needs it, with its place
     */
    record Look(String query, NeededFill needed, PlacedChange of) implements Piece {}
}
