package org.robotoverlord.changelog.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.problem.Finding;
import org.robotoverlord.changelog.problem.Place;

class GitlabCodeQualityTest {
    @Test
    void each_has_what_gitlab_asks_for() {
        JsonArray report = report(SomeFindings.ALL);
        assertThat(report)
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.getAsJsonObject().keySet())
                        .containsExactly("description", "check_name", "fingerprint", "severity", "location"));
        JsonObject first = report.get(0).getAsJsonObject();
        assertThat(first.get("description").getAsString())
                .isEqualTo("100% of it: 'a | <b>_c_',\nand \"more\". Mend it.");
        assertThat(first.get("check_name").getAsString()).isEqualTo("robot:check/models");
        assertThat(first.get("fingerprint").getAsString()).matches("[0-9a-f]{64}");
        assertThat(report)
                .extracting(entry -> entry.getAsJsonObject().get("severity").getAsString())
                .containsExactly("major", "minor", "major");
        assertThat(report)
                .extracting(entry -> entry.getAsJsonObject().get("location").toString())
                .containsExactly(
                        "{\"path\":\"shop/db/a,b:c.yaml\",\"lines\":{\"begin\":3}}",
                        "{\"path\":\"shop/db\",\"lines\":{\"begin\":1}}",
                        "{\"path\":\"shop/pom.xml\",\"lines\":{\"begin\":1}}");
    }

    @Test
    void a_report_without_findings_is_an_empty_list() {
        assertThat(report(List.of())).isEmpty();
    }

    @Test
    void a_fingerprint_stays_where_lines_move_and_is_nobody_elses() {
        Finding finding = SomeFindings.ALL.get(0);
        Finding moved = new Finding(
                finding.app(),
                finding.rule(),
                finding.severity(),
                Optional.of(new Place("db/a,b:c.yaml", 30, 7)),
                finding.text());
        assertThat(fingerprints(List.of(moved))).isEqualTo(fingerprints(List.of(finding)));
        assertThat(fingerprints(List.of(finding, moved, SomeFindings.ALL.get(1))))
                .doesNotHaveDuplicates();
    }

    @Test
    void reports_of_several_modules_are_one() {
        String one = GitlabCodeQuality.json(SomeFindings.ALL.subList(0, 1), path -> "a/" + path, "a/pom.xml");
        String other = GitlabCodeQuality.json(SomeFindings.ALL, path -> "b/" + path, "b/pom.xml");
        assertThat(JsonParser.parseString(GitlabCodeQuality.together(List.of(one, "[]\n", other)))
                        .getAsJsonArray())
                .hasSize(4)
                .containsAll(JsonParser.parseString(one).getAsJsonArray())
                .containsAll(JsonParser.parseString(other).getAsJsonArray());
    }

    private static List<String> fingerprints(List<Finding> findings) {
        return StreamSupport.stream(report(findings).spliterator(), false)
                .map(entry -> entry.getAsJsonObject().get("fingerprint").getAsString())
                .toList();
    }

    private static JsonArray report(List<Finding> findings) {
        return JsonParser.parseString(GitlabCodeQuality.json(findings, path -> "shop/" + path, "pom.xml"))
                .getAsJsonArray();
    }
}
