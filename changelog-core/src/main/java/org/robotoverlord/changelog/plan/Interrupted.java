package org.robotoverlord.changelog.plan;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.changelog.PlacedChange;

/** Tells what an interrupted changelog did before it stopped. */
final class Interrupted {
    private Interrupted() {}

    /** Whether a change was done by half when so many steps were. */
    static boolean isWithinAChange(List<Step> steps, int stepsDone) {
        if (stepsDone < 0 || stepsDone > steps.size()) {
            return false;
        }
        Set<Change> done = served(steps.subList(0, stepsDone));
        return served(steps.subList(stepsDone, steps.size())).stream().anyMatch(done::contains);
    }

    /** The changes that the first steps did, so that they can be taken back; none of them was done by half. */
    static List<PlacedChange> done(List<PlacedChange> changes, List<Step> steps, int stepsDone) {
        Set<Change> open = served(steps.subList(stepsDone, steps.size()));
        return changes.stream()
                .takeWhile(placed -> !open.contains(placed.change()))
                .toList();
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
