package org.robotoverlord.changelog.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.dialect.Server;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

class PostgresSqlTest {
    private static final Schema EMPTY = ChangeExample.empty();

    private static List<Statement> statements(int major, Schema before, String... changes) {
        List<Change> all = List.of(changes).stream().map(ChangeExample::change).toList();
        return new PostgresDialect().statements(all, before, new Server(major, 0));
    }

    private static List<String> sql(Schema before, String... changes) {
        return statements(18, before, changes).stream().map(Statement::sql).toList();
    }

    private static Unsupported refused(int major, String... changes) {
        return catchThrowableOfType(Unsupported.class, () -> statements(major, EMPTY, changes));
    }

    @Test
    void what_a_version_lacks_is_told_with_a_way_out_and_its_change() {
        Unsupported refused = refused(
                14,
                "createTable: {name: users, columns: {id: integer}}",
                "addUnique: {table: users, name: k, columns: [id], nullsNotDistinct: true}");
        assertThat(refused)
                .hasMessage("PostgreSQL 14 has no nullsNotDistinct, which came with 15;"
                        + " leave it out and add a unique index over coalesce(column, …)");
        assertThat(refused.change().orElseThrow().describe()).isEqualTo("add unique k to users");
    }

    @Test
    void a_column_computed_when_read_needs_the_newest() {
        assertThat(refused(17, """
                        createTable: {name: t, columns: {a: integer, b: {type: integer, generated: {sql: a + 1, stored: false}}}}
                        """))
                .hasMessage("PostgreSQL 17 has no virtual generated columns, which came with 18;"
                        + " write stored: true, or leave 'stored' out");
    }

    @Test
    void a_name_without_a_schema_lies_in_the_home() {
        Schema home = Schema.empty(new Setting("app", Set.of()));
        assertThat(sql(
                        home,
                        "createEnum: {name: role, values: [a]}",
                        "createTable: {name: users, columns: {id: integer, role: role}}",
                        "dropColumn: {table: app.users, column: id}"))
                .containsExactly(
                        "create type \"app\".\"role\" as enum ('a')",
                        "create table \"app\".\"users\" (\n  \"id\" integer,\n  \"role\" \"app\".\"role\"\n)",
                        "alter table \"app\".\"users\" drop column \"id\"");
    }

    @Test
    void neighbouring_changes_of_a_table_are_one_statement() {
        assertThat(sql(
                        EMPTY,
                        "createTable: {name: users, columns: {id: integer, no: integer}}",
                        "addColumn: {table: users, column: {bio: text}}",
                        "changeType: {table: users, column: id, to: bigint}",
                        "changeType: {table: users, column: no, to: bigint}",
                        "addUnique: {table: users, name: users_id_key, columns: [id]}",
                        "renameColumn: {table: users, from: id, to: key}",
                        "addColumn: {table: users, column: {born: date}}"))
                .hasSize(4)
                .element(1)
                .isEqualTo("""
                        alter table "public"."users"
                          add column "bio" text,
                          alter column "id" set data type bigint,
                          alter column "no" set data type bigint,
                          add constraint "users_id_key" unique ("id")""");
    }

    @Test
    void a_deferred_check_is_done_between_rows_and_tables() {
        assertThat(sql(
                        EMPTY,
                        "createTable: {name: users, columns: {id: integer, up: integer}, primaryKey: [id],"
                                + " foreignKeys: {fk: {columns: [up], references: users, deferrable: deferred}}}",
                        "insert: {table: users, rows: [{id: 1, up: 2}]}",
                        "insert: {table: users, rows: [{id: 2, up: 1}]}",
                        "addColumn: {table: users, column: {bio: text}}"))
                .map(text -> text.split("\n")[0])
                .containsExactly(
                        "create table \"public\".\"users\" (",
                        "insert into \"public\".\"users\" (\"id\", \"up\") values",
                        "insert into \"public\".\"users\" (\"id\", \"up\") values",
                        "set constraints all immediate",
                        "set constraints all deferred",
                        "alter table \"public\".\"users\" add column \"bio\" text");
    }

    @Test
    void an_exclusion_that_waits_is_checked_between_rows_and_tables() {
        assertThat(sql(
                        EMPTY,
                        "createTable: {name: users, columns: {id: integer},"
                                + " excludes: {e: {method: hash, elements: [{column: id, with: '='}], deferrable: deferred}}}",
                        "insert: {table: users, rows: [{id: 1}], down: none}",
                        "addColumn: {table: users, column: {bio: text}}"))
                .contains("set constraints all immediate");
    }

    @Test
    void a_unique_over_the_columns_of_another_key_is_added_by_itself() {
        assertThat(sql(
                        EMPTY,
                        "createTable: {name: users, columns: {id: integer}, primaryKey: [id],"
                                + " unique: {deferred: {columns: [id], deferrable: true}, plain: [id]}}"))
                .containsExactly(
                        "create table \"public\".\"users\" (\n  \"id\" integer not null,\n"
                                + "  constraint \"users_pkey\" primary key (\"id\")\n)",
                        "alter table \"public\".\"users\" add constraint \"deferred\" unique (\"id\") deferrable",
                        "alter table \"public\".\"users\" add constraint \"plain\" unique (\"id\")");
    }

    @Test
    void a_column_is_retyped_after_its_expression_is_gone() {
        assertThat(sql(
                        EMPTY,
                        "createTable: {name: users, columns: {a: text, b: {type: text, generated: {sql: lower(a)}}}}",
                        "setGenerated: {table: users, column: b}",
                        "changeType: {table: users, column: b, to: integer}"))
                .hasSize(3);
    }
}
