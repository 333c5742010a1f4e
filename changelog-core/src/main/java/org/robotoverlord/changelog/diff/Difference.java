package org.robotoverlord.changelog.diff;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.problem.Problem;

/**
 * What has to happen so that one schema becomes another.
 *
 * @param steps in the order in which they apply
 * @param warnings what the user should know, none of it a reason to stop
 */
public record Difference(List<Step> steps, List<Problem> warnings) {
    /**
     * A change, and what it costs.
     *
     * @param change applies to the schema that the steps before it leave
     * @param loses what data it loses or may lose, as the end of "loses …"
     */
    public record Step(Change change, Optional<String> loses) {}

    public Difference {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /** The changes, in the order in which they apply. */
    public List<Change> changes() {
        return steps.stream().map(Step::change).toList();
    }

    /** Whether the schemas are equal. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Whether any change loses data or may, so that somebody has to consent. */
    public boolean losesData() {
        return steps.stream().anyMatch(step -> step.loses().isPresent());
    }
}
