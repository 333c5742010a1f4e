package org.robotoverlord.changelog.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robotoverlord.changelog.Documents.bytes;
import static org.robotoverlord.changelog.Documents.told;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.Documents;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Dialects;

class PlannerTest {
    private static final String A = "1_20260524193000_a";
    private static final String B = "3_20260525000000_b";
    private static final String C = "4_20260526000000_c";

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<AppliedRow> rows = new ArrayList<>();

    PlannerTest() {
        texts.put(
                A, "changes:\n  - createTable: {name: t, columns: {id: {type: bigint, primaryKey: true}, x: text}}\n");
        texts.put(B, "parent: " + A + "\nchanges:\n  - addColumn: {table: t, column: {y: text}}\n");
        texts.put(C, "parent: " + B + "\nchanges:\n  - dropColumn: {table: t, column: y}\n");
    }

    private List<ChangelogFile> files() {
        return texts.entrySet().stream().map(PlannerTest::file).toList();
    }

    private static ChangelogFile file(Map.Entry<String, String> entry) {
        return new ChangelogFile(
                ChangelogId.parse(entry.getKey()).orElseThrow(), entry.getKey() + ".yaml", bytes(entry.getValue()));
    }

    private void applied(String id) {
        interrupted(id, 1, 1);
    }

    private void interrupted(String id, int done, int total) {
        ChangelogFile file = file(Map.entry(id, texts.get(id)));
        rows.add(row(id, file.read().checksum(), file.hash(), done, total));
    }

    private static AppliedRow row(String id, String checksum, String hash, int done, int total) {
        Instant at = Instant.parse("2026-06-01T10:00:00Z");
        long number = Long.parseLong(id.substring(0, id.indexOf('_')));
        return new AppliedRow("models", id, number, checksum, hash, at, "ann", 5, "0.1.0", total, done);
    }

    private Planner planner(Map<String, String> placeholders) {
        Dialect dialect = Dialects.named("postgresql");
        return new Planner(
                Standing.of(files(), rows),
                dialect,
                dialect.newest(),
                Documents.SETTING,
                new Placeholders(placeholders));
    }

    private List<String> upgrade(Target target) {
        return shown(planner(Map.of()).upgrade(target));
    }

    private List<String> downgrade(Target target) {
        return shown(planner(Map.of()).downgrade(target));
    }

    private static List<String> shown(Plan plan) {
        return plan.changelogs().stream()
                .map(planned -> planned.direction() + " " + planned.file().id().number()
                        + (planned.stepsDone() == 0 ? "" : " from step " + planned.stepsDone())
                        + (planned.recorded() ? " recorded" : ""))
                .toList();
    }

    private static List<String> sql(Plan plan) {
        return plan.changelogs().stream()
                .flatMap(planned -> planned.steps().stream())
                .flatMap(step -> step.pieces().stream())
                .map(piece -> piece instanceof Piece.Run run
                        ? run.statement().sql()
                        : "look " + ((Piece.Look) piece).needed().column())
                .toList();
    }

    @Test
    void an_upgrade_applies_what_is_pending_in_order() {
        assertThat(upgrade(Target.USUAL)).containsExactly("UP 1", "UP 3", "UP 4");
        applied(A);
        assertThat(upgrade(Target.USUAL)).containsExactly("UP 3", "UP 4");
        assertThat(upgrade(Target.count(1))).containsExactly("UP 3");
        assertThat(upgrade(Target.version("3"))).containsExactly("UP 3");
        assertThat(upgrade(Target.version(B))).containsExactly("UP 3");
    }

    @Test
    void where_one_already_is_nothing_is_done() {
        applied(A);
        applied(B);

        assertThat(upgrade(Target.version("1"))).isEmpty();
        assertThat(upgrade(Target.version("3"))).isEmpty();
        assertThat(downgrade(Target.version("3"))).isEmpty();
        applied(C);
        assertThat(upgrade(Target.USUAL)).isEmpty();
    }

    @Test
    void with_nothing_to_do_no_file_is_parsed() {
        applied(A);
        texts.put(A, texts.get(A));
        texts.remove(B);
        texts.remove(C);
        rows.set(0, row(A, "another", file(Map.entry(A, "changes: [")).hash(), 1, 1));
        texts.put(A, "changes: [");

        assertThat(upgrade(Target.USUAL)).isEmpty();
    }

    @Test
    void a_downgrade_takes_back_the_newest_first() {
        applied(A);
        applied(B);
        applied(C);

        assertThat(downgrade(Target.USUAL)).containsExactly("DOWN 4 recorded");
        assertThat(downgrade(Target.count(2))).containsExactly("DOWN 4 recorded", "DOWN 3 recorded");
        assertThat(downgrade(Target.version("1"))).containsExactly("DOWN 4 recorded", "DOWN 3 recorded");
        assertThat(downgrade(Target.version(B))).containsExactly("DOWN 4 recorded");
        assertThat(downgrade(Target.version("0")))
                .containsExactly("DOWN 4 recorded", "DOWN 3 recorded", "DOWN 1 recorded");
    }

    @Test
    void a_target_that_is_not_there_is_told() {
        applied(A);

        assertThat(told(() -> upgrade(Target.version("2"))))
                .containsExactly("there is no changelog '2'; give a number or an id, as robot:history shows them");
        assertThat(told(() -> upgrade(Target.version("3_20260525000000_bb"))))
                .containsExactly("there is no changelog '3_20260525000000_bb' (did you mean '" + B
                        + "'?); give a number or an id, as robot:history shows them");
        assertThat(told(() -> downgrade(Target.version("3"))))
                .containsExactly("changelog '" + B
                        + "' isn't applied, so nothing can be taken back to it; the newest applied is '" + A + "'");
    }

    @Test
    void a_changelog_that_means_something_else_now_is_refused() {
        applied(A);
        texts.put(A, texts.get(A).replace("x: text", "x: integer"));

        assertThat(told(() -> upgrade(Target.USUAL)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        A + ".yaml: it was edited after it was applied: its changes mean something else now (checksum ")
                .endsWith(
                        "Restore the file as it was applied, and write what is new into a changelog of its own. Where the"
                                + " database has what the file says now, robot:repair accepts the edit.");
        assertThat(told(() -> downgrade(Target.USUAL))).hasSize(1);
    }

    @Test
    void one_that_was_edited_when_half_of_it_was_done_is_to_be_taken_back_first() {
        interrupted(A, 1, 3);
        texts.put(A, texts.get(A).replace("x: text", "x: integer"));

        assertThat(told(() -> upgrade(Target.USUAL)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(A + ".yaml: it was edited after some of its steps were applied: ")
                .endsWith("take back what was done of it with robot:downgrade, and edit it then. Where that can't be,"
                        + " robot:repair says what is left to do.");
    }

    @Test
    void a_changelog_that_only_looks_different_now_is_not() {
        applied(A);
        texts.put(A, "# Tables.\ndescription: new\n" + texts.get(A).replace("x: text", "x: {type: 'text'}"));

        assertThat(upgrade(Target.USUAL)).containsExactly("UP 3", "UP 4");
    }

    @Test
    void what_was_applied_and_is_not_here_is_refused() {
        applied(A);
        rows.add(row("2_20260524200000_gone", "c", "h", 1, 1));

        assertThat(told(() -> upgrade(Target.USUAL)))
                .containsExactly(
                        "changelog '2_20260524200000_gone' was applied to this database by ann at 2026-06-01T10:00:00Z and isn't here. Bring its file back (another branch may have it), or downgrade it from where it is. Where the file got another name, or is gone for good, robot:repair mends that.");
    }

    @Test
    void what_is_pending_below_what_is_applied_is_applied_where_the_order_does_not_matter() {
        texts.put(C, "parent: " + B + "\nchanges:\n  - addColumn: {table: t, column: {z: text}}\n");
        applied(A);
        applied(C);

        assertThat(upgrade(Target.USUAL)).containsExactly("UP 3");
        assertThat(downgrade(Target.USUAL)).containsExactly("DOWN 4 recorded");
    }

    @Test
    void what_is_pending_below_what_is_applied_is_refused_where_the_order_matters() {
        texts.put(C, "parent: " + B + "\nchanges:\n  - addColumn: {table: t, column: {y: integer}}\n");
        applied(A);
        applied(C);

        assertThat(told(() -> upgrade(Target.USUAL)))
                .first()
                .asString()
                .startsWith("changelog '" + B + "' comes before '" + C
                        + "', which this database has already, and the order matters:\n  column t.y: ")
                .endsWith("mvn robot:downgrade -Dversion=1, then mvn robot:upgrade.");
    }

    @Test
    void what_is_pending_below_what_is_applied_and_needs_it_is_refused() {
        applied(A);
        applied(C);

        assertThat(told(() -> upgrade(Target.USUAL)))
                .first()
                .asString()
                .startsWith("changelog '" + B + "' isn't applied, though '" + C + "', which comes after, is, and one of"
                        + " them can't happen so:\n  " + C + ".yaml:3:");
    }

    @Test
    void errors_of_all_files_are_told_before_anything_is_planned() {
        texts.put(B, "changes: [");
        texts.put(C, "chages: []");

        assertThat(told(() -> upgrade(Target.count(1)))).hasSize(2);
    }

    @Test
    void errors_of_all_edited_files_are_told_at_once() {
        applied(A);
        applied(B);
        texts.put(A, "changes: [");
        texts.put(B, "chages: []");

        assertThat(told(() -> upgrade(Target.USUAL))).hasSize(2);
        texts.put(C, "parent: [x]\nchanges: []");
        assertThat(told(() -> upgrade(Target.USUAL))).hasSize(3);
    }

    @Test
    void a_changelog_without_a_change_can_not_be_applied() {
        texts.put(B, "parent: " + A + "\nchanges:\n");
        texts.put(C, "parent: " + B + "\nchanges:\n  - dropColumn: {table: t, column: y}\n");

        assertThat(told(() -> upgrade(Target.USUAL)))
                .containsExactly(
                        B
                                + ".yaml: it has no change yet, so it can't be applied; write its changes, or delete the file",
                        C + ".yaml:3:36: table 't' has no column 'y'; it has [id, x]");
    }

    @Test
    void what_has_no_way_back_is_refused_before_anything_runs() {
        texts.put(
                B,
                "parent: " + A
                        + "\nchanges:\n  - sql: {up: select 1}\n  - delete: {table: t, where: 'true'}\n  - insert: {table: t, rows: [{x: a}]}\n");
        texts.remove(C);
        applied(A);
        applied(B);

        assertThat(told(() -> downgrade(Target.USUAL)))
                .containsExactly(
                        B
                                + ".yaml:3:5: the sql 'select 1' has no down, so it can't be taken back; write one, or down: none",
                        B
                                + ".yaml:4:5: 'delete from t where true' can't be taken back by itself; write a down (SQL, or none)",
                        B
                                + ".yaml:5:5: rows inserted into 't' don't give their primary key and can't be taken back by it; give it, or write a down");
    }

    @Test
    void nothing_is_owed_where_down_is_none() {
        texts.put(
                B,
                "parent: " + A
                        + "\nchanges:\n  - sql: {up: select 1, down: none}\n  - insert: {table: t, rows: [{id: 1}]}\n");
        texts.remove(C);
        applied(A);
        applied(B);

        assertThat(sql(planner(Map.of()).downgrade(Target.USUAL)))
                .singleElement()
                .asString()
                .startsWith("delete from");
    }

    @Test
    void placeholders_are_replaced_in_sql_and_in_set_and_where_alone() {
        texts.clear();
        texts.put(A, """
                changes:
                  - createTable: {name: t, columns: {id: {type: bigint, primaryKey: true}, x: {type: text, default: "${a}"}}}
                  - insert: {table: t, rows: [{id: 1, x: "${a}"}]}
                  - update: {table: t, set: {x: "${a}"}, where: "x = '$${a}'", down: none}
                  - sql: {up: "select '${a}'", down: none}
                """);

        assertThat(String.join("\n", sql(planner(Map.of("a", "o'k")).upgrade(Target.USUAL))))
                .contains("default '${a}'")
                .contains("(1, '${a}')")
                .contains("'o''k'")
                .contains("x = '${a}'")
                .contains("select 'o''k'");
    }

    @Test
    void every_unset_placeholder_is_told_with_its_place() {
        texts.clear();
        texts.put(A, "changes:\n  - sql: {up: 'select ${a}'}\n  - sql: {up: 'select ${b}'}\n");

        assertThat(told(() -> upgrade(Target.count(1))))
                .containsExactly(
                        A
                                + ".yaml:2:5: placeholder '${a}' has no value; set it in <placeholders>, or write $${a} for the text itself",
                        A
                                + ".yaml:3:5: placeholder '${b}' has no value; set it in <placeholders>, or write $${b} for the text itself");
    }

    @Test
    void rows_are_looked_at_first_and_late_where_the_changelog_itself_writes_them() {
        applied(A);
        texts.put(B, "parent: " + A + """

                changes:
                  - addColumn: {table: t, column: {y: text}}
                  - setNullable: {table: t, column: x, nullable: false}
                  - createTable: {name: u, columns: {a: text}}
                  - addColumn: {table: u, column: {b: {type: text, nullable: false}}}
                  - addColumn: {table: t, column: {z: {type: text, nullable: false}}}
                  - addColumn: {table: t, column: {f: {type: text, nullable: false}}, fill: x}
                  - update: {table: t, set: {y: a}, where: 'true', down: none}
                  - setNullable: {table: t, column: y, nullable: false}
                """);

        List<String> sql = sql(planner(Map.of()).upgrade(Target.version("3")));

        assertThat(sql.subList(0, 2)).containsExactly("look x", "look z");
        assertThat(sql).containsSubsequence("look b", "look y");
        assertThat(sql.indexOf("look y")).isGreaterThan(4);
        assertThat(sql).doesNotContain("look f");
    }

    @Test
    void statements_outside_a_transaction_are_steps_of_their_own() {
        texts.clear();
        texts.put(A, """
                changes:
                  - sql: {up: a, down: none}
                  - sql: {up: [b, c], down: [d, e], transactional: false}
                  - sql: {up: f, down: none}
                  - sql: {up: g, down: none}
                """);

        PlannedChangelog planned =
                planner(Map.of()).upgrade(Target.USUAL).changelogs().get(0);

        assertThat(planned.steps()).extracting(Step::transactional).containsExactly(true, false, false, true);
        assertThat(planned.isOneTransaction()).isFalse();
    }

    @Test
    void an_interrupted_changelog_goes_on_or_is_taken_back_from_where_it_is() {
        texts.clear();
        texts.put(A, """
                changes:
                  - createTable: {name: t, columns: {a: text}}
                  - sql: {up: [b], down: [d], transactional: false}
                  - sql: {up: f, down: g}
                """);
        interrupted(A, 2, 3);

        assertThat(upgrade(Target.USUAL)).containsExactly("UP 1 from step 2 recorded");
        assertThat(sql(planner(Map.of()).downgrade(Target.USUAL)))
                .as("what was done: the table and the first sql")
                .hasSize(2)
                .doesNotContain("g");
    }

    @Test
    void one_that_was_being_taken_back_is_taken_back_and_then_applied() {
        texts.clear();
        texts.put(A, """
                changes:
                  - createTable: {name: t, columns: {a: text}}
                  - sql: {up: [b], down: [d], transactional: false}
                  - sql: {up: f, down: g}
                """);
        interrupted(A, -1, 3);

        assertThat(upgrade(Target.USUAL)).containsExactly("DOWN 1 from step 2 recorded", "UP 1");
        assertThat(downgrade(Target.USUAL)).containsExactly("DOWN 1 from step 2 recorded");
    }

    @Test
    void one_that_ended_within_a_change_is_finished_and_taken_back_then() {
        texts.clear();
        texts.put(A, "changes:\n  - sql: {up: [b, c], down: [d], transactional: false}\n");
        interrupted(A, 1, 2);

        assertThat(downgrade(Target.USUAL)).containsExactly("UP 1 from step 1 recorded", "DOWN 1 recorded");
    }

    @Test
    void steps_that_were_cut_otherwise_are_not_gone_on_with() {
        texts.clear();
        texts.put(A, """
                changes:
                  - sql: {up: a, down: none}
                  - sql: {up: [b, c], down: [d, e], transactional: false}
                """);
        interrupted(A, 2, 4);

        String told =
                A + ".yaml: a run ended within it when it had 4 steps, and now it has 3; finish it with the version of"
                        + " the tool, the placeholders and the server that it was begun with";
        assertThat(told(() -> upgrade(Target.USUAL))).containsExactly(told);
        assertThat(told(() -> downgrade(Target.USUAL))).containsExactly(told);
    }

    @Test
    void the_steps_of_a_way_back_that_were_cut_otherwise_are_not_gone_on_with() {
        texts.clear();
        texts.put(A, "changes:\n  - sql: {up: [b, c], down: [d, e], transactional: false}\n");
        interrupted(A, -3, 3);

        assertThat(told(() -> downgrade(Target.USUAL)))
                .singleElement()
                .asString()
                .contains("had 3 steps, and now it has 2");
    }

    @Test
    void the_statement_that_a_run_ended_at_is_in_doubt_unless_it_was_in_a_transaction() {
        texts.clear();
        texts.put(A, """
                changes:
                  - sql: {up: a, down: none}
                  - sql: {up: [b, c], down: [d, e], transactional: false}
                """);
        assertThat(doubts(planner(Map.of()).upgrade(Target.USUAL))).isEmpty();
        interrupted(A, 0, 3);
        assertThat(doubts(planner(Map.of()).upgrade(Target.USUAL))).isEmpty();
        rows.clear();
        interrupted(A, 1, 3);
        assertThat(doubts(planner(Map.of()).upgrade(Target.USUAL))).containsExactly("UP b");
        assertThat(doubts(planner(Map.of()).downgrade(Target.USUAL))).containsExactly("UP b");
        rows.clear();
        interrupted(A, -1, 2);
        assertThat(doubts(planner(Map.of()).downgrade(Target.USUAL))).containsExactly("DOWN e");
        rows.clear();
        applied(A);
        assertThat(doubts(planner(Map.of()).downgrade(Target.USUAL))).isEmpty();
    }

    private static List<String> doubts(Plan plan) {
        return plan.changelogs().stream()
                .flatMap(planned -> planned.doubt().stream())
                .map(doubt -> doubt.direction() + " " + doubt.statement().sql())
                .toList();
    }
}
