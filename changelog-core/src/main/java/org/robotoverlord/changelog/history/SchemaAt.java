package org.robotoverlord.changelog.history;

import java.util.List;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.PlacedChange;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/** Replays changelogs: the schema at any of them. */
public final class SchemaAt {
    private SchemaAt() {}

    /**
     * The schema after the newest.
     *
     * @throws Problem with its place, where a change can't happen
     */
    public static Schema head(History history, Setting setting) {
        return after(history.line(), Schema.empty(setting));
    }

    /** The schema after some changelogs, applied in order to one before them. */
    public static Schema after(List<Changelog> changelogs, Schema before) {
        Schema schema = before;
        for (Changelog changelog : changelogs) {
            for (PlacedChange placed : changelog.changes()) {
                schema = after(placed, schema);
            }
        }
        return schema;
    }

    /** The schema after one change; what is wrong with it is told with its place. */
    public static Schema after(PlacedChange placed, Schema before) {
        try {
            return placed.change().apply(before);
        } catch (Problem problem) {
            List<Problem> all = Problems.of(problem);
            all.forEach(placed::locate);
            Problems.throwIfAny(all);
            throw problem;
        }
    }
}
