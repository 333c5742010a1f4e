package org.robotoverlord.changelog.history;

import java.util.List;
import java.util.function.Function;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;

/** What a user names a changelog by: its number or its id. */
public final class Version {
    private Version() {}

    /**
     * The one that a version means.
     *
     * @param id the id of each
     * @param number the number of each
     * @throws Problem if there is none, with what may have been meant
     */
    public static <T> T find(String version, List<T> all, Function<T, String> id, Function<T, Long> number) {
        return all.stream()
                .filter(each -> version.equals(id.apply(each))
                        || version.equals(number.apply(each).toString()))
                .findFirst()
                .orElseThrow(() -> new Problem("there is no changelog '" + version + "'"
                        + Suggestion.of(version, all.stream().map(id).toList())
                        + "; give a number or an id, as robot:history shows them"));
    }
}
