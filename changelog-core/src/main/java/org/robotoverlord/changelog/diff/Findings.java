package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.List;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.schema.Hint;

/** What a diff found to tell: warnings, and what is wrong, all of it at once. */
final class Findings {
    private final boolean happened;
    private final List<Problem> warnings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param happened whether the difference is there already, and nobody is going to apply it */
    Findings(boolean happened) {
        this.happened = happened;
    }

    void warn(Hint hint, String message) {
        warnings.add(placed(hint, message));
    }

    void refuse(Hint hint, String message) {
        problems.add(placed(hint, message));
    }

    void refuse(String message) {
        problems.add(new Problem(message));
    }

    /** Refuses what would fail on rows, unless it happened already. */
    void refuseToTry(String message) {
        if (!happened) {
            refuse(message);
        }
    }

    private static Problem placed(Hint hint, String message) {
        Problem problem = new Problem(message);
        return hint.place().map(problem::at).orElse(problem);
    }

    List<Problem> warnings() {
        return warnings;
    }

    void throwIfAny() {
        Problems.throwIfAny(problems);
    }
}
