package org.robotoverlord.changelog.history;

import java.util.Optional;
import org.robotoverlord.changelog.changelog.PlacedChange;

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

    private static String line(PlacedChange placed) {
        return "\n    " + placed;
    }
}
