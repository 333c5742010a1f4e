package org.robotoverlord.changelog.change;

/** Tables made, dropped and renamed, and what is said of them. */
final class TableExamples extends ExampleGroup {
    TableExamples() {
        add("create-table", """
                createTable:
                  name: badges
                  comment: What users earn.
                  columns:
                    user_id: bigint
                    no: smallint
                    kind: {type: user_role, nullable: false, default: citizen, comment: As an enum.}
                    title: {type: varchar(80), collation: C, default: "it's"}
                    worth: {type: "decimal(10,2)", nullable: false, default: 1.50}
                    given: {type: timestamptz(3), default: {sql: "now() - interval '1 day'"}}
                    label: {type: text, generated: {sql: "title || no::text"}}
                    parent_user: bigint
                    parent_no: smallint
                  primaryKey: [user_id, no]
                  unique: {badges_title_key: {columns: [title], deferrable: true}}
                  checks: {badges_worth_check: worth >= 0 -- never a debt}
                  foreignKeys:
                    badges_user_id_fkey: {columns: [user_id], references: users, onDelete: cascade, onUpdate: restrict}
                    badges_parent_fkey: {columns: [parent_user, parent_no], references: badges, onDelete: set null, deferrable: deferred}
                  indexes:
                    badges_kind_idx: {columns: [kind, {column: given, order: desc}], comment: For the front page.}
                """);
        add("create-table-of-all-types", """
                createTable:
                  name: kinds
                  columns:
                    a: {type: boolean, default: false}
                    b: {type: smallint, default: -1}
                    c: integer
                    d: {type: bigint, default: 9223372036854775807}
                    e: {type: decimal, default: 0.5}
                    f: decimal(8)
                    g: "decimal(8,3)"
                    h: {type: real, default: 1.5}
                    i: {type: double, default: {sql: "'NaN'"}}
                    j: {type: char(3), default: abc}
                    k: varchar
                    l: varchar(10)
                    m: {type: text, default: ''}
                    n: {type: binary, default: '\\x00ff'}
                    o: {type: date, default: 2026-05-24}
                    p: {type: time, default: "10:30"}
                    q: time(3)
                    r: {type: timestamp, default: 2026-05-24 10:30}
                    s: timestamp(0)
                    t: {type: timestamptz, default: 2026-05-24 10:30+02}
                    u: timestamptz(3)
                    v: {type: interval, default: 1 day}
                    w: {type: uuid, default: {sql: gen_random_uuid()}}
                    x: {type: json, default: '{"a": [1]}'}
                    y: {type: jsonb, default: '[]'}
                    aa: {type: "text[]", default: '{a,"b c"}'}
                    ab: "timestamptz(3)[]"
                    ac: {type: "user_role[]", default: "{}"}
                    ad: {type: inet, default: 10.0.0.1}
                    ae: tstzrange
                    af: varbit(5)
                    ag: native(numrange)
                    ah: {type: native(bit(3)), default: {sql: "B'101'"}}
                """);
        add("create-table-in-a-schema", """
                createTable:
                  name: audit.entries
                  columns:
                    id: {type: smallint, identity: {start: 10, increment: 5, min: 10, max: 1000, cache: 3, cycle: true}}
                    who: {type: bigint, references: users.id, index: true}
                    down: {type: bigint, identity: {always: true, increment: -1}}
                """);
        add("create-table-with-odd-names", """
                createTable:
                  name: '"Odd "" table"'
                  columns:
                    Select: {type: text, default: "a'b\\\\c", comment: "It's \\\\ odd."}
                    "col.umn": {type: integer, nullable: false}
                    "héllo wörld": text
                  primaryKey: {name: "Odd key", columns: ["col.umn"]}
                  checks: {"odd check": "\\"Select\\" <> ''"}
                  indexes: {"odd index": [Select, "héllo wörld"]}
                """);
        add(15, "create-table-nulls-not-distinct", """
                createTable:
                  name: seats
                  columns: {room: text, no: integer}
                  unique: {seats_key: {columns: [room, no], nullsNotDistinct: true}}
                  indexes: {seats_room_idx: {columns: [room], unique: true, nullsNotDistinct: true}}
                """);
        add("drop-table", "dropTable: {name: posts}");
        add("rename-table", "renameTable: {from: users, to: members}");
        add("rename-table-into-a-schema", "renameTable: {from: users, to: audit.users}");
        add("rename-table-and-its-schema", "renameTable: {from: users, to: audit.members}");
        add(
                "rename-table-where-its-new-name-is-taken",
                "renameTable: {from: users, to: audit.members}",
                "- createTable: {name: members, columns: {id: integer}}");
        add("rename-table-where-both-names-are-taken", "renameTable: {from: users, to: audit.members}", """
                - createTable: {name: members, columns: {id: integer}}
                - createTable: {name: audit.users, columns: {id: integer}}
                - createTable: {name: users__swap, columns: {id: integer}}
                """);
        add("rename-table-where-types-have-its-names", "renameTable: {from: users, to: audit.members}", """
                - createEnum: {name: members, values: [ann]}
                - createDomain: {name: audit.users, type: text}
                """);
        add("comment-on-table", "setComment: {table: users, comment: \"It's new.\"}");
        add("comment-on-column", "setComment: {table: users, column: bio, comment: Free text.}");
        add("comment-on-index", "setComment: {index: users_role_idx, comment: Fast.}");
        add("comment-on-enum", "setComment: {enum: user_role, comment: New.}");
        add("remove-comment", "setComment: {table: users, column: email}");
    }
}
