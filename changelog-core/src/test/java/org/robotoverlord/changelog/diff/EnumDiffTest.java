package org.robotoverlord.changelog.diff;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds what happens to enums and their values. */
class EnumDiffTest {
    @Test
    void an_enum_is_created_before_columns_of_it() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                """, """
                enums: {role: {values: [a, b], comment: What one is.}}
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      role: {type: role, default: a}
                """).gives("""
                        - createEnum: {name: role, values: [a, b], comment: What one is.}
                        - addColumn: {table: users, column: {role: {type: role, default: a}}}
                        """);
    }

    @Test
    void an_enum_is_dropped_after_columns_of_it() {
        DiffAssert.from("""
                enums: {role: [a, b]}
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      role: role
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                """).gives("""
                        - dropColumn: {table: users, column: role}
                        - dropEnum: {name: role}
                        """);
    }

    @Test
    void an_enum_column_becomes_text() {
        DiffAssert.from("""
                enums: {role: [a, b]}
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      role: {type: role, default: a}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      role: {type: text, default: a}
                """).gives("""
                        - setDefault: {table: users, column: role}
                        - changeType: {table: users, column: role, to: text}
                        - setDefault: {table: users, column: role, default: a}
                        - dropEnum: {name: role}
                        """);
    }

    @Test
    void values_are_added_where_they_belong() {
        DiffAssert.from("""
                enums: {role: [b, d]}
                """, """
                enums: {role: [a, b, c, d, e, f]}
                """).gives("""
                        - addEnumValue: {enum: role, value: a, before: b}
                        - addEnumValue: {enum: role, value: c, after: b}
                        - addEnumValue: {enum: role, value: e}
                        - addEnumValue: {enum: role, value: f}
                        """);
    }

    @Test
    void the_first_values_of_an_enum_need_no_neighbour() {
        DiffAssert.from("""
                enums: {role: []}
                """, """
                enums: {role: [a, b]}
                """).gives("""
                        - addEnumValue: {enum: role, value: a}
                        - addEnumValue: {enum: role, value: b}
                        """);
    }

    @Test
    void a_hint_renames_a_value_and_defaults_follow() {
        DiffAssert.from("""
                enums: {role: [boss, citizen]}
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      role: {type: role, default: boss}
                """, """
                enums: {role: [{value: overlord, renamedFrom: boss}, citizen]}
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      role: {type: role, default: overlord}
                """).gives("""
                        - renameEnumValue: {enum: role, from: boss, to: overlord}
                        """);
    }

    @Test
    void two_values_swap_their_names() {
        DiffAssert.from("""
                enums: {role: [a, b]}
                """, """
                enums: {role: [{value: b, renamedFrom: a}, {value: a, renamedFrom: b}]}
                """).gives("""
                        - renameEnumValue: {enum: role, from: b, to: b__swap}
                        - renameEnumValue: {enum: role, from: a, to: b}
                        - renameEnumValue: {enum: role, from: b__swap, to: a}
                        """);
    }

    @Test
    void values_are_removed_once_no_default_names_them() {
        DiffAssert.from("""
                enums: {role: [boss, citizen, gone]}
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      role: {type: role, default: gone}
                      other: {type: role, default: gone, check: "other <> 'boss'"}
                """, """
                enums: {role: [citizen, boss, new]}
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      role: {type: role, default: citizen}
                      other: {type: role, default: new, check: "other <> 'boss'"}
                """)
                .deciding(Deciding.yes().maps(Map.of("gone", "citizen")))
                .gives("""
                        - dropConstraint: {table: users, name: users_other_check}
                        - setDefault: {table: users, column: role, default: citizen}
                        - setDefault: {table: users, column: other}
                        - changeEnum: {enum: role, values: [citizen, boss, new], map: {gone: citizen}}
                        - setDefault: {table: users, column: other, default: new}
                        - addCheck: {table: users, name: users_other_check, check: other <> 'boss'}
                        """)
                .loses("that rows were gone of enum 'role'");
    }

    @Test
    void a_value_that_says_it_was_another_takes_over_its_rows() {
        DiffAssert.from("""
                enums: {role: [boss, citizen]}
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      role: role
                """, """
                enums: {role: [{value: citizen, renamedFrom: boss}]}
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      role: role
                """).gives("""
                        - changeEnum: {enum: role, values: [citizen], map: {boss: citizen}}
                        """);
    }

    @Test
    void columns_leave_an_enum_before_its_values_go() {
        DiffAssert.from("""
                enums: {role: [a, b]}
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      one: {type: role, default: b}
                      two: role
                      three: role
                """, """
                enums: {role: [a]}
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      one: {type: text, default: b}
                      three: role
                """).deciding(Deciding.no()).gives("""
                        - setDefault: {table: users, column: one}
                        - changeType: {table: users, column: one, to: text}
                        - dropColumn: {table: users, column: two}
                        - changeEnum: {enum: role, values: [a]}
                        - setDefault: {table: users, column: one, default: b}
                        """);
    }

    @Test
    void an_enum_is_renamed_by_hint() {
        DiffAssert.from("""
                enums: {role: [a]}
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      role: {type: role, default: a}
                """, """
                enums: {user_role: {values: [a, b], renamedFrom: role, comment: x}}
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      role: {type: user_role, default: b}
                """).gives("""
                        - renameEnum: {from: role, to: user_role}
                        - addEnumValue: {enum: user_role, value: b}
                        - setComment: {enum: user_role, comment: x}
                        - setDefault: {table: users, column: role, default: b}
                        """);
    }

    @Test
    void an_enum_with_the_same_values_is_renamed_without_a_question() {
        DiffAssert.from("""
                enums: {role: [a], same: [b]}
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      role: role
                """, """
                enums: {user_role: [a], same: [b]}
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      role: user_role
                """).deciding(Deciding.no()).gives("""
                        - renameEnum: {from: role, to: user_role}
                        """);
    }

    @Test
    void a_foreign_key_between_columns_of_a_changed_enum_is_made_anew() {
        DiffAssert.from("""
                enums: {role: [a, b]}
                tables:
                  roles:
                    columns: {role: {type: role, primaryKey: true}}
                  users:
                    columns: {role: {type: role, references: roles}}
                """, """
                enums: {role: [b, a]}
                tables:
                  roles:
                    columns: {role: {type: role, primaryKey: true}}
                  users:
                    columns: {role: {type: role, references: roles}}
                """).gives("""
                        - dropConstraint: {table: users, name: users_role_fkey}
                        - changeEnum: {enum: role, values: [b, a]}
                        - addForeignKey: {table: users, name: users_role_fkey, columns: [role], references: roles, to: [role]}
                        """);
    }
}
