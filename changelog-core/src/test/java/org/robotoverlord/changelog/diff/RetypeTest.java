package org.robotoverlord.changelog.diff;

import org.junit.jupiter.api.Test;

/** Holds what a change of a column's type does to all that stands on it. */
class RetypeTest {
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
}
