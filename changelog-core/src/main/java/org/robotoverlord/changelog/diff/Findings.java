package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.List;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.schema.Hint;

/** What a diff found to tell: warnings, and what is wrong, all of it at once. */
final class Findings {
    private final List<Problem> warnings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    void warn(Hint hint, String message) {
        warnings.add(placed(hint, message));
    }

    void refuse(Hint hint, String message) {
        problems.add(placed(hint, message));
    }

    void refuse(String message) {
        problems.add(new Problem(message));
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
