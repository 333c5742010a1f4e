package org.robotoverlord.changelog.diff;

import org.junit.jupiter.api.Test;

/** Holds how single columns change, step by step. */
class ColumnDiffTest {
    @Test
    void a_new_column_is_added() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      bio: text
                """).gives("""
                        - addColumn: {table: users, column: {bio: text}}
                        """);
    }

    @Test
    void what_stands_on_a_new_column_is_added_after_it() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      mail: {type: text, nullable: false, default: "", unique: true, check: "mail <> 'x'", index: by_mail}
                """).gives("""
                        - addColumn: {table: users, column: {mail: {type: text, nullable: false, default: ''}}}
                        - addUnique: {table: users, name: users_mail_key, columns: [mail]}
                        - addCheck: {table: users, name: users_mail_check, check: mail <> 'x'}
                        - createIndex: {table: users, name: by_mail, columns: [mail]}
                        """);
    }

    @Test
    void a_column_that_is_gone_is_dropped_after_what_stands_on_it() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      mail: {type: text, unique: true, check: "mail <> 'x'", index: by_mail}
                      low: {type: text, generated: {sql: lower(mail)}}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                """).gives("""
                        - dropConstraint: {table: users, name: users_mail_key}
                        - dropConstraint: {table: users, name: users_mail_check}
                        - dropIndex: {table: users, name: by_mail}
                        - dropColumn: {table: users, column: low}
                        - dropColumn: {table: users, column: mail}
                        """);
    }

    @Test
    void every_key_of_a_column_may_change_at_once() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: integer, default: 1, comment: old}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: text, nullable: false, default: one, collation: C, comment: new}
                """).gives("""
                        - setDefault: {table: users, column: n}
                        - changeType: {table: users, column: n, to: text}
                        - setCollation: {table: users, column: n, collation: C}
                        - setDefault: {table: users, column: n, default: one}
                        - setNullable: {table: users, column: n, nullable: false, fill: one}
                        - setComment: {table: users, column: n, comment: new}
                        """);
    }

    @Test
    void the_order_of_columns_is_no_difference() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                      b: text
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      b: text
                      a: text
                """).givesNothing();
    }

    @Test
    void equal_things_are_equal() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: {type: int, default: 0012, index: true}
                      b: {type: timestamp with time zone, default: {sql: now()}, check: "b <> 'x'"}
                      t: {type: int8, references: {table: public.users, onDelete: no action}}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: {type: integer, default: '12', index: true}
                      b: {type: timestamptz, default: {sql: CURRENT_TIMESTAMP}, check: (B  <>  'x')}
                      t: {type: bigint, references: users.id}
                """).givesNothing();
    }

    @Test
    void comments_come_last() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                    comment: old
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: {type: text, comment: "It's so"}
                      b: text
                """).gives("""
                        - addColumn: {table: users, column: {b: text}}
                        - setComment: {table: users, column: a, comment: It's so}
                        - setComment: {table: users}
                        """);
    }
}
