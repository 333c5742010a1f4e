package org.robotoverlord.changelog.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.robotoverlord.changelog.changelog.Checksum;
import org.robotoverlord.changelog.problem.Finding;
import org.robotoverlord.changelog.problem.Place;

/**
 * Findings as GitLab shows them in a merge request. See <a href="https://docs.gitlab.com/ci/testing/code_quality/">its report
 * format</a>. One without findings says that those of the run before are mended.
 */
public final class GitlabCodeQuality {
    private static final Gson JSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private GitlabCodeQuality() {}

    /**
     * The report.
     *
     * @param paths makes of a path one from the top of the repository
     * @param elsewhere the path of what has no place of its own, as each entry needs one
     */
    public static String json(List<Finding> findings, UnaryOperator<String> paths, String elsewhere) {
        Map<String, Integer> times = new HashMap<>();
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Finding finding : findings) {
            Place place = finding.place().orElse(Place.of(elsewhere));
            String path = paths.apply(place.path());
            String same = String.join("\n", finding.app(), finding.rule(), path, finding.text());
            int before = times.merge(same, 1, Integer::sum) - 1;
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("description", finding.text());
            entry.put("check_name", "robot:" + finding.rule());
            // Without its line, which moves with what is written above it.
            entry.put("fingerprint", Checksum.ofBytes((same + "\n" + before).getBytes(StandardCharsets.UTF_8)));
            entry.put("severity", finding.isError() ? "major" : "minor");
            entry.put("location", location(path, place));
            entries.add(entry);
        }
        return JSON.toJson(entries) + "\n";
    }

    /** Several reports as one, as GitLab takes no more from a job. */
    public static String together(Collection<String> reports) {
        JsonArray all = new JsonArray();
        reports.forEach(report -> all.addAll(JsonParser.parseString(report).getAsJsonArray()));
        return JSON.toJson(all) + "\n";
    }

    private static Map<String, Object> location(String path, Place place) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("path", path);
        location.put("lines", Map.of("begin", Math.max(1, place.line())));
        return location;
    }
}
