package org.robotoverlord.changelog.diff;

import org.junit.jupiter.api.Test;

/** Holds what renames lead to. */
class RenamesTest {
    @Test
    void a_column_is_renamed_and_changed_in_one_step() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      mail: {type: varchar(50), unique: true}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      email: {type: text, nullable: false, default: x, unique: true}
                """).gives("""
                        - renameColumn: {table: users, from: mail, to: email}
                        - renameConstraint: {table: users, from: users_mail_key, to: users_email_key}
                        - changeType: {table: users, column: email, to: text}
                        - setDefault: {table: users, column: email, default: x}
                        - setNullable: {table: users, column: email, nullable: false, fill: x}
                        """);
    }

    @Test
    void a_table_is_renamed_with_its_columns_and_what_points_to_it() {
        DiffAssert.from("""
                tables:
                  articles:
                    columns: {id: {type: integer, primaryKey: true}, title: {type: text, index: true}, body: text}
                  comments:
                    columns: {id: {type: bigint, primaryKey: true}, article_id: {type: integer, references: articles}}
                """, """
                tables:
                  posts:
                    columns: {id: {type: bigint, primaryKey: true}, heading: {type: text, index: true}, body: text}
                  comments:
                    columns: {id: {type: bigint, primaryKey: true}, post_id: {type: bigint, references: posts}}
                """).gives("""
                        - renameTable: {from: articles, to: posts}
                        - renameColumn: {table: posts, from: title, to: heading}
                        - renameColumn: {table: comments, from: article_id, to: post_id}
                        - renameConstraint: {table: posts, from: articles_pkey, to: posts_pkey}
                        - renameIndex: {table: posts, from: articles_title_idx, to: posts_heading_idx}
                        - renameConstraint: {table: comments, from: comments_article_id_fkey, to: comments_post_id_fkey}
                        - changeType: {table: posts, column: id, to: bigint}
                        - changeType: {table: comments, column: post_id, to: bigint}
                        """);
    }

    @Test
    void names_that_differ_in_case_only_are_renamed_without_a_question() {
        DiffAssert.from("""
                tables:
                  Users:
                    columns: {Mail: text, n: text}
                """, """
                tables:
                  users:
                    columns: {mail: text, n: text}
                """).deciding(Deciding.no()).gives("""
                        - renameTable: {from: Users, to: users}
                        - renameColumn: {table: users, from: Mail, to: mail}
                        """);
    }

    @Test
    void two_columns_swap_their_names() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                      b: integer
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      b: {type: text, renamedFrom: a}
                      a: {type: integer, renamedFrom: b}
                """).deciding(Deciding.no()).gives("""
                        - renameColumn: {table: users, from: b, to: b__swap}
                        - renameColumn: {table: users, from: a, to: b}
                        - renameColumn: {table: users, from: b__swap, to: a}
                        """);
    }

    @Test
    void a_chain_goes_last_link_first() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      a: text
                      b: integer
                      d: text
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      b: {type: text, renamedFrom: a}
                      c: {type: integer, renamedFrom: b}
                      d: text
                """).deciding(Deciding.no()).gives("""
                        - renameColumn: {table: users, from: b, to: c}
                        - renameColumn: {table: users, from: a, to: b}
                        """);
    }

    @Test
    void two_tables_swap_their_names() {
        DiffAssert.from("""
                tables: {a: {columns: {x: text}}, b: {columns: {y: text}}}
                """, """
                tables: {a: {renamedFrom: b, columns: {y: text}}, b: {renamedFrom: a, columns: {x: text}}}
                """).gives("""
                        - renameTable: {from: a, to: a__swap}
                        - renameTable: {from: b, to: a}
                        - renameTable: {from: a__swap, to: b}
                        """);
    }

    @Test
    void what_has_the_new_name_goes_before() {
        DiffAssert.from("""
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      mail: text
                      email: {type: text, unique: true}
                """, """
                tables:
                  users:
                    columns:
                      id: {type: bigint, primaryKey: true}
                      email: {type: text, unique: true, renamedFrom: mail}
                """).deciding(Deciding.no()).gives("""
                        - dropConstraint: {table: users, name: users_email_key}
                        - dropColumn: {table: users, column: email}
                        - renameColumn: {table: users, from: mail, to: email}
                        - addUnique: {table: users, name: users_email_key, columns: [email]}
                        """).loses("the values of column 'users.email'");
    }

    @Test
    void a_table_is_renamed_to_the_name_of_a_dropped_one() {
        DiffAssert.from("""
                tables: {a: {columns: {x: text}}, b: {columns: {y: text, z: {type: text, index: true}}}}
                """, """
                tables: {b: {renamedFrom: a, columns: {x: text}}}
                """).gives("""
                        - dropTable: {name: b}
                        - renameTable: {from: a, to: b}
                        """);
    }

    @Test
    void a_table_takes_the_name_of_an_index_that_goes() {
        DiffAssert.from("""
                tables: {a: {columns: {x: {type: text, index: b}}}}
                """, """
                tables: {b: {renamedFrom: a, columns: {x: {type: text, index: true}}}}
                """).gives("""
                        - renameIndex: {table: a, from: b, to: b__swap}
                        - renameTable: {from: a, to: b}
                        - renameIndex: {table: b, from: b__swap, to: b_x_idx}
                        """);
    }

    @Test
    void a_table_and_an_enum_exchange_names() {
        DiffAssert.from("""
                enums: {a: [x]}
                tables: {b: {columns: {c: a}}}
                """, """
                enums: {b: {values: [x], renamedFrom: a}}
                tables: {a: {renamedFrom: b, columns: {c: b}}}
                """).gives("""
                        - renameTable: {from: b, to: b__swap}
                        - renameEnum: {from: a, to: b}
                        - renameTable: {from: b__swap, to: a}
                        """);
    }

    @Test
    void a_table_of_the_same_shape_is_asked_about_and_may_be_another() {
        DiffAssert.from("""
                tables: {a: {columns: {x: text}}}
                """, """
                tables: {b: {columns: {x: text}}}
                """).deciding(Deciding.no()).gives("""
                        - dropTable: {name: a}
                        - createTable:
                            name: b
                            columns: {x: text}
                        """).loses("all rows of table 'a'");
    }
}
