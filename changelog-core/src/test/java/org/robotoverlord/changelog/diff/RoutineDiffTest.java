package org.robotoverlord.changelog.diff;

import org.junit.jupiter.api.Test;

/** Holds how functions and procedures come, change and go, and what goes around them. */
class RoutineDiffTest {
    private static final String USERS = """
            tables:
              users:
                columns:
                  id: {type: bigint, primaryKey: true}
                  score: {type: integer, default: {sql: one()}}
                  more: {type: integer, generated: {sql: score + one()}}
                checks: {users_one_check: score > one()}
                indexes: {users_one_idx: {columns: [{sql: one() + score}]}}
            """;

    private static String one(String returns, String body) {
        return "functions: {one(): {returns: " + returns + ", language: sql, volatility: immutable, body: " + body
                + "}}\n";
    }

    @Test
    void functions_come_before_the_tables_that_call_them_and_after_those_whose_rows_they_take() {
        DiffAssert.to("""
                enums: {mood: [good]}
                functions:
                  more(a integer default one()): {returns: integer, language: sql, body: select a}
                  one(): {returns: integer, language: sql, body: select 1}
                  short(users): {returns: mood, language: sql, body: select 'good'}
                procedures:
                  tidy(): {language: sql, body: delete from users}
                tables:
                  users:
                    columns: {id: {type: bigint, primaryKey: true, default: {sql: one()}}}
                """).gives("""
                        - createEnum: {name: mood, values: [good]}
                        - createFunction: {name: one(), returns: integer, language: sql, body: select 1}
                        - createProcedure: {name: tidy(), language: sql, body: delete from users}
                        - createFunction: {name: more(a integer default one()), returns: integer, language: sql, body: select a}
                        - createTable: {name: users, columns: {id: {type: bigint, default: {sql: one()}}}, primaryKey: [id]}
                        - createFunction: {name: short(users), returns: mood, language: sql, body: select 'good'}
                        """);
    }

    @Test
    void a_body_is_replaced_in_place() {
        DiffAssert.from(one("integer", "select 1") + USERS, one("int4", "select 2") + USERS)
                .gives("""
                        - replaceFunction: {name: one(), returns: integer, language: sql, volatility: immutable, body: select 2}
                        """)
                .loses();
    }

    @Test
    void one_that_gives_something_else_is_made_anew_with_what_calls_it() {
        DiffAssert.from(one("integer", "select 1") + USERS, one("smallint", "select 1") + USERS)
                .gives("""
                        - dropIndex: {table: users, name: users_one_idx}
                        - dropConstraint: {table: users, name: users_one_check}
                        - setDefault: {table: users, column: score}
                        - dropColumn: {table: users, column: more}
                        - dropFunction: {name: one()}
                        - createFunction: {name: one(), returns: smallint, language: sql, volatility: immutable, body: select 1}
                        - setDefault: {table: users, column: score, default: {sql: one()}}
                        - addColumn: {table: users, column: {more: {type: integer, generated: {sql: score + one()}}}}
                        - addCheck: {table: users, name: users_one_check, check: score > one()}
                        - createIndex: {table: users, name: users_one_idx, columns: [{sql: one() + score}]}
                        """)
                .loses();
    }

    @Test
    void other_names_of_parameters_take_a_new_one() {
        DiffAssert.from(
                        "procedures: {\"tidy(a integer, text)\": {language: sql, body: select 1}}",
                        "procedures: {\"tidy(b integer, text)\": {language: sql, body: select 1}}")
                .gives("""
                        - dropProcedure: {name: "tidy(a integer, text)"}
                        - createProcedure: {name: "tidy(b integer, text)", language: sql, body: select 1}
                        """);
    }

    @Test
    void they_go_before_the_types_and_tables_that_they_name() {
        DiffAssert.from("""
                schemas: [audit]
                enums: {mood: [good]}
                functions:
                  audit.short(users): {returns: integer, language: sql, body: select 1}
                  now_good(): {returns: mood, language: sql, body: select 'good'}
                tables:
                  users:
                    columns: {id: {type: bigint, primaryKey: true}}
                """, "").gives("""
                        - dropFunction: {name: audit.short(users)}
                        - dropTable: {name: users}
                        - dropFunction: {name: now_good()}
                        - dropEnum: {name: mood}
                        - dropSchema: {name: audit}
                        """);
    }

    @Test
    void a_procedure_becomes_a_function() {
        DiffAssert.from(
                        "procedures: {f(): {language: sql, body: select 1}}",
                        "functions: {f(): {returns: void, language: sql, body: select 1}}")
                .gives("""
                        - dropProcedure: {name: f()}
                        - createFunction: {name: f(), returns: void, language: sql, body: select 1}
                        """);
    }

    @Test
    void what_they_name_is_renamed_with_them() {
        DiffAssert.from("""
                functions:
                  short(users): {returns: setof users, language: sql, body: select 1}
                tables:
                  users:
                    columns: {id: {type: bigint, primaryKey: true}}
                """, """
                functions:
                  short(members): {returns: setof members, language: sql, body: select 1}
                tables:
                  members:
                    renamedFrom: users
                    columns: {id: {type: bigint, primaryKey: {name: users_pkey}}}
                """.replace(
                                "{type: bigint, primaryKey: {name: users_pkey}}}",
                                "bigint}\n    primaryKey: {name: users_pkey, columns: [id]}"))
                .gives("""
                        - renameTable: {from: users, to: members}
                        """);
    }
}
