package org.robotoverlord.changelog.plan;

import java.util.List;
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
 */
public record PlannedChangelog(
        ChangelogFile file,
        Direction direction,
        List<Change> changes,
        List<Step> steps,
        boolean recorded,
        int stepsDone) {
    public PlannedChangelog {
        changes = List.copyOf(changes);
        steps = List.copyOf(steps);
    }

    /** Whether one transaction holds it all, its row included. */
    public boolean isOneTransaction() {
        return steps.size() <= 1 && steps.stream().allMatch(Step::transactional);
    }
}
