package org.robotoverlord.changelog.plan;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.changelog.ChangelogFile;

/**
 * A changelog that a run will apply or take back.
 *
 * @param file the changelog
 * @param direction which way
 * @param changes what happens, in order: its changes, or their reverses from the last to the first
 * @param steps how
 * @param recorded whether the database has a row for it already
 * @param stepsDone how many of the steps an earlier run did
 * @param doubt the statement that an earlier run ended at, if that can't have been rolled back: the next of the steps, or, where an
 *     upgrade that ended within is taken back, the next of that upgrade's
 */
public record PlannedChangelog(
        ChangelogFile file,
        Direction direction,
        List<Change> changes,
        List<Step> steps,
        boolean recorded,
        int stepsDone,
        Optional<Doubt> doubt) {
    public PlannedChangelog {
        changes = List.copyOf(changes);
        steps = List.copyOf(steps);
    }

    /** Whether one transaction holds it all, its row included. */
    public boolean isOneTransaction() {
        return steps.size() <= 1 && steps.stream().allMatch(Step::transactional);
    }
}
