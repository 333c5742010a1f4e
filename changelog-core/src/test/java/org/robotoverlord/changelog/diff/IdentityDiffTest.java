package org.robotoverlord.changelog.diff;

import org.junit.jupiter.api.Test;

/** Holds how columns become numbered, change how, and become plain again. */
class IdentityDiffTest {
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
}
