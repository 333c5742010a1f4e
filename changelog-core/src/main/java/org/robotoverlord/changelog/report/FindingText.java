package org.robotoverlord.changelog.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.problem.Finding;

/** Findings for a person: a line each, and how many they are. */
public final class FindingText {
    private FindingText() {}

    /** A line for each that the goal fails by, and the sum of all. */
    public static String ofErrors(List<Finding> findings) {
        return Stream.concat(
                        findings.stream().filter(Finding::isError).map(Finding::toString), Stream.of(sum(findings)))
                .collect(Collectors.joining("\n"));
    }

    /** How many there are of each app: {@code 2 findings and 1 warning in app 'models'}. */
    public static String sum(List<Finding> findings) {
        Map<String, List<Finding>> ofApps = new LinkedHashMap<>();
        findings.forEach(finding ->
                ofApps.computeIfAbsent(finding.app(), app -> new ArrayList<>()).add(finding));
        return ofApps.entrySet().stream()
                .map(app -> counted(app.getValue()) + " in app '" + app.getKey() + "'")
                .collect(Collectors.joining(", "));
    }

    private static String counted(List<Finding> findings) {
        long errors = findings.stream().filter(Finding::isError).count();
        return Stream.of(counted(errors, "finding"), counted(findings.size() - errors, "warning"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" and "));
    }

    private static String counted(long number, String what) {
        return number == 0 ? "" : number + " " + what + (number == 1 ? "" : "s");
    }
}
