package org.robotoverlord.changelog;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.history.History;
import org.robotoverlord.changelog.problem.Problem;

/**
 * Which changelogs one is to stand in for, and what it is called.
 *
 * @param from the number or the id of the first; empty for the first of all
 * @param to the number or the id of the last; empty for the newest
 * @param keep how many of the newest stay, where no last is given
 * @param name what it is called; empty for a name that says the numbers
 */
public record SquashRequest(Optional<String> from, Optional<String> to, Optional<Integer> keep, Optional<String> name) {
    /** @throws Problem where it isn't said which ones, or said twice */
    public SquashRequest {
        if (keep.isPresent() && (from.isPresent() || to.isPresent())) {
            throw new Problem(
                    "-Dkeep says how many of the newest stay, and -Dfrom and -Dto say which go; give one or the other");
        }
        if (keep.isEmpty() && from.isEmpty() && to.isEmpty()) {
            throw new Problem(
                    "it isn't said which changelogs one is to stand in for; say so, as in -Dkeep=20 for all but the"
                            + " newest 20, or -Dfrom=1 -Dto=20");
        }
        keep.filter(number -> number < 0).ifPresent(number -> {
            throw new Problem("-Dkeep takes a number from 0, not " + number);
        });
    }

    /** The place of the first in the line. */
    int first(History history) {
        return from.map(version -> place(version, history)).orElse(0);
    }

    /** The place after the last in the line. */
    int end(History history) {
        int size = history.line().size();
        return to.map(version -> place(version, history) + 1).orElse(Math.max(0, size - keep.orElse(0)));
    }

    private static int place(String version, History history) {
        List<Changelog> line = history.line();
        return line.indexOf(history.find(version));
    }
}
