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
    void a_default_that_does_not_fit_the_new_type_goes_before_it() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: text, default: none}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: integer, default: 3}
                """).gives("""
                        - setDefault: {table: users, column: n}
                        - changeType: {table: users, column: n, to: integer}
                        - setDefault: {table: users, column: n, default: 3}
                        """);
    }

    @Test
    void a_default_stays_where_the_type_stays_in_its_family() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: integer, default: 3}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: bigint, default: 3}
                """).gives("""
                        - changeType: {table: users, column: n, to: bigint}
                        """);
    }

    @Test
    void a_default_longer_than_the_new_length_goes_before_it() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: varchar(20), default: something}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: varchar(3)}
                """).gives("""
                        - setDefault: {table: users, column: n}
                        - changeType: {table: users, column: n, to: varchar(3)}
                        """);
    }

    @Test
    void a_column_becomes_an_identity_after_it_takes_null_no_longer() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: text, default: "1"}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: bigint, identity: always}
                """).gives("""
                        - setDefault: {table: users, column: n}
                        - changeType: {table: users, column: n, to: bigint}
                        - setNullable: {table: users, column: n, nullable: false}
                        - setIdentity: {table: users, column: n, identity: always}
                        """);
    }

    @Test
    void an_identity_becomes_a_plain_column() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: bigint, identity: true}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: text, default: x}
                """).gives("""
                        - setIdentity: {table: users, column: n}
                        - changeType: {table: users, column: n, to: text}
                        - setDefault: {table: users, column: n, default: x}
                        - setNullable: {table: users, column: n, nullable: true, fill: x}
                        """);
    }

    @Test
    void an_identity_changes_its_options() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: bigint, identity: true}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: bigint, identity: {always: true, start: 5, increment: 5}}
                """).gives("""
                        - setIdentity: {table: users, column: n, identity: {always: true, start: 5, increment: 5}}
                        """);
    }

    @Test
    void an_identity_is_narrowed_after_its_bounds() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: bigint, identity: {max: 100000}}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: smallint, identity: {max: 100}}
                """).gives("""
                        - setIdentity: {table: users, column: n, identity: {max: 100}}
                        - changeType: {table: users, column: n, to: smallint}
                        """);
    }

    @Test
    void an_identity_is_widened_before_its_bounds() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: smallint, identity: {max: 100}}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: bigint, identity: {max: 100000}}
                """).gives("""
                        - changeType: {table: users, column: n, to: bigint}
                        - setIdentity: {table: users, column: n, identity: {max: 100000}}
                        """);
    }

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

    @Test
    void a_collation_goes_before_a_type_that_has_none() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: text, collation: C}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: integer
                """).gives("""
                        - setCollation: {table: users, column: n}
                        - changeType: {table: users, column: n, to: integer}
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
    void a_check_over_a_retyped_column_is_understood_anew() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: integer, check: n > 0, unique: true, index: plain}
                    indexes:
                      whole: {columns: [n], where: n > 5}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: decimal, check: n > 0, unique: true, index: plain}
                    indexes:
                      whole: {columns: [n], where: n > 5}
                """).gives("""
                        - dropConstraint: {table: users, name: users_n_check}
                        - dropIndex: {table: users, name: whole}
                        - changeType: {table: users, column: n, to: decimal}
                        - addCheck: {table: users, name: users_n_check, check: n > 0}
                        - createIndex: {table: users, name: whole, columns: [n], where: n > 5}
                        """);
    }

    @Test
    void a_longer_text_leaves_all_that_stands_on_it() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: varchar(10), check: "n <> 'x'", unique: true}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: varchar(20), check: "n <> 'x'", unique: true}
                """).gives("""
                        - changeType: {table: users, column: n, to: varchar(20)}
                        """);
    }

    @Test
    void a_change_that_no_value_survives_is_refused() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: integer
                      m: integer
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: uuid
                      m: date
                """)
                .isRefused(
                        "column 'users.n' can't change from integer to uuid: no value of the one is a value of the other. Give the new column another name",
                        "column 'users.m' can't change from integer to date");
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
