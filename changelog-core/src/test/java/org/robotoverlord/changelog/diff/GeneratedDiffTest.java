package org.robotoverlord.changelog.diff;

import org.junit.jupiter.api.Test;

/** Holds how columns become computed, change how, and become plain again. */
class GeneratedDiffTest {
    @Test
    void a_column_becomes_computed() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                      b: {type: text, default: x, unique: true}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                      b: {type: text, unique: true, generated: {sql: lower(a)}}
                """).gives("""
                        - dropConstraint: {table: users, name: users_b_key}
                        - setDefault: {table: users, column: b}
                        - setGenerated: {table: users, column: b, generated: {sql: lower(a)}}
                        - addUnique: {table: users, name: users_b_key, columns: [b]}
                        """).loses("the values of column 'users.b'");
    }

    @Test
    void a_column_of_another_type_becomes_computed() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                      b: {type: integer}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                      b: {type: text, generated: {sql: lower(a)}}
                """).gives("""
                        - dropColumn: {table: users, column: b}
                        - addColumn: {table: users, column: {b: {type: text, generated: {sql: lower(a)}}}}
                        """).loses("the values of column 'users.b'");
    }

    @Test
    void a_computed_column_becomes_plain_before_what_it_is_computed_from_changes() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                      b: {type: text, generated: {sql: lower(a)}}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: varchar(9)
                      b: {type: text, nullable: false, default: x}
                """).gives("""
                        - setGenerated: {table: users, column: b}
                        - changeType: {table: users, column: a, to: varchar(9)}
                        - setDefault: {table: users, column: b, default: x}
                        - setNullable: {table: users, column: b, nullable: false, fill: x}
                        """).loses("values of 'users.a' that text holds and varchar(9) doesn't");
    }

    @Test
    void an_expression_changes_with_nothing_standing_on_it() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                      b: {type: text, index: true, generated: {sql: lower(a)}}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                      b: {type: text, index: true, generated: {sql: upper(a)}}
                """).gives("""
                        - dropIndex: {table: users, name: users_b_idx}
                        - setGenerated: {table: users, column: b, generated: {sql: upper(a)}}
                        - createIndex: {table: users, name: users_b_idx, columns: [b]}
                        """).loses();
    }

    @Test
    void a_computed_column_is_made_anew_around_a_change_of_type() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                      b: {type: text, index: true, generated: {sql: lower(a)}}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: varchar(50)
                      b: {type: text, index: true, generated: {sql: lower(a)}}
                """).gives("""
                        - dropIndex: {table: users, name: users_b_idx}
                        - dropColumn: {table: users, column: b}
                        - changeType: {table: users, column: a, to: varchar(50)}
                        - addColumn: {table: users, column: {b: {type: text, generated: {sql: lower(a)}}}}
                        - createIndex: {table: users, name: users_b_idx, columns: [b]}
                        """);
    }

    @Test
    void a_computed_column_follows_to_a_new_column_before_the_old_one_goes() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: integer
                      b: {type: integer, generated: {sql: a + 1}}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      other: integer
                      b: {type: integer, generated: {sql: other + 2}}
                """).deciding(Deciding.no()).gives("""
                        - addColumn: {table: users, column: {other: integer}}
                        - setGenerated: {table: users, column: b, generated: {sql: other + 2}}
                        - dropColumn: {table: users, column: a}
                        """);
    }

    @Test
    void a_computed_column_follows_a_rename() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      mail: text
                      b: {type: text, generated: {sql: lower(mail)}}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      email: text
                      b: {type: text, generated: {sql: lower(email)}}
                """).gives("""
                        - renameColumn: {table: users, from: mail, to: email}
                        """);
    }
}
