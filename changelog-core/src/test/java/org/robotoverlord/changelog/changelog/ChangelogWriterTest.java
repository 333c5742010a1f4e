package org.robotoverlord.changelog.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robotoverlord.changelog.Documents.bytes;
import static org.robotoverlord.changelog.Documents.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.robotoverlord.changelog.change.AddEnumValue;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.CreateEnum;
import org.robotoverlord.changelog.change.CreateExtension;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.Insert;
import org.robotoverlord.changelog.change.RenameColumn;
import org.robotoverlord.changelog.change.SetComment;
import org.robotoverlord.changelog.change.SetDefault;
import org.robotoverlord.changelog.change.Sql;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Extension;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.TableBody;
import org.robotoverlord.changelog.schema.Value;

class ChangelogWriterTest {
    private static final ChangelogId ID =
            ChangelogId.parse("1_20260524193000_init").orElseThrow();

    private static String text(List<Change> changes) {
        return ChangelogWriter.text(Optional.empty(), Optional.empty(), changes);
    }

    private static Changelog read(String text) {
        return ChangelogReader.read(ID, "f", bytes(text));
    }

    private static void assertReadsBack(String odd) {
        List<Change> changes = new ArrayList<>();
        if (!odd.isEmpty()) {
            changes.add(new RenameColumn(Name.of(odd), odd, odd));
            changes.add(SetComment.ofTable(Name.of(odd, odd), Optional.of(odd)));
            changes.add(new CreateExtension(odd, new Extension(Optional.of(odd), Optional.of(odd))));
        }
        if (!odd.isBlank()) {
            changes.add(Sql.of(List.of(odd.strip() + "\n--" + odd + "."), List.of("a" + odd + ".")));
        }
        changes.add(new CreateEnum(Name.of("e"), EnumType.of(List.of(odd))));
        changes.add(new AddEnumValue(Name.of("e"), odd, Optional.of(odd), Optional.empty()));
        changes.add(new SetDefault(Name.of("t"), "c", Optional.of(Value.literal(odd))));
        Map<String, Value> row = new LinkedHashMap<>();
        row.put(odd, Value.literal(odd));
        row.put("null", Value.NULL);
        changes.add(new Insert(Name.of("t"), List.of(row, row), List.of(), false));

        String text = ChangelogWriter.text(Optional.of(odd), Optional.empty(), changes);
        Changelog back = read(text);

        assertThat(back.plainChanges()).as(text).isEqualTo(changes);
        assertThat(back.description()).as(text).isEqualTo(Optional.of(odd));
    }

    static List<String> odd_texts() {
        return List.of(
                "",
                " ",
                "null",
                "~",
                "Null",
                "true",
                "no",
                "on",
                "0012",
                "1e3",
                "0x1F",
                "1_000",
                "190:20:30",
                "2026-01-01",
                "2001-12-14t21:59:43.10-05:00",
                ".inf",
                "=",
                "<<",
                "-",
                "- x",
                "-x",
                "?",
                "? x",
                ":",
                "a: b",
                "a:b",
                "a:",
                ": a",
                "a #b",
                "a#b",
                "#a",
                "'",
                "''",
                "it's",
                "\"",
                "a\"b",
                "\\",
                "{",
                "}",
                "{a: b}",
                "[",
                "]",
                ",",
                "a, b",
                "&a",
                "*a",
                "!a",
                "!!str a",
                "|",
                ">",
                "%a",
                "@a",
                "`a",
                "---",
                "...",
                "--- a",
                " leading",
                "trailing ",
                "\tleading",
                "trailing\t",
                "a\tb",
                "a\nb",
                "a\nb\n",
                "a\n\nb\n\n",
                "\na",
                "\n",
                "\n\n",
                " a\nb",
                "a\n b",
                "a \nb",
                "a\n ",
                "a\t\nb",
                "\ta\nb",
                "a\r\nb",
                "\r",
                "a\u0085b",
                "a\u2028b\nc",
                "\u0000",
                "\u0007",
                "\u007f",
                "\ufeff",
                "\u00a0",
                "\ufffe",
                "é",
                "😀",
                "a\n😀\n",
                "# a\n# b",
                "- a\n- b",
                "select 'x: y' -- z\nfrom \"t\";\n",
                "x".repeat(200),
                "x ".repeat(200),
                "select 1; ".repeat(2000),
                "'".repeat(300));
    }

    @ParameterizedTest
    @MethodSource("odd_texts")
    void an_odd_text_reads_back_as_it_was(String odd) {
        assertReadsBack(odd);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void random_texts_read_back_as_they_were(long seed) {
        Random random = new Random(seed);
        String alphabet = "ab \n\t'\":#-{}[],&*!|>%@`?~\\0.=<éß😀\r\u0085\u2028\u00a0$()";
        int[] letters = alphabet.codePoints().toArray();
        for (int i = 0; i < 700; i++) {
            StringBuilder odd = new StringBuilder();
            int length = random.nextInt(i % 10 == 0 ? 200 : 12);
            for (int j = 0; j < length; j++) {
                odd.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            assertReadsBack(odd.toString());
        }
    }

    @Test
    void a_column_stands_on_a_line_and_nothing_is_said_twice() {
        List<Change> changes = changes("""
                - createTable:
                    name: users
                    comment: People and robots that post.
                    columns:
                      id: {type: bigint, identity: true}
                      email: {type: varchar(320), nullable: false, unique: true}
                      role: {type: text, nullable: false, default: citizen, index: true}
                      score: {type: "decimal(10,2)", nullable: false, default: 0, check: score >= 0}
                      created_at: {type: timestamptz, nullable: false, default: {sql: now()}}
                      handle: {type: text, generated: {sql: "lower(email)"}}
                      boss_id: {type: bigint, references: users}
                      bio: text
                    primaryKey: [id]
                - addColumn: {table: users, column: {verified_at: timestamptz}}
                - renameColumn: {table: users, from: bio, to: about}
                """);
        CreateTable create = (CreateTable) changes.get(0);
        Change written = new CreateTable(
                create.name(),
                TableBody.of(create.name(), create.table().expand(create.name()).table()));

        assertThat(text(List.of(written, changes.get(1), changes.get(2)))).isEqualTo("""
                changes:
                  - createTable:
                      name: users
                      comment: People and robots that post.
                      columns:
                        id: {type: bigint, identity: true}
                        email: {type: varchar(320), nullable: false}
                        role: {type: text, nullable: false, default: citizen}
                        score: {type: 'decimal(10,2)', nullable: false, default: 0}
                        created_at: {type: timestamptz, nullable: false, default: {sql: now()}}
                        handle: {type: text, generated: {sql: lower(email)}}
                        boss_id: bigint
                        bio: text
                      primaryKey: [id]
                      checks:
                        users_score_check: score >= 0
                      unique:
                        users_email_key: [email]
                      foreignKeys:
                        users_boss_id_fkey: {columns: [boss_id], references: users}
                      indexes:
                        users_role_idx: [role]
                  - addColumn: {table: users, column: {verified_at: timestamptz}}
                  - renameColumn: {table: users, from: bio, to: about}
                """);
    }

    @Test
    void a_text_of_several_lines_is_written_as_a_block() {
        assertThat(text(List.of(Sql.of(List.of("update users\nset a = 1;\n"), List.of("none")))))
                .isEqualTo("""
                changes:
                  - sql:
                      up: |-
                        update users
                        set a = 1;
                      down: none
                """);
    }

    @Test
    void what_is_too_long_for_a_line_is_spread_over_several() {
        String name = "a_rather_long_name_of_a_column_in_a_table_of_many_columns";
        String text =
                text(changes("- createIndex: {table: " + name + ", name: " + name + ", columns: [" + name + "]}"));

        assertThat(text)
                .isEqualTo("changes:\n  - createIndex:\n      table: " + name + "\n      name: " + name
                        + "\n      columns: [" + name + "]\n");
    }

    @Test
    void no_line_of_flow_is_wider_than_120_columns() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            List<String> columns = new ArrayList<>();
            for (int j = 0; j <= random.nextInt(8); j++) {
                columns.add("c" + j + "x".repeat(random.nextInt(20)) + (random.nextInt(4) == 0 ? "'s" : ""));
            }
            Map<String, Value> row = new LinkedHashMap<>();
            columns.forEach(column -> row.put(column, Value.literal(column)));
            String text = text(List.of(
                    new Insert(Name.of("t".repeat(1 + random.nextInt(30))), List.of(row), List.of(), false),
                    new CreateEnum(Name.of("e".repeat(1 + random.nextInt(60))), EnumType.of(columns))));
            assertThat(text.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
            assertThat(text(read(text).plainChanges())).isEqualTo(text);
        }
    }

    @Test
    void an_empty_changelog_names_every_kind_in_comments_and_is_valid() {
        String text = ChangelogWriter.emptyText(Optional.of("Data: what else?"), Optional.of("1_20260524193000_init"));

        assertThat(text)
                .contains("changes:\n")
                .contains("createTable")
                .contains("renameEnumValue")
                .contains("sql");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
        Changelog changelog = read(text);
        assertThat(changelog.changes()).isEmpty();
        assertThat(changelog.description()).contains("Data: what else?");
        assertThat(read(ChangelogWriter.emptyText(Optional.empty(), Optional.empty()))
                        .changes())
                .isEmpty();
    }

    @Test
    void it_is_shorter_than_one_and_a_half_times_the_sql_it_stands_for() {
        String sql = """
                create table "users" (
                  "id" bigint generated by default as identity not null,
                  "email" varchar(320) not null,
                  "name" text not null,
                  "created_at" timestamptz not null default now(),
                  constraint "users_pkey" primary key ("id"),
                  constraint "users_email_key" unique ("email"),
                  constraint "users_name_check" check (name <> '')
                );
                create index "users_name_idx" on "users" ("name");
                alter table "users" add column "age" integer;
                """;
        String yaml = text(changes("""
                - createTable:
                    name: users
                    columns:
                      id: {type: bigint, identity: true}
                      email: {type: varchar(320), nullable: false}
                      name: {type: text, nullable: false}
                      created_at: {type: timestamptz, nullable: false, default: {sql: now()}}
                    primaryKey: [id]
                    unique: {users_email_key: [email]}
                    checks: {users_name_check: "name <> ''"}
                    indexes: {users_name_idx: [name]}
                - addColumn: {table: users, column: {age: integer}}
                """));

        assertThat((double) yaml.lines().count() / sql.lines().count()).isLessThan(1.5);
    }
}
