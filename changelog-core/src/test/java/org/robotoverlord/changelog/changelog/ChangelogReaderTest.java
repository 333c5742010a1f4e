package org.robotoverlord.changelog.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robotoverlord.changelog.Documents.bytes;
import static org.robotoverlord.changelog.Documents.changelog;
import static org.robotoverlord.changelog.Documents.told;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.Documents;
import org.robotoverlord.changelog.Mutation;
import org.robotoverlord.changelog.history.SchemaAt;
import org.robotoverlord.changelog.model.ModelFile;
import org.robotoverlord.changelog.model.YamlModels;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

class ChangelogReaderTest {
    private static final String VALID = """
            # A whole changelog.
            description: "Adds e-mail verification: to users."
            parent: 1_20260524193000_init
            changes:
              - createEnum: {name: user_role, values: [citizen, 'no', overlord], comment: Who.}
              - createTable:
                  name: users
                  columns:
                    id: {type: bigint, identity: {always: true, start: 5}}
                    email: &mail {type: varchar(320), nullable: false, unique: true}
                    other: *mail
                    role: {type: user_role, default: citizen, index: true}
                    score: {type: "decimal(10,2)", default: 0, check: {name: positive, check: score >= 0}}
                    at: {type: timestamptz, default: {sql: now()}}
                    up: {type: text, generated: {sql: "upper(email)", stored: true}}
                    boss: {type: bigint, references: {table: users, onDelete: set null}}
                  primaryKey: [id]
                  indexes: {lower_idx: {columns: [{sql: lower(email)}, {column: at, order: desc}], where: role <> 'no'}}
              - addColumn: {table: users, column: {verified_at: timestamptz}}
              - renameColumn: {table: users, from: score, to: points}
              - setNullable: {table: users, column: role, nullable: false, fill: citizen}
              - insert: {table: users, rows: [{email: a, other: b}], down: none}
              - sql:
                  up: |
                    update users
                      set role = 'no';
                  down: [select 1, "select 2"]
            """;

    @Test
    void a_changelog_says_what_it_is_and_what_happens() {
        Changelog changelog = changelog("2_20260525081500_add", VALID);

        assertThat(changelog.id()).hasToString("2_20260525081500_add");
        assertThat(changelog.description()).contains("Adds e-mail verification: to users.");
        assertThat(changelog.parent()).contains("1_20260524193000_init");
        assertThat(changelog.parentPlace()).hasToString("f:3:9");
        assertThat(changelog.replaces()).isEmpty();
        assertThat(changelog.changes())
                .extracting(
                        change -> change.place().line() + " " + change.change().describe())
                .containsExactly(
                        "5 create enum user_role",
                        "6 create table users",
                        "19 add column users.verified_at",
                        "20 rename column users.score to points",
                        "21 make users.role not null",
                        "22 insert 1 row into users",
                        "23 sql update users …");
    }

    @Test
    void replaces_are_ids() {
        assertThat(changelog("replaces: [1_20260524193000_a, 2_20260524193000_b]\nchanges: []")
                        .replaces())
                .containsExactly("1_20260524193000_a", "2_20260524193000_b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"changes:", "changes: []", "changes: ~", "parent: x\nchanges:\n  # later\n"})
    void changes_without_an_entry_are_valid(String text) {
        assertThat(changelog(text).changes()).isEmpty();
    }

    @Test
    void a_file_without_changes_is_told() {
        assertThat(told(() -> changelog("")))
                .containsExactly(
                        "f: the file is empty; a changelog has 'changes' (and 'parent', unless it is the first)");
        assertThat(told(() -> changelog("# later\n")))
                .hasSize(1)
                .first()
                .asString()
                .contains("the file is empty");
        assertThat(told(() -> changelog("---\n")))
                .containsExactly("f:2:1: a changelog needs 'changes'; add it, with no entry if nothing happens");
        assertThat(told(() -> changelog("description: x\n")))
                .containsExactly("f:1:1: a changelog needs 'changes'; add it, with no entry if nothing happens");
        assertThat(told(() -> changelog("- dropTable: {name: x}\n")))
                .containsExactly(
                        "f:1:1: a changelog is a list; write a mapping with [description, parent, changes, replaces]");
    }

    @Test
    void every_error_is_told_at_once_with_its_place() {
        assertThat(told(() -> changelog("""
                descripton: x
                changes:
                  - addColum: {}
                  - addColumn: {table: users, colum: {a: text}}
                  - dropTable: {name: a, name: b}
                  - dropTable: {name: a}
                    dropIndex: {name: a}
                  - renameTable:
                    from: a
                    to: b
                  - dropTable
                  - createTable:
                      name: t
                      columns:
                        a: {type: decimal(10,2), nullable: no}
                        b: {type: varchr}
                        c: {type: text, default: [a]}
                  - setNullable: {table: users, column: a, nullable: yes}
                changes: []
                """)))
                .containsExactly(
                        "f:1:1: a changelog has no 'descripton' (did you mean 'description'?); it takes [description, parent, changes, replaces]",
                        "f:3:5: there is no change 'addColum' (did you mean 'addColumn'?); the kinds are " + kinds(),
                        "f:4:31: addColumn has no 'colum' (did you mean 'column'?); it takes [table, column, fill]",
                        "f:5:26: key 'name' stands twice in dropTable; keep one",
                        "f:7:5: 'dropIndex' stands beside 'dropTable', and a change has one key; begin each change with '- '",
                        "f:9:5: 'from' stands beside 'renameTable', and a change has one key; indent it below 'renameTable'",
                        "f:11:5: an item of 'changes' is 'dropTable'; write a mapping with one key, its kind, such as {createTable: …}",
                        "f:15:30: 'a' has no '2)'; it is the rest of a value that holds a comma: put that value in quotes, as in type: \"decimal(10,2)\"",
                        "f:17:34: 'default' is a list; write one value",
                        "f:18:54: 'nullable' is 'yes'; write true or false",
                        "f:19:1: key 'changes' stands twice in a changelog; keep one");
    }

    private static String kinds() {
        return org.robotoverlord.changelog.yaml.Kinds.of(org.robotoverlord.changelog.change.Change.class)
                .names()
                .toString();
    }

    @Test
    void a_problem_found_later_is_told_at_the_part_it_is_about() {
        PlacedChange change = changelog("changes:\n  - addForeignKey: {table: a, name: b, columns: [c], references: d}")
                .changes()
                .get(0);

        assertThat(change.locate(new Problem("x").about("references"))).hasMessage("f:2:66: x");
        assertThat(change.locate(new Problem("x").about("foreignKeys", "b", "columns")))
                .hasMessage("f:2:49: x");
        assertThat(change.locate(new Problem("x").about("nowhere"))).hasMessage("f:2:20: x");
        assertThat(change.locate(new Problem("x"))).hasMessage("f:2:5: x");
    }

    @Test
    void aliases_can_not_pile_changes_up_without_an_end() {
        StringBuilder tower = new StringBuilder("changes:\n  - &a0 {dropTable: {name: t}}\n");
        for (int i = 1; i < 3000; i++) {
            tower.append("  - &a" + i + " {sql: {up: x, schema: [*a" + (i - 1) + "]}}\n");
        }

        assertThat(told(() -> changelog(tower.toString()))).first().asString().contains("nested deeper than 50 levels");
    }

    /** Whatever stands in a file, it is read, or what is wrong is told with a place in it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_mutated_file_is_read_or_told_and_nothing_else(long seed) {
        Random random = new Random(seed);
        byte[] valid = bytes(VALID);
        byte[] model = bytes("schemas: [a]\nenums: {e: [a, {value: b, renamedFrom: c}]}\n"
                + VALID.lines()
                        .skip(5)
                        .limit(13)
                        .reduce("tables:\n", (text, line) -> text + line.replace("- createTable", "users") + "\n"));
        for (int i = 0; i < 5000; i++) {
            boolean ofModel = i % 3 == 0;
            byte[] mutated = Mutation.of(ofModel ? model : valid, random);
            String shown = "seed " + seed + ", input " + i + ":\n" + new String(mutated, StandardCharsets.UTF_8);
            assertReadOrTold(shown, () -> {
                if (ofModel) {
                    readModel(mutated);
                } else {
                    readChangelog(mutated, shown);
                }
            });
        }
    }

    private static void readChangelog(byte[] bytes, String shown) {
        Changelog changelog =
                ChangelogReader.read(ChangelogId.parse("2_20260525081500_a").orElseThrow(), "f", bytes);
        changelog.checksum();
        String written = ChangelogWriter.text(changelog.description(), changelog.parent(), changelog.plainChanges());
        assertThat(changelog("2_20260525081500_a", written).plainChanges())
                .as(shown + "\nwritten\n" + written)
                .isEqualTo(changelog.plainChanges());
        SchemaAt.after(List.of(changelog), Schema.empty(Documents.SETTING));
    }

    private static void readModel(byte[] bytes) {
        new YamlModels(List.of(new ModelFile("f", bytes)), Name.of("m"), table -> true).read(Documents.SETTING);
    }

    private static void assertReadOrTold(String shown, Runnable read) {
        try {
            read.run();
        } catch (Problem problem) {
            assertPlaced(problem, shown);
        } catch (RuntimeException | StackOverflowError bug) {
            throw new AssertionError(shown, bug);
        }
    }

    private static void assertPlaced(Problem problem, String shown) {
        for (Problem each : Problems.of(problem)) {
            assertThat(each.getMessage()).as(shown).startsWith("f:");
        }
    }

    @Test
    void a_file_that_is_none_is_not_told_line_by_line() {
        String text = "changes: []\n" + "a: b\n".repeat(300_000);

        List<String> told = told(() -> changelog(text));

        assertThat(told).hasSize(1001);
        assertThat(told.get(0)).contains(":3:1: key 'a' stands twice");
        assertThat(told.get(1000))
                .endsWith(": here the reading ends, as 1000 things are wrong before; mend those first");
    }
}
