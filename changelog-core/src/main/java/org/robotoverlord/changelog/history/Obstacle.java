package org.robotoverlord.changelog.history;

import java.util.Optional;
import org.robotoverlord.changelog.changelog.PlacedChange;
import org.robotoverlord.changelog.problem.Problem;

/**
 * Why two lines of changelogs can't change places, for one thing that both touch.
 *
 * @param things what both touch, as a person would call it
 * @param first the change of the one line
 * @param second the change of the other
 * @param why what is wrong if both happen, as a sentence
 */
public record Obstacle(String things, Optional<PlacedChange> first, Optional<PlacedChange> second, String why) {
    /** A line for it, and one for each of the changes. */
    @Override
    public String toString() {
        return things + ": " + why + first.map(Obstacle::line).orElse("")
                + second.map(Obstacle::line).orElse("");
    }

    /** What is wrong, without what its author would do: there is nothing to mend in a file of one line alone. */
    static String withoutAdvice(Problem why) {
        String sentence = why.text().lines().findFirst().orElse("");
        return sentence.split("; ", 2)[0].replaceFirst(" \\(did you mean .*\\)$", "");
    }

    private static String line(PlacedChange placed) {
        return "\n    " + placed;
    }
}
