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

    private static Changelog log(String id, String parent, String... changes) {
        String head = parent == null ? "" : "description: x\nparent: " + parent + "\n";
        String items = changes.length == 0 ? "changes: []\n" : "changes:\n  - " + String.join("\n  - ", changes) + "\n";
        return ChangelogReader.read(ChangelogId.parse(id).orElseThrow(), id + ".yaml", Documents.bytes(head + items));
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
    void two_with_one_parent_are_told_with_what_each_changes_and_what_mends_it() {
        Changelog first = log(A, null, "createTable: {name: users, columns: {id: bigint, mail: text}}");
        Changelog one = log(B, A, "renameColumn: {table: users, from: mail, to: email}");
        Changelog other = log(
                "2_20260525000000_x",
                A,
                "renameColumn: {table: users, from: mail, to: address}",
                "addColumn: {table: users, column: {bio: text}}");

        assertThat(told(() -> line(first, one, other))).containsExactly("""
                2_20260525000000_x.yaml:2:9: '2_20260525000000_b' and '2_20260525000000_x' both come after \
                '1_20260524193000_a', so the changelogs fork there, and number 2 is taken more than once:
                  2_20260525000000_b.yaml
                    rename column users.mail to email
                  2_20260525000000_x.yaml
                    rename column users.mail to address
                    add column users.bio
                They touch in common: column users.mail.
                Put one after the other: mvn robot:rebase -Dname=2_20260525000000_x moves the last of them; name the one \
                that the fewest databases have.""");
    }

    @Test
    void what_reads_the_same_in_both_lines_and_differs_is_told_as_it_is_written() {
        Changelog first = log(A, null, "createTable: {name: users, columns: {id: bigint}}");
        assertThat(told(() -> line(
                        first,
                        log(
                                B,
                                A,
                                "addColumn: {table: users, column: {score: integer}}",
                                "addColumn: {table: users, column: {bio: text}}"),
                        log(
                                C,
                                A,
                                "addColumn: {table: users, column: {score: varchar(10)}}",
                                "addColumn: {table: users, column: {bio: text}}"))))
                .first()
                .asString()
                .contains("""
                        \n    add column users.score
                              - addColumn: {table: users, column: {score: integer}}
                            add column users.bio
                        """)
                .contains("""
                        \n    add column users.score
                              - addColumn: {table: users, column: {score: varchar(10)}}
                            add column users.bio
                        """);
    }

    @Test
    void a_table_that_one_drops_and_a_column_of_it_that_the_other_alters_are_in_common() {
        Changelog first = log(
                A,
                null,
                "createTable: {name: users, columns: {id: bigint}}",
                "createTable: {name: posts, columns: {id: bigint}}");

        assertThat(told(() -> line(
                        first,
                        log(B, A, "dropTable: {name: users}"),
                        log(C, A, "dropColumn: {table: users, column: id}"))))
                .first()
                .asString()
                .contains("They touch in common: column users.id.");
        assertThat(told(() -> line(
                        first,
                        log(B, A, "insert: {table: users, rows: [{id: 1}]}"),
                        log(C, A, "changeType: {table: users, column: id, to: integer}"))))
                .first()
                .asString()
                .contains("They touch in common: column users.id.");
        assertThat(told(() -> line(
                        first,
                        log(B, A, "dropTable: {name: posts}"),
                        log(C, A, "addColumn: {table: users, column: {bio: text}}"))))
                .first()
                .asString()
                .contains("They touch nothing in common.");
    }

    @Test
    void lines_of_several_fork_too_and_so_do_three() {
        Changelog d = log("3_20260526000000_d", B);

        assertThat(told(() -> line(log(A, null), log(B, A), d, log(C, A))))
                .first()
                .asString()
                .startsWith(C + ".yaml:2:9: '" + B + "' and '" + C + "' both come after '" + A
                        + "', so the changelogs fork there:")
                .contains("  3_20260526000000_d.yaml");
        assertThat(told(() -> line(log(A, null), log(B, A), d, log("4_20260526000000_e", A), log(C, A))))
                .first()
                .asString()
                .contains("'" + B + "', '4_20260526000000_e' and '" + C + "' all come after")
                .contains("moves the last of them first");
    }

    @Test
    void a_fork_within_a_line_of_another_is_told_too() {
        Changelog d = log("3_20260526000000_d", B);
        Changelog e = log("4_20260526000000_e", B);

        assertThat(told(() -> line(log(A, null), log(B, A), d, e, log(C, A))))
                .hasSize(2)
                .anyMatch(told -> told.contains("both come after '" + B + "'"))
                .anyMatch(told -> told.contains("both come after '" + A + "'"));
    }

    @Test
    void two_firsts_are_told() {
        assertThat(told(() -> line(log(A, null), log("1_20260524193000_x", null), log(B, A))))
                .first()
                .asString()
                .startsWith("1_20260524193000_x.yaml:1:1: '" + A
                        + "' and '1_20260524193000_x' both name no parent, so there"
                        + " is more than one first changelog, and number 1 is taken more than once:");
    }

    @Test
    void a_number_that_another_with_another_parent_has_is_told() {
        assertThat(told(() -> line(log(A, null), log(B, A), log("2_20260525000000_x", B))))
                .containsExactly("2_20260525000000_x.yaml:2:9: its parent '" + B
                        + "' has no lower number; numbers rise along the line:\n  2_20260525000000_x.yaml"
                        + "\nGive it the next number: mvn robot:rebase");
    }

    @Test
    void a_parent_that_is_not_there_is_told_with_the_nearest_one() {
        assertThat(told(() -> line(log(A, null), log(B, A), log(C, "2_20260525000000_bb"))))
                .containsExactly(C + ".yaml:2:9: its parent '2_20260525000000_bb' isn't there (did you mean '" + B
                        + "'?):\n  " + C
                        + ".yaml\nBring that file back; or, if it isn't needed, put this one after the others:"
                        + " mvn robot:rebase -Dname=" + C);
        assertThat(told(() -> line(log(B, A))))
                .containsExactly(B + ".yaml:2:9: its parent '" + A + "' isn't there:\n  " + B
                        + ".yaml\nBring that file back, or, if it is the first of all, take its 'parent' out.");
    }

    @Test
    void a_circle_is_told() {
        assertThat(told(() -> line(log(A, null), log(B, C), log(C, B))))
                .containsExactly(B + ".yaml:2:9: these come after each other in a circle:\n  " + B + ".yaml\n  " + C
                        + ".yaml\nPut them after the others, by their numbers: mvn robot:rebase -Dname=" + B);
        assertThat(told(() -> line(log(A, A))))
                .containsExactly(A + ".yaml:2:9: these come after each other in a circle:\n  " + A
                        + ".yaml\nTake the 'parent' of the first out.");
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
    }

    @Test
    void all_that_breaks_a_line_is_told_at_once() {
        assertThat(told(() -> line(log(A, null), log(B, null), log(C, "7_20260526000000_x"))))
                .hasSize(2);
    }
}
