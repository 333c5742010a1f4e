package org.robotoverlord.changelog.plan;

import java.util.List;

/**
 * What a run will do, in order.
 *
 * @param changelogs none where nothing is to be done
 */
public record Plan(List<PlannedChangelog> changelogs) {
    public Plan {
        changelogs = List.copyOf(changelogs);
    }

    public boolean isEmpty() {
        return changelogs.isEmpty();
    }
}
