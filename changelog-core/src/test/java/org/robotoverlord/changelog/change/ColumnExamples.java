package org.robotoverlord.changelog.change;

/** Columns added, dropped, renamed and changed in all but their type. */
final class ColumnExamples extends ExampleGroup {
    ColumnExamples() {
        columns();
        identities();
        generated();
    }

    private void columns() {
        add("add-column", "addColumn: {table: users, column: {verified_at: timestamptz}}");
        add("add-column-with-default", """
                addColumn:
                  table: users
                  column: {status: {type: varchar(20), nullable: false, default: new, collation: C, comment: Of late.}}
                """);
        add("add-column-with-fill", """
                addColumn: {table: users, column: {verified: {type: boolean, nullable: false}}, fill: false}
                """);
        add("add-column-with-fill-of-sql", """
                addColumn: {table: users, column: {name: {type: text, nullable: false}}, fill: {sql: "split_part(email, '@', 1)"}}
                """);
        add("add-column-with-default-and-fill", """
                addColumn: {table: users, column: {plan: {type: text, nullable: false, default: free}}, fill: legacy}
                """);
        add("add-column-of-numbers", "addColumn: {table: users, column: {no: {type: bigint, identity: true}}}");
        add("add-column-computed", """
                addColumn: {table: users, column: {domain: {type: text, generated: {sql: "split_part(email, '@', 2)"}}}}
                """);
        add(18, "add-column-computed-when-read", """
                addColumn: {table: users, column: {domain: {type: text, generated: {sql: lower(bio), stored: false}}}}
                """);
        add("drop-column", "dropColumn: {table: users, column: bio}");
        add("drop-column-with-fill", "dropColumn: {table: posts, column: number, fill: 0}");
        add("rename-column", "renameColumn: {table: users, from: email, to: mail}");
        add("rename-column-of-a-key", "renameColumn: {table: users, from: id, to: user_id}");
        add("rename-column-of-a-foreign-key", "renameColumn: {table: letters, from: user_id, to: author_id}", """
                - createTable:
                    name: letters
                    columns: {id: bigint, user_id: bigint, body: text}
                    primaryKey: [id]
                    checks: {letters_body_check: length(body) <= 10000}
                    foreignKeys: {letters_user_id_fkey: {columns: [user_id], references: users, onDelete: cascade}}
                """);
        add("set-not-null", """
                setNullable: {table: users, column: bio, nullable: false, fill: ""}
                """);
        add("set-not-null-with-fill-of-sql", """
                setNullable: {table: users, column: born, nullable: false, fill: {sql: "current_date - id::integer"}}
                """);
        add("set-not-null-with-a-default", "setNullable: {table: users, column: settings, nullable: false}");
        add(
                "set-not-null-under-a-deferred-key",
                "setNullable: {table: users, column: team_id, nullable: false, fill: 2}");
        add("set-nullable", "setNullable: {table: posts, column: number, nullable: true, fill: 0}");
        add("set-default", "setDefault: {table: users, column: score, default: 15}");
        add("set-default-of-sql", "setDefault: {table: users, column: born, default: {sql: current_date}}");
        add("remove-default", "setDefault: {table: users, column: role}");
        add("set-collation", "setCollation: {table: users, column: bio, collation: C}");
        add("set-collation-under-an-index-that-has-it", "setCollation: {table: users, column: bio, collation: C}", """
                - createIndex: {table: users, name: own, columns: [{column: bio, collation: C}], comment: Sorted.}
                - addExclude: {table: users, name: alone, elements: [{column: bio, collation: C, with: "="}], method: btree}
                """);
        add("set-collation-under-a-generated-column", "setCollation: {table: users, column: email, collation: POSIX}");
    }

    private void identities() {
        add("add-identity", "setIdentity: {table: posts, column: number, identity: true}");
        add("add-identity-with-bounds", """
                setIdentity: {table: posts, column: number, identity: {always: true, start: 10, increment: 2, max: 16}}
                """);
        add(
                "add-identity-downwards",
                "setIdentity: {table: posts, column: number, identity: {increment: -1, min: -100, max: 50}}");
        add(
                "change-identity",
                "setIdentity: {table: posts, column: id, identity: {start: 100, increment: 10, cache: 5, cycle: true}}");
        add("change-identity-bounds", "setIdentity: {table: posts, column: id, identity: {min: 100, max: 1000}}");
        add("remove-identity", "setIdentity: {table: posts, column: id}");
    }

    private void generated() {
        add("generate-column", """
                setGenerated: {table: users, column: bio, generated: {sql: "upper(email)"}}
                """);
        add("change-generated-column", """
                setGenerated: {table: users, column: handle, generated: {sql: "split_part(email, '@', 1)"}}
                """);
        add("make-generated-column-plain", "setGenerated: {table: users, column: handle}", """
                - dropConstraint: {table: users, name: users_handle_check}
                """);
        add("make-generated-column-plain-under-a-foreign-key", "setGenerated: {table: codes, column: code}", """
                - createTable:
                    name: codes
                    columns: {id: integer, code: {type: integer, nullable: false, generated: {sql: id + 1}}}
                    primaryKey: [code]
                    unique: {codes_id_code_key: [id, code]}
                - createTable:
                    name: uses
                    columns: {code: integer}
                    foreignKeys: {uses_code_fkey: {columns: [code], references: codes}}
                """);
        add(18, "generate-column-when-read", """
                setGenerated: {table: users, column: bio, generated: {sql: lower(email), stored: false}}
                """);
        add(18, "change-column-generated-when-read", """
                setGenerated: {table: rooms, column: twice, generated: {sql: no + no, stored: false}}
                """, """
                - createTable:
                    name: rooms
                    columns: {no: integer, twice: {type: integer, generated: {sql: no * 2, stored: false}}}
                    checks: {rooms_twice_check: twice > 0}
                - insert: {table: rooms, rows: [{no: 3}], down: none}
                """);
    }
}
