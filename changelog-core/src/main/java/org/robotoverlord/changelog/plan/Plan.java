package org.robotoverlord.changelog.plan;

import java.util.List;
import java.util.Optional;

/**
 * What a run will do, in order.
 *
 * @param changelogs none where nothing is to be done
 * @param span what it makes of the schema, as far as it is known; empty where nothing is to be done
 */
public record Plan(List<PlannedChangelog> changelogs, Optional<Span> span) {
    /** One of which nobody knows more. */
    public Plan(List<PlannedChangelog> changelogs) {
        this(changelogs, Optional.empty());
    }

    public Plan {
        changelogs = List.copyOf(changelogs);
    }

    public boolean isEmpty() {
        return changelogs.isEmpty();
    }
}
