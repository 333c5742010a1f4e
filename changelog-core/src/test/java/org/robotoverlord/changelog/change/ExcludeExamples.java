package org.robotoverlord.changelog.change;

/** Exclusion constraints, and what happens below them. */
final class ExcludeExamples extends ExampleGroup {
    private static final String STAYS = """
            - createExtension: {name: btree_gist}
            - createTable:
                name: stays
                columns:
                  room: {type: integer, nullable: false}
                  during: {type: tstzrange, nullable: false}
                  since: date
                  until: date
                  kind: {type: user_role, default: citizen}
                  twice: {type: integer, generated: {sql: room * 2}}
                excludes:
                  stays_excl: {elements: [{column: room, with: "="}, {column: during, with: "&&"}]}
                  stays_days_excl:
                    elements: [{sql: "daterange(since, until)", with: "&&"}, {column: twice, with: "="}, {column: kind, with: "<>"}]
                    where: since > '2020-01-01' and kind <> 'overlord'
                    deferrable: deferred
            - insert:
                table: stays
                rows:
                  - {room: 1, during: "[2026-01-01,2026-01-02)", since: 2026-01-01, until: 2026-01-03}
                  - {room: 1, during: "[2026-01-02,2026-01-03)"}
                  - {room: 2, during: "[2026-01-01,2026-01-02)", since: 2026-01-01, until: 2026-01-03}
                down: none
            """;

    ExcludeExamples() {
        add("add-exclude", """
                addExclude:
                  table: stays
                  name: stays_room_during_excl
                  elements: [{column: room, with: "="}, {column: during, with: "&&"}]
                """, STAYS);
        add("add-exclude-over-expressions", """
                addExclude:
                  table: users
                  name: No two
                  method: gist
                  elements:
                    - {sql: "int8range(id, id + 1) -- itself", with: "&&"}
                    - {column: email, with: operator(pg_catalog.<>), collation: C, opclass: audit.gist_text_ops}
                  where: active or score > 3
                  deferrable: deferred
                """, "- createExtension: {name: btree_gist, schema: audit}\n");
        add("add-exclude-in-a-btree", """
                addExclude:
                  table: users
                  name: users_bio_excl
                  method: btree
                  elements: [{column: bio, with: "=", order: desc, nulls: last}]
                  deferrable: immediate
                """);
        add("create-table-with-excludes", """
                createTable:
                  name: audit.nets
                  columns: {net: inet, host: inet, at: tstzrange}
                  excludes:
                    - {elements: [{column: net, with: "&&", opclass: inet_ops}]}
                    - {method: hash, elements: [{column: host, with: "="}]}
                    - {elements: [{column: at, with: "-|-"}]}
                """);
        add("create-table-with-excludes-that-are-alike", """
                createTable:
                  name: nets
                  columns: {host: inet}
                  excludes:
                    one: {method: hash, elements: [{column: host, with: "="}]}
                    other: {method: hash, elements: [{column: host, with: "="}]}
                """);
        add("drop-exclude", "dropConstraint: {table: stays, name: stays_days_excl}", STAYS);
        add("rename-exclude", "renameConstraint: {table: stays, from: stays_excl, to: \"No two stays\"}", STAYS);
        add("rename-column-of-an-exclude", "renameColumn: {table: stays, from: since, to: first day}", STAYS);
        add("rename-table-with-excludes", "renameTable: {from: stays, to: audit.visits}", STAYS);
        add("change-type-below-an-exclude", "changeType: {table: stays, column: room, to: bigint}", STAYS + """
                - dropConstraint: {table: stays, name: stays_days_excl}
                - dropColumn: {table: stays, column: twice}
                """);
        add("change-type-within-an-exclude", "changeType: {table: stays, column: until, to: text}", STAYS + """
                - dropConstraint: {table: stays, name: stays_days_excl}
                - addExclude: {table: stays, name: until, elements: [{sql: "coalesce(until, '2026-01-01')", with: "="}, {column: room, with: "="}]}
                """);
        add(
                "set-generated-below-an-exclude",
                "setGenerated: {table: stays, column: twice, generated: {sql: room * 3}}",
                STAYS);
        add(
                "change-enum-below-an-exclude",
                "changeEnum: {enum: user_role, values: [overlord, citizen], map: {moderator: citizen}}",
                STAYS);
    }
}
