package org.robotoverlord.changelog.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robotoverlord.changelog.Documents.told;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.Documents;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.changelog.ChangelogReader;
import org.robotoverlord.changelog.schema.Setting;

/** A line in which changelogs stand in for others, and what can't be one. */
class ReplacingTest {
    private static final Setting SETTING = new Setting("public", Set.of());
    private static final String ONE = id(1, "one");
    private static final String TWO = id(2, "two");
    private static final String THREE = id(3, "three");
    private static final String FOUR = id(4, "four");
    private static final String FIVE = id(5, "five");
    private static final String OLD = id(3, "old");
    private static final String OLDER = id(4, "older");

    private static String id(int number, String name) {
        return number + "_20260524193000_" + name;
    }

    private static Changelog log(String id, String parent, String... replaces) {
        String text = "description: x\n" + (parent == null ? "" : "parent: " + parent + "\n") + "changes: []\n"
                + (replaces.length == 0 ? "" : "replaces: [" + String.join(", ", replaces) + "]\n");
        return ChangelogReader.read(ChangelogId.parse(id).orElseThrow(), id + ".yaml", Documents.bytes(text));
    }

    private static List<Changelog> five() {
        return new ArrayList<>(
                List.of(log(ONE, null), log(TWO, ONE), log(THREE, TWO), log(FOUR, THREE), log(FIVE, FOUR)));
    }

    private static List<Changelog> with(Changelog... squashes) {
        List<Changelog> all = five();
        all.addAll(List.of(squashes));
        return all;
    }

    private static History line(List<Changelog> all) {
        return History.of(all);
    }

    @Test
    void a_squash_stands_in_the_line_for_what_it_replaces() {
        History history = line(with(log(OLD, null, ONE, TWO, THREE)));

        assertThat(history).hasToString(OLD + " → " + FOUR + " → " + FIVE);
        assertThat(history.line().get(1).parent()).contains(OLD);
        assertThat(history.nextNumber()).isEqualTo(6);
    }

    @Test
    void what_comes_after_it_may_name_it_or_the_last_that_it_replaces() {
        assertThat(line(List.of(log(OLD, null, ONE, TWO, THREE), log(FOUR, THREE), log(FIVE, FOUR))))
                .hasToString(OLD + " → " + FOUR + " → " + FIVE);
        assertThat(line(List.of(log(OLD, null, ONE, TWO, THREE), log(FOUR, OLD), log(FIVE, FOUR))))
                .hasToString(OLD + " → " + FOUR + " → " + FIVE);
    }

    @Test
    void one_may_begin_within_the_line() {
        assertThat(line(with(log(OLDER, ONE, TWO, THREE, FOUR)))).hasToString(ONE + " → " + OLDER + " → " + FIVE);
    }

    @Test
    void two_may_follow_each_other() {
        String late = id(5, "late");
        assertThat(line(with(log(OLD, null, ONE, TWO, THREE), log(late, OLD, FOUR, FIVE))))
                .hasToString(OLD + " → " + late);
        assertThat(line(with(log(OLD, null, ONE, TWO, THREE), log(late, THREE, FOUR, FIVE))))
                .hasToString(OLD + " → " + late);
    }

    @Test
    void one_may_replace_another_whether_that_is_there_or_not() {
        Changelog outer = log(OLDER, null, OLD, FOUR);
        assertThat(line(with(log(OLD, null, ONE, TWO, THREE), outer))).hasToString(OLDER + " → " + FIVE);
        assertThat(line(List.of(outer, log(FIVE, FOUR)))).hasToString(OLDER + " → " + FIVE);
    }

    @Test
    void some_of_what_it_replaces_may_be_gone() {
        assertThat(line(List.of(log(TWO, ONE), log(OLD, null, ONE, TWO, THREE), log(FOUR, THREE))))
                .hasToString(OLD + " → " + FOUR);
    }

    @Test
    void a_database_that_goes_its_own_way_has_the_others_in_its_line() {
        List<ChangelogFile> files =
                with(log(OLD, null, ONE, TWO, THREE), log(OLDER, null, OLD, FOUR), log(id(6, "six"), OLDER)).stream()
                        .filter(each -> !each.id().toString().equals(FIVE))
                        .map(each -> file(each))
                        .toList();
        assertThat(History.read(files, SETTING, Set.of(OLDER))).hasToString(OLD + " → " + FOUR + " → " + id(6, "six"));
        assertThat(History.read(files, SETTING, Set.of(OLDER, OLD)))
                .hasToString(ONE + " → " + TWO + " → " + THREE + " → " + FOUR + " → " + id(6, "six"));
        assertThat(History.read(files, SETTING, Set.of(OLD))).hasToString(OLDER + " → " + id(6, "six"));
    }

    private static ChangelogFile file(Changelog of) {
        String text = of.parent().map(parent -> "parent: " + parent + "\n").orElse("") + "changes: []\n"
                + (of.replaces().isEmpty() ? "" : "replaces: [" + String.join(", ", of.replaces()) + "]\n");
        return new ChangelogFile(of.id(), of.path(), Documents.bytes(text));
    }

    @Test
    void a_gap_is_told() {
        assertThat(told(() -> line(with(log(OLD, null, ONE, THREE)))))
                .containsExactly(OLD + ".yaml:3:11: it replaces '" + ONE + "' and then '" + THREE
                        + "', but that comes after '" + TWO + "'; name all of a stretch of the line");
        assertThat(told(() -> line(List.of(log(TWO, ONE), log(OLD, null, ONE, THREE), log(FOUR, THREE)))))
                .containsExactly(OLD + ".yaml:3:11: it replaces changelogs of the numbers 1 to 3, and not '" + TWO
                        + "', which lies among them; add that, or put it after them: mvn robot:rebase -Dname=" + TWO);
    }

    @Test
    void what_is_in_no_line_is_told() {
        assertThat(told(() -> line(with(log(OLD, null, "old_one", TWO, THREE)))))
                .containsExactly(OLD + ".yaml:3:11: it replaces 'old_one', which is no changelog's id; an id is such as"
                        + " 2_20260525081500_add_user_verification");
        assertThat(told(() -> line(with(log(OLD, null, ONE, id(2, "tow"), THREE)))))
                .containsExactly(OLD + ".yaml:3:11: it replaces changelogs of the numbers 1 to 3, and not '" + TWO
                        + "', which lies among them; add that, or put it after them: mvn robot:rebase -Dname=" + TWO);
        assertThat(told(() -> line(with(log(OLD, null, TWO, ONE, THREE)))))
                .containsExactly(OLD + ".yaml:3:11: it replaces '" + TWO + "' and then '" + ONE
                        + "', which isn't the order of the line; name each once, lowest number first");
        assertThat(told(() -> line(with(log(OLD, null, ONE, TWO, OLD)))))
                .containsExactly(OLD + ".yaml:3:11: it replaces itself; name the changelogs that it stands in for");
    }

    @Test
    void a_number_that_is_not_the_last_ones_is_told() {
        assertThat(told(() -> line(with(log(id(9, "nine"), null, ONE, TWO, THREE)))))
                .containsExactly(
                        id(9, "nine") + ".yaml:3:11: it replaces changelogs up to number 3, so that must be its"
                                + " own number; rename the file");
    }

    @Test
    void a_parent_that_is_not_the_first_ones_is_told() {
        assertThat(told(() -> line(with(log(OLD, null, TWO, THREE)))))
                .containsExactly(OLD + ".yaml:1:1: it begins with '" + TWO + "', which comes after '" + ONE
                        + "', so it must come after that too, not after nothing");
    }

    @Test
    void two_that_cross_are_told() {
        assertThat(told(() -> line(with(log(OLD, null, ONE, TWO, THREE), log(OLDER, TWO, THREE, FOUR)))))
                .containsExactly(OLDER + ".yaml:4:11: it replaces '" + THREE + "', which '" + OLD
                        + "' replaces already; let it replace '" + OLD
                        + "' as a whole, or delete one of the two files");
    }

    @Test
    void a_changelog_made_meanwhile_after_one_within_is_told() {
        String late = id(6, "late");
        assertThat(told(() -> line(with(log(OLD, null, ONE, TWO, THREE), log(late, TWO)))))
                .containsExactly(late + ".yaml:2:9: its parent '" + TWO + "' is replaced by '" + OLD
                        + "' together with what comes after it; put it after that: mvn robot:rebase -Dname=" + late);
    }

    @Test
    void two_that_replace_each_other_are_told() {
        String one = id(3, "a");
        String other = id(3, "b");
        assertThat(told(() -> line(List.of(log(one, null, other), log(other, null, one)))))
                .containsExactly(other + ".yaml:3:11: it replaces '" + one
                        + "', which replaces it; delete one of the two files");
    }

    @Test
    void a_key_that_only_a_parser_would_find_is_refused() {
        String text = "description: x\nchanges: []\n\"repl\\u0061ces\": [" + ONE + "]\n";
        assertThat(told(() -> ChangelogReader.read(
                        ChangelogId.parse(OLD).orElseThrow(), OLD + ".yaml", Documents.bytes(text))))
                .containsExactly(
                        OLD + ".yaml:1:1: the key 'replaces' is written in an uncommon way; write it as 'replaces:'");
    }
}
