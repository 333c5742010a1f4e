package org.robotoverlord.changelog.diff;

import org.junit.jupiter.api.Test;

/** Holds how views come, change and go, in their order, and how they make way. */
class ViewDiffTest {
    private static final String TABLES = """
            tables:
              users:
                columns: {id: {type: bigint, primaryKey: true}, mail: text, score: integer}
            """;

    private static final String BEFORE = TABLES + """
            views:
              best: {query: select mail from active where score > 3}
              active: {query: "select id, mail, score from users"}
            """;

    @Test
    void views_are_made_after_those_they_stand_on_and_dropped_before_them() {
        DiffAssert.from(TABLES, BEFORE).gives("""
                - createView: {name: active, query: "select id, mail, score from users"}
                - createView: {name: best, query: select mail from active where score > 3}
                """);
        DiffAssert.from(BEFORE, TABLES).gives("""
                - dropView: {name: best}
                - dropView: {name: active}
                """);
        DiffAssert.from("", BEFORE).gives("""
                - createTable: {name: users, columns: {id: bigint, mail: text, score: integer}, primaryKey: [id]}
                - createView: {name: active, query: "select id, mail, score from users"}
                - createView: {name: best, query: select mail from active where score > 3}
                """);
    }

    @Test
    void a_view_that_differs_in_its_name_only_is_renamed() {
        DiffAssert.from(BEFORE, BEFORE.replace("best:", "top:")).gives("- renameView: {from: best, to: top}\n");
        DiffAssert.from(BEFORE, BEFORE.replace("active:", "living:").replace("from active", "from living"))
                .gives("""
                - dropView: {name: best}
                - renameView: {from: active, to: living}
                - createView: {name: best, query: select mail from living where score > 3}
                """);
    }

    @Test
    void a_view_that_is_renamed_and_changed_is_made_anew() {
        DiffAssert.from(BEFORE, BEFORE.replace("best:", "top:").replace("> 3", "> 4"))
                .gives("""
                - dropView: {name: best}
                - createView: {name: top, query: select mail from active where score > 4}
                """);
    }

    @Test
    void a_view_is_replaced_and_what_stands_on_it_stays_unless_it_changes_too() {
        DiffAssert.from(BEFORE, BEFORE.replace("from users", "from users where id > 0"))
                .gives("""
                - replaceView: {name: active, query: "select id, mail, score from users where id > 0"}
                """);
        DiffAssert.from(
                        BEFORE,
                        BEFORE.replace("mail, score from users", "score from users")
                                .replace("mail from active", "id from active"))
                .gives("""
                - dropView: {name: best}
                - replaceView: {name: active, query: "select id, score from users"}
                - createView: {name: best, query: select id from active where score > 3}
                """);
    }

    @Test
    void views_may_change_places() {
        DiffAssert.from(BEFORE, TABLES + """
                views:
                  best: {query: "select mail, score, id from users where score > 3"}
                  active: {query: "select id, mail, score from best"}
                """).gives("""
                - dropView: {name: best}
                - createView: {name: best, query: "select mail, score, id from users where score > 3"}
                - replaceView: {name: active, query: "select id, mail, score from best"}
                """);
    }

    @Test
    void a_column_that_views_stand_on_is_dropped_and_renamed_between_them() {
        DiffAssert.from(
                        BEFORE,
                        BEFORE.replace("mail: text, ", "")
                                .replace("select mail", "select id")
                                .replace("id, mail, score", "id, score"))
                .gives("""
                - dropView: {name: best}
                - dropView: {name: active}
                - dropColumn: {table: users, column: mail}
                - createView: {name: active, query: "select id, score from users"}
                - createView: {name: best, query: select id from active where score > 3}
                """);
        DiffAssert.from(BEFORE, BEFORE.replace("mail", "email")).gives("""
                - dropView: {name: best}
                - dropView: {name: active}
                - renameColumn: {table: users, from: mail, to: email}
                - createView: {name: active, query: "select id, email, score from users"}
                - createView: {name: best, query: select email from active where score > 3}
                """);
    }

    @Test
    void a_table_is_renamed_between_views() {
        DiffAssert.from(BEFORE, BEFORE.replace("users", "people")).gives("""
                - dropView: {name: best}
                - dropView: {name: active}
                - renameTable: {from: users, to: people}
                - renameConstraint: {table: people, from: users_pkey, to: people_pkey}
                - createView: {name: active, query: "select id, mail, score from people"}
                - createView: {name: best, query: select mail from active where score > 3}
                """);
    }

    @Test
    void a_type_changes_below_views_without_them() {
        DiffAssert.from(BEFORE, BEFORE.replace("score: integer", "score: bigint"))
                .gives("""
                - changeType: {table: users, column: score, to: bigint}
                """);
    }

    @Test
    void a_view_that_changes_with_the_type_of_its_column_makes_way() {
        DiffAssert.from(BEFORE, BEFORE.replace("score: integer", "score: text").replace("score > 3", "score > '3'"))
                .gives("""
                - dropView: {name: best}
                - changeType: {table: users, column: score, to: text}
                - createView: {name: best, query: select mail from active where score > '3'}
                """);
    }

    @Test
    void a_view_of_all_columns_gets_the_new_one() {
        String all = TABLES + "views: {all_of_them: {query: select * from users}}\n";
        DiffAssert.from(all, all.replace("mail: text", "mail: text, born: date"))
                .gives("""
                - dropView: {name: all_of_them}
                - addColumn: {table: users, column: {born: date}}
                - createView: {name: all_of_them, query: select * from users}
                """);
    }

    @Test
    void a_view_may_become_a_table_and_a_table_a_view() {
        DiffAssert.from(TABLES + "views: {people: {query: select id from users}}\n", """
                tables:
                  people:
                    columns: {id: {type: bigint, primaryKey: true}, mail: text, score: integer}
                views:
                  users: {query: select id from people}
                """)
                .gives("""
                - dropView: {name: people}
                - renameTable: {from: users, to: people}
                - renameConstraint: {table: people, from: users_pkey, to: people_pkey}
                - createView: {name: users, query: select id from people}
                """);
    }

    @Test
    void indexes_and_comments_change_without_the_view() {
        String before = TABLES + """
                views:
                  sums:
                    query: select id, score from users
                    materialized: true
                    indexes: {a: [id], b: [score], c: {columns: [score, id], comment: Both.}}
                """;
        DiffAssert.from(before, TABLES + """
                views:
                  sums:
                    query: select id, score from users
                    materialized: true
                    indexes: {a2: [id], b: {columns: [score], unique: true}, c: [score, id]}
                    comment: Sums.
                """).gives("""
                - renameIndex: {table: sums, from: a, to: a2}
                - dropIndex: {table: sums, name: b}
                - createIndex: {table: sums, name: b, columns: [score], unique: true}
                - setComment: {index: c}
                - setComment: {view: sums, comment: Sums.}
                """);
        DiffAssert.from(before, before.replace("    materialized: true\n", "").replaceAll("    indexes: .*\n", ""))
                .gives("- replaceView: {name: sums, query: \"select id, score from users\"}\n");
    }

    @Test
    void a_function_that_a_view_calls_makes_it_make_way() {
        String before = TABLES + """
                functions: {twice(integer): {returns: integer, language: sql, body: select $1 * 2}}
                views: {doubled: {query: select twice(score) as n from users}}
                """;
        DiffAssert.from(before, before.replace("returns: integer", "returns: bigint"))
                .gives("""
                - dropView: {name: doubled}
                - dropFunction: {name: twice(integer)}
                - createFunction: {name: twice(integer), returns: bigint, language: sql, body: select $1 * 2}
                - createView: {name: doubled, query: select twice(score) as n from users}
                """);
    }

    @Test
    void a_policy_that_asks_a_view_comes_after_it() {
        DiffAssert.from("tables: {a: {columns: {id: bigint}}}\n", """
                tables:
                  a: {columns: {id: bigint}}
                  b:
                    columns: {id: bigint}
                    policies: {seen: {using: id in (select id from shown)}}
                views: {shown: {query: select id from a}}
                """).gives("""
                - createTable: {name: b, columns: {id: bigint}}
                - createView: {name: shown, query: select id from a}
                - createPolicy: {table: b, name: seen, using: id in (select id from shown)}
                """);
    }
}
