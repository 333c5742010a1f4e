package org.robotoverlord.changelog.diff;

import org.junit.jupiter.api.Test;

/** Holds the order in which whole tables come and go. */
class TablesTest {
    @Test
    void tables_come_after_those_they_point_to_and_circles_are_closed_last() {
        DiffAssert.to("""
                tables:
                  posts:
                    columns: {id: {type: bigint, primaryKey: true}, author: {type: bigint, references: users}}
                  users:
                    columns: {id: {type: bigint, primaryKey: true}, team: {type: bigint, references: teams}, boss: {type: bigint, references: users}}
                  teams:
                    columns: {id: {type: bigint, primaryKey: true}, lead: {type: bigint, references: users}}
                """).gives("""
                        - createTable:
                            name: users
                            columns: {id: bigint, team: bigint, boss: bigint}
                            primaryKey: [id]
                            foreignKeys:
                              users_boss_fkey: {columns: [boss], references: users, to: [id]}
                        - createTable:
                            name: posts
                            columns: {id: bigint, author: bigint}
                            primaryKey: [id]
                            foreignKeys: {posts_author_fkey: {columns: [author], references: users, to: [id]}}
                        - createTable:
                            name: teams
                            columns: {id: bigint, lead: bigint}
                            primaryKey: [id]
                            foreignKeys: {teams_lead_fkey: {columns: [lead], references: users, to: [id]}}
                        - addForeignKey: {table: users, name: users_team_fkey, columns: [team], references: teams, to: [id]}
                        """);
    }

    @Test
    void storage_parameters_are_set_whole() {
        String plain = "tables: {t: {columns: {a: text}}}";
        String first = "tables: {t: {columns: {a: text}, with: {fillfactor: 70, autovacuum_enabled: false}}}";
        String second = "tables: {t: {columns: {a: text, b: text}, with: {FILLFACTOR: 80}}}";
        DiffAssert.from(plain, first)
                .gives("- setStorage: {table: t, with: {autovacuum_enabled: false, fillfactor: 70}}");
        DiffAssert.from(first, second).gives("""
                - addColumn: {table: t, column: {b: text}}
                - setStorage: {table: t, with: {fillfactor: 80}}
                """);
        DiffAssert.from(second, plain).gives("""
                - dropColumn: {table: t, column: b}
                - setStorage: {table: t}
                """);
        DiffAssert.to(second).gives("- createTable: {name: t, columns: {a: text, b: text}, with: {fillfactor: 80}}");
    }

    @Test
    void tables_in_a_circle_are_dropped_after_their_foreign_keys() {
        DiffAssert.from("""
                tables:
                  a: {columns: {id: {type: bigint, primaryKey: true}, b: {type: bigint, references: b}}}
                  b: {columns: {id: {type: bigint, primaryKey: true}, a: {type: bigint, references: a}}}
                  c: {columns: {id: {type: bigint, primaryKey: true}, a: {type: bigint, references: a}}}
                  d: {columns: {id: {type: bigint, primaryKey: true}, a: {type: bigint, references: a}}}
                """, """
                tables:
                  d: {columns: {id: {type: bigint, primaryKey: true}, a: bigint}}
                """).gives("""
                        - dropConstraint: {table: a, name: a_b_fkey}
                        - dropConstraint: {table: d, name: d_a_fkey}
                        - dropTable: {name: c}
                        - dropTable: {name: b}
                        - dropTable: {name: a}
                        """);
    }

    @Test
    void a_new_table_points_to_what_is_new_in_an_old_one() {
        DiffAssert.from("""
                tables:
                  a: {columns: {id: {type: bigint, primaryKey: true}}}
                """, """
                tables:
                  b: {columns: {id: {type: bigint, primaryKey: true}, no: {type: integer, references: a.no}}}
                  a: {columns: {id: {type: bigint, primaryKey: true}, no: {type: integer, unique: true}, b: {type: bigint, references: b}}}
                """).gives("""
                        - addColumn: {table: a, column: {no: integer}}
                        - addColumn: {table: a, column: {b: bigint}}
                        - addUnique: {table: a, name: a_no_key, columns: [no]}
                        - createTable:
                            name: b
                            columns: {id: bigint, no: integer}
                            primaryKey: [id]
                            foreignKeys: {b_no_fkey: {columns: [no], references: a, to: [no]}}
                        - addForeignKey: {table: a, name: a_b_fkey, columns: [b], references: b, to: [id]}
                        """);
    }

    @Test
    void schemas_and_extensions_come_first_and_go_last() {
        DiffAssert.from("""
                schemas: [old]
                extensions: [tsvector]
                tables:
                  old.a: {columns: {id: bigint}}
                """, """
                schemas: [new]
                extensions: {citext: {schema: new}}
                tables:
                  new.b: {columns: {id: citext}}
                """).deciding(Deciding.no()).gives("""
                        - createSchema: {name: new}
                        - createExtension: {name: citext, schema: new}
                        - dropTable: {name: old.a}
                        - createTable:
                            name: new.b
                            columns: {id: citext}
                        - dropExtension: {name: tsvector}
                        - dropSchema: {name: old}
                        """);
    }

    @Test
    void an_extension_changes_its_version() {
        DiffAssert.from("""
                extensions: {citext: {version: "1"}}
                """, """
                extensions: {citext: {version: "2"}}
                """).gives("""
                        - alterExtension: {name: citext, version: 2}
                        """);
    }

    @Test
    void a_table_moves_to_another_schema() {
        DiffAssert.from("""
                schemas: [audit]
                tables:
                  events: {columns: {id: {type: bigint, primaryKey: true}}}
                """, """
                schemas: [audit]
                tables:
                  audit.events: {columns: {id: {type: bigint, primaryKey: true}}}
                """).gives("""
                        - renameTable: {from: events, to: audit.events}
                        """);
    }

    @Test
    void an_external_foreign_key_needs_no_table() {
        DiffAssert.to("""
                tables:
                  a:
                    columns: {id: bigint}
                    foreignKeys: {out: {columns: [id], references: elsewhere, to: [id], external: true}}
                """).gives("""
                        - createTable:
                            name: a
                            columns: {id: bigint}
                            foreignKeys: {out: {columns: [id], references: elsewhere, to: [id], external: true}}
                        """);
    }
}
