package org.robotoverlord.changelog.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.changelog.PlacedChange;
import org.robotoverlord.changelog.problem.Problem;

/** Tells what an interrupted changelog did before it stopped. */
final class Interrupted {
    private Interrupted() {}

    /**
     * The changes that the first steps did, so that they can be taken back.
     *
     * @throws Problem where a change was done by half
     */
    static List<PlacedChange> done(List<PlacedChange> changes, List<Step> steps, int stepsDone) {
        Set<Change> done = served(steps.subList(0, stepsDone));
        Set<Change> open = served(steps.subList(stepsDone, steps.size()));
        List<PlacedChange> whole = new ArrayList<>();
        for (PlacedChange placed : changes) {
            if (open.contains(placed.change())) {
                if (done.contains(placed.change())) {
                    throw new Problem(
                            placed.place(),
                            "an earlier run ended within this change, so it can't be taken back yet; run robot:upgrade to finish it first");
                }
                break;
            }
            whole.add(placed);
        }
        return whole;
    }

    private static Set<Change> served(List<Step> steps) {
        Set<Change> served = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Step step : steps) {
            for (Piece piece : step.pieces()) {
                if (piece instanceof Piece.Run run) {
                    served.addAll(run.statement().serves());
                }
            }
        }
        return served;
    }
}
