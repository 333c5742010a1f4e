package org.robotoverlord.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;

/**
 * How far a goal is to go, as it was given.
 *
 * @param given how the parameters were given
 * @param version the changelog that is the newest one applied then
 * @param count how many changelogs at the most
 */
record HowFar(GivenParameters given, Optional<String> version, Optional<String> count) {
    /** The parameters that say it, as they were given: {@code -Dversion}. */
    List<String> said() {
        List<String> said = new ArrayList<>();
        version.ifPresent(text -> said.add(given.said("version")));
        count.ifPresent(text -> said.add(given.said("count")));
        return said;
    }

    /** @throws Problem if it isn't understood */
    Target target() {
        if (said().size() > 1) {
            throw new Problem("both " + String.join(" and ", said()) + " say how far to go; leave one out");
        }
        return version.map(Target::version).or(() -> count.map(this::counted)).orElse(Target.USUAL);
    }

    private Target counted(String text) {
        if (!text.matches("0*[1-9]\\d{0,8}")) {
            throw new Problem(given.said("count") + " takes a whole number from 1 on, not '" + text + "'");
        }
        return Target.count(Long.parseLong(text));
    }
}
