package org.robotoverlord.changelog.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robotoverlord.changelog.Documents.told;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.Documents;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.changelog.ChangelogReader;

class HistoryTest {
    private static final String A = "1_20260524193000_a";
    private static final String B = "2_20260525000000_b";
    private static final String C = "5_20260526000000_c";

    private static Changelog log(String id, String parent) {
        String head = parent == null ? "" : "description: x\nparent: " + parent + "\n";
        return ChangelogReader.read(
                ChangelogId.parse(id).orElseThrow(), id + ".yaml", Documents.bytes(head + "changes: []\n"));
    }

    private static History line(Changelog... changelogs) {
        return History.of(Arrays.asList(changelogs));
    }

    @Test
    void changelogs_stand_in_the_order_of_their_numbers_and_gaps_are_allowed() {
        History history = line(log(C, B), log(A, null), log(B, A));

        assertThat(history).hasToString(A + " → " + B + " → " + C);
        assertThat(history.head().orElseThrow().id()).hasToString(C);
        assertThat(history.nextNumber()).isEqualTo(6);
    }

    @Test
    void numbers_are_numbers_and_no_texts() {
        assertThat(line(log("9_20260524193000_a", null), log("10_20260524193000_b", "9_20260524193000_a")))
                .hasToString("9_20260524193000_a → 10_20260524193000_b");
    }

    @Test
    void an_empty_history_begins_at_one() {
        assertThat(History.of(List.of()).nextNumber()).isEqualTo(1);
        assertThat(History.of(List.of()).head()).isEmpty();
        assertThat(History.of(List.of()).changes()).isEmpty();
    }

    @Test
    void two_files_of_one_number_are_told() {
        assertThat(told(() -> line(log(A, null), log("2_20260525000000_x", A), log(B, A))))
                .containsExactly("2_20260525000000_x.yaml: number 2 is taken by '" + B
                        + "' too; give one of the two files the next number, and name the other as its parent");
    }

    @Test
    void a_fork_is_told_with_what_to_do() {
        assertThat(told(() -> line(log(A, null), log(B, A), log(C, A))))
                .containsExactly(C + ".yaml:2:9: '" + B + "' and '" + C + "' both come after '" + A
                        + "'; put one after the other: give it the higher number and the other as its parent");
    }

    @Test
    void a_parent_that_is_not_there_is_told_with_the_nearest_one() {
        assertThat(told(() -> line(log(A, null), log(B, A), log(C, "2_20260525000000_bb"))))
                .containsExactly(C + ".yaml:2:9: its parent '2_20260525000000_bb' isn't there (did you mean '" + B
                        + "'?); bring that file back, or name the one before it");
        assertThat(told(() -> line(log(B, A))))
                .containsExactly(B + ".yaml:2:9: its parent '" + A + "' isn't there; bring that file back");
    }

    @Test
    void every_changelog_but_the_first_names_its_parent() {
        assertThat(told(() -> line(log(A, null), log(B, null))))
                .containsExactly(
                        B + ".yaml:1:1: it names no parent, though it isn't the first; add 'parent: " + A + "'");
    }

    @Test
    void numbers_rise_along_the_line() {
        assertThat(told(() -> line(log(A, B), log(B, null))))
                .first()
                .asString()
                .startsWith(A + ".yaml:2:9: its parent '" + B + "' has no lower number; numbers rise along the line");
        assertThat(told(() -> line(log(A, A)))).first().asString().contains("has no lower number");
    }

    @Test
    void all_that_breaks_a_line_is_told_at_once() {
        assertThat(told(() -> line(log(A, null), log(B, null), log(C, "7_20260526000000_x"))))
                .hasSize(2);
    }
}
