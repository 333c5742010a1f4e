package org.robotoverlord.changelog.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robotoverlord.changelog.Documents.modelRefusals;
import static org.robotoverlord.changelog.Documents.models;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The grammar of a table: what its shorthands stand for, which names are derived, and what is refused. */
class TableBodyTest {
    private static final String OTHERS = """
              teams: {columns: {id: {type: bigint, primaryKey: true}, no: {type: bigint, unique: true}}}
              members: {columns: {team_id: bigint, no: bigint}, primaryKey: [team_id, no]}
              auth.teams: {columns: {id: {type: bigint, primaryKey: true}}}
              "a.b": {columns: {"c.d": {type: bigint, primaryKey: true}}}
            """.replace("\"a.b\"", "'\"a.b\"'");

    private static String document(String table) {
        return "schemas: [auth]\nenums: {user_role: [citizen, overlord]}\ntables:\n" + OTHERS + "  users: {" + table
                + "}\n";
    }

    private static Table table(String body) {
        return models(document(body)).table(Name.of("users"));
    }

    private static Table withColumn(String column) {
        return table("columns: {id: bigint, a: " + column + "}");
    }

    /** A shorthand, and what it stands for. */
    static Stream<Arguments> shorthands() {
        return Stream.of(
                Arguments.of("columns: {a: text}", "columns: {a: {type: text, nullable: true}}"),
                Arguments.of(
                        "columns: {a: {type: bigint, primaryKey: true}}",
                        "columns: {a: {type: bigint, nullable: false}}, primaryKey: {name: users_pkey, columns: [a]}"),
                Arguments.of(
                        "columns: {a: {type: bigint, identity: true, primaryKey: true}}",
                        "columns: {a: {type: bigint, identity: {always: false}}}, primaryKey: [a]"),
                Arguments.of(
                        "columns: {a: {type: bigint, identity: default}}",
                        "columns: {a: {type: bigint, identity: true}}"),
                Arguments.of(
                        "columns: {a: {type: bigint, identity: always}}",
                        "columns: {a: {type: bigint, identity: {always: true, start: 1, increment: 1, min: 1, max: 9223372036854775807, cache: 1, cycle: false}}}"),
                Arguments.of(
                        "columns: {a: {type: text, unique: true}}",
                        "columns: {a: text}, unique: {users_a_key: {columns: [a], nullsNotDistinct: false, deferrable: false}}"),
                Arguments.of("columns: {a: {type: text, unique: only_a}}", "columns: {a: text}, unique: {only_a: [a]}"),
                Arguments.of(
                        "columns: {a: {type: text, index: true}}", "columns: {a: text}, indexes: {users_a_idx: [a]}"),
                Arguments.of("columns: {a: {type: text, index: on_a}}", "columns: {a: text}, indexes: {on_a: [a]}"),
                Arguments.of("columns: {a: {type: text, index: 'true'}}", "columns: {a: text}, indexes: {'true': [a]}"),
                Arguments.of(
                        "columns: {a: {type: integer, check: a > 0}}",
                        "columns: {a: integer}, checks: {users_a_check: a > 0}"),
                Arguments.of(
                        "columns: {a: {type: integer, check: {name: positive, check: a > 0}}}",
                        "columns: {a: integer}, checks: {positive: {check: a > 0}}"),
                Arguments.of(
                        "columns: {a: {type: bigint, references: teams}}",
                        "columns: {a: bigint}, foreignKeys: {users_a_fkey: {columns: [a], references: teams, to: [id]}}"),
                Arguments.of(
                        "columns: {a: {type: bigint, references: teams.no}}",
                        "columns: {a: bigint}, foreignKeys: {users_a_fkey: {columns: [a], references: teams, to: [no]}}"),
                Arguments.of(
                        "columns: {a: {type: bigint, references: auth.teams.id}}",
                        "columns: {a: bigint}, foreignKeys: {users_a_fkey: {columns: [a], references: auth.teams, to: [id]}}"),
                Arguments.of(
                        "columns: {a: {type: bigint, references: '\"a.b\".\"c.d\"'}}",
                        "columns: {a: bigint}, foreignKeys: {users_a_fkey: {columns: [a], references: '\"a.b\"', to: [c.d]}}"),
                Arguments.of(
                        "columns: {a: {type: bigint, references: '\"a.b\"'}}",
                        "columns: {a: bigint}, foreignKeys: {users_a_fkey: {columns: [a], references: '\"a.b\"'}}"),
                Arguments.of(
                        "columns: {a: {type: bigint, references: {table: auth.teams, column: id, name: mine, onDelete: Cascade, onUpdate: SET NULL, deferrable: deferred}}}",
                        "columns: {a: bigint}, foreignKeys: {mine: {columns: [a], references: auth.teams, to: [id], onDelete: cascade, onUpdate: set null, deferrable: deferred}}"),
                Arguments.of(
                        "columns: {a: {type: bigint, references: {table: teams}}}",
                        "columns: {a: {type: bigint, references: teams}}"),
                Arguments.of(
                        "columns: {a: bigint, b: bigint}, foreignKeys: [{columns: [a, b], references: members, onDelete: No Action, deferrable: true}]",
                        "columns: {a: bigint, b: bigint}, foreignKeys: {users_a_b_fkey: {columns: [a, b], references: members, to: [team_id, no], deferrable: immediate}}"),
                Arguments.of(
                        "columns: {a: text, b: text}, unique: [[b, a]], indexes: [[a], [a, b], {columns: [b], unique: true}]",
                        "columns: {a: text, b: text}, unique: {users_b_a_key: {columns: [b, a]}}, indexes: {users_a_idx: [a], users_a_b_idx: [a, b], users_b_idx: {columns: [b], unique: true}}"),
                Arguments.of(
                        "columns: {a: text}, indexes: {x: {columns: [{column: a, order: desc, nulls: first}], method: btree}}",
                        "columns: {a: text}, indexes: {x: {columns: [{column: a, order: desc}]}}"),
                Arguments.of(
                        "columns: {a: text}, indexes: {x: {columns: [{column: a, nulls: last, order: asc}]}}",
                        "columns: {a: text}, indexes: {x: [a]}"),
                Arguments.of(
                        "columns: {a: text, b: text}, primaryKey: [b, a]",
                        "primaryKey: {columns: [b, a], name: users_pkey}, columns: {b: {type: text, nullable: false}, a: text}"),
                Arguments.of(
                        "columns: {a: {type: text, unique: true, index: true}, b: {type: text, primaryKey: true, index: true}}",
                        "columns: {a: {type: text, unique: true}, b: {type: text, primaryKey: true}}"),
                Arguments.of(
                        "columns: {a: {type: text, index: true}}, unique: [[a]]",
                        "columns: {a: text}, unique: {users_a_key: [a]}"),
                Arguments.of(
                        "columns: {a: {type: text, unique: true, index: and_this}}",
                        "columns: {a: {type: text, unique: true}}, indexes: {and_this: [a]}"),
                Arguments.of(
                        "columns: {a: {type: text, generated: {sql: lower(b)}}, b: text}",
                        "columns: {a: {type: text, generated: {sql: 'LOWER( b )', stored: true}}, b: text}"),
                Arguments.of(
                        "columns: {a: {type: text, default: null, comment: '', collation: , check: ~, unique: null}}",
                        "columns: {a: text}"),
                Arguments.of(
                        "columns: {a: text}, comment: , checks: {}, unique: [], foreignKeys: ~, indexes: null, primaryKey: ",
                        "columns: {a: text}"));
    }

    @ParameterizedTest
    @MethodSource("shorthands")
    void a_shorthand_is_short_for_the_whole(String shorthand, String whole) {
        assertThat(table(shorthand)).isEqualTo(table(whole));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "columns: {a: {type: bigint, primaryKey: true}, b: {type: bigint, primaryKey: true}}|columns [a, b] are each marked primaryKey; write primaryKey: [a, b] at the table",
                "columns: {a: {type: bigint, primaryKey: true}}, primaryKey: [a]|the primary key is written twice, at column 'a' and at the table; keep one",
                "columns: {a: {type: text, unique: true}}, unique: {x: [a]}|column 'a' has 'unique', and the table has the same over this column; keep one",
                "columns: {a: {type: text, unique: y}}, unique: {x: [a]}|column 'a' has 'unique', and the table has the same over this column; keep one",
                "columns: {a: {type: text, index: true}}, indexes: [[a]]|column 'a' has 'index', and the table has the same over this column; keep one",
                "columns: {a: {type: bigint, references: teams}}, foreignKeys: [{columns: [a], references: teams}]|column 'a' has 'references', and the table has the same over this column; keep one",
                "columns: {a: text}, checks: [a > 0]|a check stands in a list, where its name would be derived; write a mapping name: a check",
                "columns: {a: text}, indexes: [[{sql: lower(a)}]]|an index over an expression stands in a list, where its name would be derived; write a mapping name: an index over an expression",
                "columns: {a: text}, indexes: [[a], [{column: a, order: desc}]]|name 'users_a_idx' is used twice in table 'users'; give one of them another name",
                "columns: {a: text}, unique: {x: [a]}, checks: {x: a > ''}|constraint name 'x' is used twice in table 'users'; give one of them another name",
                "columns: {a: text}, unique: {x: [a]}, indexes: {x: [a]}|index name 'x' is used twice in table 'users'; give one of them another name",
                "columns: {a: text}, indexes: {teams: [a]}|index name 'teams' is used for a table too; give one of them another name",
                "columns: {a: text}, indexes: {teams_pkey: [a]}|index name 'teams_pkey' is used in tables 'teams' and 'users'; give one of them another name",
                "columns: {a: text}, unique: {aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: [a]}|is longer than 63 bytes of UTF-8; shorten it",
                "columns: {aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: text}|column name 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' is longer than 63 bytes of UTF-8; shorten it",
                "columns: {'': text}|a column's name is empty; give it at least one letter",
                "columns: {a: text}, unique: {'': [a]}|a name in table 'users' is empty; give it at least one letter",
                "columns: {}|table 'users' has no column; give it at least one",
                "columns: {a: text}, unique: [[a, a]]|a unique constraint names column 'a' twice; keep one",
                "columns: {a: text}, primaryKey: []|a primary key has no column; name at least one",
                "columns: {a: text}, indexes: {x: []}|an index has no column; name at least one",
                "columns: {a: text}, indexes: {x: [{column: a, sql: b}]}|an element of an index is either a column or {sql: …}; write one of them",
                "columns: {a: text}, indexes: {x: {columns: [a], method: }}|",
                "columns: {a: bigint}, foreignKeys: [{columns: [a], references: members}]|foreign key 'users_a_fkey' over [a] points to 'members', whose primary key is [team_id, no]; name the columns it points to in 'to'",
                "columns: {a: bigint}, foreignKeys: [{columns: [a], references: members, to: [no]}]|foreign key 'users_a_fkey' points to [no] of 'members', which are neither its primary key nor unique; make them unique, or point to the key",
                "columns: {a: bigint}, foreignKeys: [{columns: [a], references: teams, to: [id, no]}]|a foreign key has 1 columns and 2 in 'to'; name as many",
                "columns: {a: bigint}, foreignKeys: [{columns: [a], references: elsewhere, external: true}]|an external foreign key doesn't say which columns it points to; write them in 'to'",
                "columns: {a: bigint}, foreignKeys: [{columns: [a], references: elsewhere, to: [id], external: true}]|",
                "columns: {a: bigint}, foreignKeys: [{columns: [a], table: teams}]|an item of 'foreignKeys' doesn't take 'table'; write references",
                "columns: {a: bigint}, foreignKeys: [{columns: [a], references: teams, onDelete: cascad}]|'cascad' is no action; write no action, restrict, cascade, set null or set default",
                "columns: {a: bigint}, foreignKeys: [{columns: [a], references: teams, deferrable: yes}]|deferrable is 'yes'; write false, immediate or deferred",
            })
    void what_does_not_hold_together_is_refused(String table, String told) {
        if (told == null) {
            assertThat(table(table)).isNotNull();
        } else {
            assertThat(modelRefusals(document(table)))
                    .anySatisfy(line -> assertThat(line).endsWith(told));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{type: text, default: x, identity: true}|a column has more than one of default, identity and generated; keep one",
                "{type: text, identity: true}|an identity column can't be text; make it smallint, integer or bigint",
                "{type: bigint, identity: false}|'false' is no identity; write true, always, or {always, start, increment, min, max, cache, cycle}; without identity leave the key out",
                "{type: bigint, identity: {increment: 0}}|an identity's increment is 0; give it a step",
                "{type: bigint, identity: {start: one}}|'start' is 'one'; write a whole number",
                "{type: bigint, nullable: no}|'nullable' is 'no'; write true or false",
                "{type: bigint, nullable: True}|'nullable' is 'True' (did you mean 'true'?); write true or false",
                "{type: text, unique: false}|'false' stands where true or a name is taken; leave the key out for none",
                "{type: text, default: {sqll: b}}|'default' has no 'sqll' (did you mean 'sql'?); it takes [sql]",
                "{type: text, default: [a]}|'default' is a list; write one value",
                "{type: text, default: {sql: ''}}|an SQL expression is empty; write it or leave the key out",
                "{type: text, check: -- nothing}|an SQL expression is empty; write it or leave the key out",
                "{type: text, generated: lower(a)}|'generated' is 'lower(a)'; write a mapping with [sql, stored]",
                "{type: text, generated: {sql: lower(a)}}|generated column 'a' is computed from itself; name other columns",
                "{type: text, references: teams..id}|'teams..id' has an empty part; write name or schema.name",
                "{type: text, references: {table: teams, colum: id}}|'references' has no 'colum' (did you mean 'column'?); it takes [table, column, name, onDelete, onUpdate, deferrable]",
                "{type: user_role, default: citzen}|default 'citzen' is no value of enum 'user_role' (did you mean 'citizen'?); it has [citizen, overlord]",
                "{type: user_role(3)}|enum 'user_role' takes no numbers in parentheses; leave them out",
                "{type: varchr(3)}|no type 'varchr(3)' (did you mean 'varchar'?); a type that only the database knows is written native(varchr(3))",
                "{type: decimal(10,2), nullable: false}|'a' has no '2)'; it is the rest of a value that holds a comma: put that value in quotes, as in type: \"decimal(10,2)\"",
            })
    void a_column_that_can_not_be_is_refused(String column, String told) {
        assertThat(modelRefusals(document("columns: {id: bigint, a: " + column + "}")))
                .hasSize(1)
                .first()
                .asString()
                .endsWith(told);
    }

    @Test
    void an_identity_is_never_null() {
        assertThat(withColumn("{type: bigint, nullable: true, identity: true}")
                        .column("a")
                        .nullable())
                .isFalse();
    }

    @Test
    void the_order_of_columns_is_no_difference_and_that_of_a_unique_is() {
        Table one = table("columns: {a: text, b: text}, unique: {x: [a, b]}");

        assertThat(table("columns: {b: text, a: text}, unique: {x: [a, b]}")).isEqualTo(one);
        assertThat(table("columns: {a: text, b: text}, unique: {x: [b, a]}")).isNotEqualTo(one);
    }

    @Test
    void the_order_of_columns_is_that_of_the_file() {
        assertThat(table("columns: {z: text, a: text, m: text}").columns().keySet())
                .containsExactly("z", "a", "m");
    }

    @Test
    void a_default_is_kept_as_all_its_spellings_are() {
        assertThat(withColumn("{type: integer, default: 007}")).isEqualTo(withColumn("{type: integer, default: '7'}"));
        assertThat(withColumn("{type: varchar(9), default: 0012}").column("a").defaultValue())
                .contains(Value.literal("0012"));
        assertThat(withColumn("{type: text, default: 'null'}").column("a").defaultValue())
                .contains(Value.literal("null"));
        assertThat(withColumn("{type: text, default: ''}").column("a").defaultValue())
                .contains(Value.literal(""));
        assertThat(withColumn("{type: text, default: no}").column("a").defaultValue())
                .contains(Value.literal("no"));
        assertThat(withColumn("{type: text, default: ~}").column("a").defaultValue())
                .isEmpty();
        assertThat(withColumn("{type: text, default: }").column("a").defaultValue())
                .isEmpty();
    }

    @Test
    void names_are_taken_exactly_as_they_are_written() {
        Table table = table(
                "columns: {on: text, 'Weird \"Name\".x': text, null: integer}, unique: {'a:b, c=d': ['Weird \"Name\".x', on, null]}");

        assertThat(table.columns().keySet()).containsExactly("on", "Weird \"Name\".x", "null");
        assertThat(table.uniques()).containsOnlyKeys("a:b, c=d");
    }

    @Test
    void a_derived_name_leaves_the_schema_out() {
        Table table = models(
                        "schemas: [auth]\ntables: {auth.users: {columns: {id: {type: bigint, primaryKey: true}, a: {type: text, unique: true}}}}")
                .table(Name.of("auth", "users"));

        assertThat(table.constraintNames()).containsExactly("users_pkey", "users_a_key");
    }

    @Test
    void an_index_may_be_called_as_a_check_or_a_foreign_key_is() {
        Table table = table(
                "columns: {a: {type: bigint, check: a > 0, references: teams}}, indexes: {users_a_check: [a], users_a_fkey: [a]}");

        assertThat(table.indexes()).hasSize(2);
    }
}
