package org.robotoverlord.changelog.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.changelog.PlacedChange;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Makes few changes of many that come to the same. What reads or writes rows stays as it is and where it is; each stretch between two
 * such becomes the difference of the schemas before and after it, whatever came and went meanwhile.
 */
final class Shortening {
    private final BiFunction<Schema, Schema, Optional<List<Change>>> difference;
    private final boolean fresh;
    private final List<Change> result = new ArrayList<>();
    private final List<Change> stretch = new ArrayList<>();
    private final WithRows rows;
    private Schema start;
    private Schema at;
    private int leftOut;

    private Shortening(BiFunction<Schema, Schema, Optional<List<Change>>> difference, Schema before, boolean fresh) {
        this.difference = difference;
        this.fresh = fresh;
        this.rows = new WithRows(before.tables().keySet());
        this.start = before;
        this.at = before;
    }

    /**
     * What came of it.
     *
     * @param changes few
     * @param leftOut how many had done their work, so that new databases do without them
     */
    record Shortened(List<Change> changes, int leftOut) {
        Shortened {
            changes = List.copyOf(changes);
        }
    }

    /**
     * @param changes what happens, in order
     * @param before the schema that they are applied to, and whose tables may have rows
     * @param fresh whether they begin the line, so that only new databases run them
     * @param difference the changes that make one schema of another, where they can be found
     */
    static Shortened of(
            List<PlacedChange> changes,
            Schema before,
            boolean fresh,
            BiFunction<Schema, Schema, Optional<List<Change>>> difference) {
        Shortening shortening = new Shortening(difference, before, fresh);
        changes.forEach(shortening::add);
        shortening.close();
        return new Shortened(shortening.result, shortening.leftOut);
    }

    private void add(PlacedChange placed) {
        Change change = placed.change();
        Schema after = SchemaAt.after(placed, at);
        if (fresh && change.once()) {
            leftOut++;
            return;
        }
        if (new Rowless(rows, start, at).is(change)) {
            stretch.add(change);
        } else {
            close();
            result.add(change);
            start = after;
        }
        rows.follow(change, at, after);
        at = after;
    }

    /** What was written by hand may be shorter than what a difference comes to. */
    private void close() {
        result.addAll(difference
                .apply(start, at)
                .filter(found -> found.size() <= stretch.size())
                .orElse(stretch));
        stretch.clear();
        start = at;
    }
}
