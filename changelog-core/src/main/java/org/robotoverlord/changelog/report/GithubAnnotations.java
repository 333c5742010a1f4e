package org.robotoverlord.changelog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.robotoverlord.changelog.problem.Finding;
import org.robotoverlord.changelog.problem.Place;

/**
 * Findings as GitHub Actions shows them at the lines of a pull request, and in the summary of a run. See <a
 * href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">its workflow commands</a>.
 */
public final class GithubAnnotations {
    private GithubAnnotations() {}

    /**
     * Commands, a line each, to be printed as they are.
     *
     * @param paths makes of a path one from the top of the repository
     */
    public static List<String> commands(List<Finding> findings, UnaryOperator<String> paths) {
        return findings.stream().map(finding -> command(finding, paths)).toList();
    }

    private static String command(Finding finding, UnaryOperator<String> paths) {
        List<String> properties = new ArrayList<>();
        finding.place().ifPresent(place -> {
            properties.add("file=" + property(paths.apply(place.path())));
            if (place.line() > 0) {
                properties.add("line=" + place.line());
                properties.add("col=" + place.column());
            }
        });
        properties.add("title=" + property("robot:" + finding.rule()));
        return "::" + (finding.isError() ? "error" : "warning") + " " + String.join(",", properties) + "::"
                + data(finding.text());
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    /**
     * All of them as a table in Markdown; empty text where there are none.
     *
     * @param goal what found them
     * @param paths makes of a path one from the top of the repository
     */
    public static String summary(String goal, List<Finding> findings, UnaryOperator<String> paths) {
        if (findings.isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder("### robot:" + goal + ": " + markdown(FindingText.sum(findings))
                + "\n\n| | where | what |\n|---|---|---|\n");
        for (Finding finding : findings) {
            String where = finding.place()
                    .map(place -> new Place(paths.apply(place.path()), place.line(), place.column()).toString())
                    .orElse("");
            table.append("| " + (finding.isError() ? "error" : "warning") + " | " + markdown(where) + " | "
                    + markdown(finding.text()) + " |\n");
        }
        return table.append('\n').toString();
    }

    private static String markdown(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|~&])", "\\\\$1").replaceAll("\\R", "<br>");
    }
}
