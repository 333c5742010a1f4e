package org.robotoverlord.changelog.problem;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that was found where several things are looked at and all of it is to be told: a {@link Problem} that nobody threw. It
 * isn't about how it is told: on a console, in a merge request, as JSON.
 *
 * @param app the app it was found in
 * @param rule who found it, as the end of a goal's name: {@code check/models}
 * @param severity whether the goal fails by it
 * @param place where it is written; empty where it isn't
 * @param text what was found, and what to do
 */
public record Finding(String app, String rule, Severity severity, Optional<Place> place, String text) {
    public Finding {
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
    }

    /** What a problem stands for, each as an error. */
    public static List<Finding> of(String app, String rule, Problem problem) {
        return Problems.of(problem).stream()
                .map(each -> new Finding(app, rule, Severity.ERROR, each.place(), each.text()))
                .toList();
    }

    /** Whether the goal fails by it. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code path:line:column: what was found. What to do.} */
    @Override
    public String toString() {
        return place.map(where -> where + ": ").orElse("") + text;
    }
}
