package org.robotoverlord.changelog.diff;

import org.junit.jupiter.api.Test;

/** Holds what happens to keys, constraints and indexes. */
class ConstraintDiffTest {
    @Test
    void a_key_that_grows_is_made_anew_with_what_points_to_it() {
        DiffAssert.from("""
                tables:
                  teams:
                    columns: {id: {type: bigint, primaryKey: true}, no: integer}
                  users:
                    columns: {id: {type: bigint, primaryKey: true}, team_id: {type: bigint, references: teams}}
                """, """
                tables:
                  teams:
                    columns: {id: {type: bigint, unique: true, nullable: false}, no: integer}
                    primaryKey: [id, no]
                  users:
                    columns: {id: {type: bigint, primaryKey: true}, team_id: {type: bigint, references: teams.id}}
                """).gives("""
                        - dropConstraint: {table: users, name: users_team_id_fkey}
                        - dropConstraint: {table: teams, name: teams_pkey}
                        - setNullable: {table: teams, column: no, nullable: false}
                        - addPrimaryKey: {table: teams, columns: [id, no]}
                        - addUnique: {table: teams, name: teams_id_key, columns: [id]}
                        - addForeignKey:
                            table: users
                            name: users_team_id_fkey
                            columns: [team_id]
                            references: teams
                            to: [id]
                        """);
    }

    @Test
    void a_dropped_key_leaves_its_column_to_be_relaxed() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                """, """
                tables:
                  users:
                    columns: {id: bigint}
                """).gives("""
                        - dropConstraint: {table: users, name: users_pkey}
                        - setNullable: {table: users, column: id, nullable: true}
                        """);
    }

    @Test
    void an_exclusion_that_says_something_else_is_made_anew_and_one_that_says_the_same_renamed() {
        DiffAssert.from("""
                tables:
                  stays:
                    columns: {room: integer, during: inet, bed: integer}
                    excludes:
                      one: {elements: [{column: room, with: "="}, {column: during, with: "&&"}]}
                      two: {elements: [{column: room, with: "="}], where: bed > 1}
                      three: {elements: [{column: bed, with: "="}]}
                      four: {elements: [{column: during, with: "&&"}], deferrable: deferred}
                """, """
                tables:
                  stays:
                    columns: {room: integer, during: inet, bed: text}
                    excludes:
                      - {elements: [{column: room, with: "="}, {column: during, with: "&&"}]}
                      - {elements: [{column: bed, with: "="}]}
                      - {elements: [{column: during, with: "&&"}]}
                """).gives("""
                        - dropConstraint: {table: stays, name: two}
                        - dropConstraint: {table: stays, name: three}
                        - dropConstraint: {table: stays, name: four}
                        - renameConstraint: {table: stays, from: one, to: stays_room_during_excl}
                        - changeType: {table: stays, column: bed, to: text}
                        - addExclude: {table: stays, name: stays_bed_excl, elements: [{column: bed, with: "="}]}
                        - addExclude: {table: stays, name: stays_during_excl, elements: [{column: during, with: "&&"}]}
                        """);
    }

    @Test
    void an_exclusion_makes_way_for_its_columns_and_follows_their_names() {
        DiffAssert.from("""
                tables:
                  stays:
                    columns: {room: integer, during: inet, bed: integer}
                    excludes:
                      - {elements: [{column: room, with: "="}, {column: during, with: "&&"}]}
                      - {elements: [{column: bed, with: "="}]}
                """, """
                tables:
                  stays:
                    columns: {room_no: {type: integer, renamedFrom: room}, during: inet}
                    excludes:
                      - {elements: [{column: room_no, with: "="}, {column: during, with: "&&"}]}
                """).gives("""
                        - renameColumn: {table: stays, from: room, to: room_no}
                        - dropConstraint: {table: stays, name: stays_bed_excl}
                        - renameConstraint: {table: stays, from: stays_room_during_excl, to: stays_room_no_during_excl}
                        - dropColumn: {table: stays, column: bed}
                        """);
    }

    @Test
    void a_key_with_another_order_is_another_key() {
        DiffAssert.from("""
                tables:
                  users:
                    columns: {a: bigint, b: bigint}
                    primaryKey: [a, b]
                """, """
                tables:
                  users:
                    columns: {a: bigint, b: bigint}
                    primaryKey: [b, a]
                """).gives("""
                        - dropConstraint: {table: users, name: users_pkey}
                        - addPrimaryKey: {table: users, columns: [b, a]}
                        """);
    }

    @Test
    void what_differs_in_its_name_only_is_renamed() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: {type: text, unique: true, index: true, check: "a <> ''"}
                      b: text
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: {type: text, unique: one, index: two, check: {name: three, check: "a <> ''"}}
                      b: text
                """).gives("""
                        - renameConstraint: {table: users, from: users_a_key, to: one}
                        - renameConstraint: {table: users, from: users_a_check, to: three}
                        - createIndex: {table: users, name: two, columns: [a]}
                        """);
    }

    @Test
    void names_of_two_bodies_may_be_swapped() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: {type: text, index: one}
                      b: {type: text, index: two}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: {type: text, index: two}
                      b: {type: text, index: one}
                """).gives("""
                        - renameIndex: {table: users, from: two, to: two__swap}
                        - renameIndex: {table: users, from: one, to: two}
                        - renameIndex: {table: users, from: two__swap, to: one}
                        """);
    }

    @Test
    void an_index_becomes_a_unique_constraint_of_the_same_name() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                    indexes:
                      it: {columns: [a], unique: true}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                    unique:
                      it: [a]
                """).gives("""
                        - dropIndex: {table: users, name: it}
                        - addUnique: {table: users, name: it, columns: [a]}
                        """);
    }

    @Test
    void a_unique_constraint_gets_another_column() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                      b: text
                      d: text
                    unique: [[a, b]]
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                      b: text
                      d: text
                    unique: [[a, d]]
                """).gives("""
                        - dropConstraint: {table: users, name: users_a_b_key}
                        - addUnique: {table: users, name: users_a_d_key, columns: [a, d]}
                        """);
    }

    @Test
    void every_key_of_an_index_is_a_difference_but_its_comment() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                    indexes:
                      one: [a]
                      two: {columns: [a], comment: old}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                    indexes:
                      one: {columns: [{column: a, order: desc}], unique: true, where: a is not null}
                      two: {columns: [a], comment: new}
                """).gives("""
                        - dropIndex: {table: users, name: one}
                        - createIndex:
                            table: users
                            name: one
                            columns: [{column: a, order: desc}]
                            unique: true
                            where: a is not null
                        - setComment: {index: two, comment: new}
                        """);
    }

    @Test
    void a_foreign_key_changes_its_actions() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      boss: {type: bigint, references: users}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      boss: {type: bigint, references: {table: users, onDelete: cascade, deferrable: deferred}}
                """).gives("""
                        - dropConstraint: {table: users, name: users_boss_fkey}
                        - addForeignKey:
                            table: users
                            name: users_boss_fkey
                            columns: [boss]
                            references: users
                            to: [id]
                            onDelete: cascade
                            deferrable: deferred
                        """);
    }

    @Test
    void a_foreign_key_is_made_anew_where_both_sides_change_their_type() {
        DiffAssert.from("""
                tables:
                  teams:
                    columns: {id: {type: integer, primaryKey: true}}
                  users:
                    columns: {team: {type: integer, references: teams}}
                """, """
                tables:
                  teams:
                    columns: {id: {type: text, primaryKey: true}}
                  users:
                    columns: {team: {type: text, references: teams}}
                """).gives("""
                        - dropConstraint: {table: users, name: users_team_fkey}
                        - changeType: {table: teams, column: id, to: text}
                        - changeType: {table: users, column: team, to: text}
                        - addForeignKey: {table: users, name: users_team_fkey, columns: [team], references: teams, to: [id]}
                        """);
    }

    @Test
    void a_foreign_key_stays_while_both_sides_are_widened() {
        DiffAssert.from("""
                tables:
                  teams:
                    columns: {id: {type: integer, primaryKey: true}}
                  users:
                    columns: {team: {type: integer, references: teams}}
                """, """
                tables:
                  teams:
                    columns: {id: {type: bigint, primaryKey: true}}
                  users:
                    columns: {team: {type: bigint, references: teams}}
                """).gives("""
                        - changeType: {table: teams, column: id, to: bigint}
                        - changeType: {table: users, column: team, to: bigint}
                        """);
    }

    @Test
    void an_index_name_moves_to_another_table() {
        DiffAssert.from("""
                tables:
                  a: {columns: {x: {type: text, index: it}}}
                  b: {columns: {y: {type: text, index: other}}}
                """, """
                tables:
                  a: {columns: {x: {type: text, index: other}}}
                  b: {columns: {y: {type: text, index: it}}}
                """).gives("""
                        - renameIndex: {table: b, from: other, to: other__swap}
                        - renameIndex: {table: a, from: it, to: other}
                        - renameIndex: {table: b, from: other__swap, to: it}
                        """);
    }

    @Test
    void a_check_whose_text_changes_is_dropped_and_added() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: integer, check: n > 0}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      n: {type: integer, check: n > 1}
                """).gives("""
                        - dropConstraint: {table: users, name: users_n_check}
                        - addCheck: {table: users, name: users_n_check, check: n > 1}
                        """);
    }
}
