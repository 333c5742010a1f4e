package org.robotoverlord.changelog.change;

/** Rows written, changed and deleted. */
final class RowExamples extends ExampleGroup {
    RowExamples() {
        add("insert", """
                insert:
                  table: users
                  rows:
                    - {id: 50, email: "d'or@example.org", role: citizen, settings: '{"a": 1}'}
                    - {id: 51, email: eve@example.org, role: {sql: "'over' || 'lord'"}, settings: null}
                    - {id: 52, email: fay@example.org, born: {sql: current_date}}
                """.replace("'over' || 'lord'", "'overlord'"));
        add(
                "insert-into-numbered-table",
                "insert: {table: posts, rows: [{id: 9, author_id: 1, title: Ho, number: 1}, {id: 10, author_id: 1, title: He, number: 2}]}");
        add(
                "insert-without-key",
                """
                insert: {table: tags, rows: [{name: new}, {}], down: "delete from tags"}
                """,
                "- createTable: {name: tags, columns: {id: {type: integer, identity: true}, name: text}, primaryKey: [id]}");
        add(
                "insert-with-composite-key",
                "insert: {table: pairs, rows: [{a: 1, b: x, c: y}, {a: 2, b: \"it's\"}]}",
                "- createTable: {name: pairs, columns: {a: integer, b: text, c: text}, primaryKey: [a, b]}");
        add("update", """
                update: {table: users, set: {role: citizen, score: {sql: score + 1}, bio: null}, where: "role <> 'overlord' -- the rest", down: none}
                """);
        add("delete", "delete: {table: posts, where: number > 5, down: none}");
    }
}
