package org.robotoverlord.changelog.yaml;

import java.util.ArrayList;
import java.util.List;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.problem.Unmerged;

/** Finds the lines by which git shows two sides that it couldn't merge. They are no YAML, and nobody means them. */
final class GitMarkers {
    private static final String BEGIN = "<<<<<<< ";
    private static final String END = ">>>>>>> ";

    private GitMarkers() {}

    /** @throws Problem for each place that git left to a person */
    static void requireNone(String path, String text) {
        if (!text.contains(BEGIN) && !text.contains(END)) {
            return;
        }
        List<Problem> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        int begin = 0;
        for (int line = 1; line <= lines.size(); line++) {
            String at = lines.get(line - 1);
            if (at.startsWith(BEGIN)) {
                begin = line;
            } else if (at.startsWith(END)) {
                found.add(problem(path, begin == 0 ? line : begin, line));
                begin = 0;
            }
        }
        if (begin > 0) {
            found.add(problem(path, begin, begin));
        }
        Problems.throwIfAny(found);
    }

    private static Problem problem(String path, int from, int to) {
        return new Unmerged(
                new Place(path, from, 1),
                "git couldn't merge this" + (to > from ? ", up to line " + to : "")
                        + ", and left it with conflict markers; write what is meant of both sides, and take the lines with"
                        + " <<<<<<<, ======= and >>>>>>> out");
    }
}
