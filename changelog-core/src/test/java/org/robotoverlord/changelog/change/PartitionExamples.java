package org.robotoverlord.changelog.change;

/** Partitions, and what happens to tables that have some. */
final class PartitionExamples extends ExampleGroup {
    private static final String EVENTS = """
            - createTable:
                name: events
                comment: What happened.
                columns:
                  id: {type: bigint, identity: true}
                  at: {type: date, nullable: false, comment: When.}
                  "the Role": {type: user_role, default: citizen}
                  team_id: bigint
                  note: {type: varchar(80), collation: C}
                primaryKey: [id, at]
                unique: {events_note_key: [note, at]}
                checks: {events_note_check: note <> ''}
                foreignKeys: {events_team_id_fkey: {columns: [team_id], references: teams, onDelete: set null}}
                indexes:
                  events_at_idx: {columns: [at], comment: Often.}
                  by note: {columns: [{sql: lower(note)}], where: note is not null}
                partitionBy: {range: [at]}
                partitions:
                  e_26: {from: ['2026-01-01'], to: ['2027-01-01']}
                  "E 27": {from: ['2027-1-1'], to: [{sql: maxvalue}]}
                  e_rest: {default: true}
            - insert: {table: events, rows: [{id: 3, at: '2026-02-03', note: n}, {id: 4, at: '2020-02-03'}, {id: 5, at: '2027-02-03'}]}
            """;
    private static final String ROLES = """
            - createTable:
                name: audit.log
                columns: {id: integer, role: user_role, note: text}
                partitionBy: {list: [role]}
                partitions: {boss: {in: [overlord, moderator]}, others: {in: [null, citizen]}}
            - insert: {table: audit.log, down: none, rows: [{id: 1, role: citizen}, {id: 2, role: overlord}, {id: 3}]}
            """;
    private static final String HASHED = """
            - createTable:
                name: spread
                columns: {id: {type: integer, nullable: false}, part: {type: integer, nullable: false}, note: text}
                primaryKey: [id, part]
                partitionBy: {hash: [id, part]}
                partitions: {s_0: {modulus: 2, remainder: 0}, s_1: {modulus: 4, remainder: 1}, s_3: {modulus: 4, remainder: 3}}
            """;
    private static final String POINTING = """
            - createTable:
                name: notes
                columns: {event: bigint, at: date}
                foreignKeys: {notes_fkey: {columns: [event, at], references: events}}
            - insert: {table: notes, down: none, rows: [{event: 3, at: '2026-02-03'}]}
            """;
    private static final String TRIGGER =
            "- createFunction: {name: touch(), returns: trigger, language: plpgsql, body: begin return new; end}\n";

    private static final String TREE = """
            - createTable:
                name: nodes
                columns: {id: {type: integer, nullable: false}, part: {type: integer, nullable: false}, parent: integer}
                primaryKey: [id, part]
                foreignKeys: {nodes_fkey: {columns: [parent, part], references: nodes, onDelete: restrict}}
                partitionBy: {list: [part]}
                partitions: {n_1: {in: [1]}, n_2: {in: [2]}}
            - insert: {table: nodes, rows: [{id: 2, part: 2}, {id: 3, part: 2, parent: 2}]}
            """;

    private static final String LEAVES = TREE + """
            - createTable:
                name: leaves
                columns: {id: {type: integer, nullable: false}, part: {type: integer, nullable: false}, node: integer}
                primaryKey: [id, part]
                foreignKeys: {leaves_fkey: {columns: [node, part], references: nodes, onDelete: cascade}}
                partitionBy: {range: [part]}
                partitions: {l_1: {from: [1], to: [2]}, l_2: {from: [2], to: [3]}}
            - insert: {table: leaves, rows: [{id: 5, part: 2, node: 3}, {id: 6, part: 1}]}
            """;

    PartitionExamples() {
        add(
                "create-table-with-partitions",
                EVENTS.substring(2, EVENTS.indexOf("- insert")).indent(0));
        add("create-table-with-listed-partitions", ROLES.substring(2, ROLES.indexOf("- insert")));
        add("create-table-with-hashed-partitions", HASHED.substring(2));
        add("create-table-whose-partitions-are-to-come", """
                createTable:
                  name: metrics
                  columns: {id: integer, "Taken At": timestamptz, value: double}
                  partitionBy: {range: ["Taken At", value]}
                """);
        add("drop-table-with-partitions", "dropTable: {name: events}", EVENTS);
        add(
                "create-partition",
                "createPartition: {table: events, name: e_25, from: ['2025-01-01'], to: ['2026-01-01']}",
                EVENTS);
        add("create-partition-of-values", "createPartition: {table: audit.log, name: n, default: true}", ROLES);
        add(
                "create-partition-of-odd-values",
                "createPartition: {table: odd, name: \"It's\", in: [\"it's\", 'null', \"a, b\\\\\", null]}",
                """
                - createTable: {name: odd, columns: {word: text}, partitionBy: {list: [word]}, partitions: {other: {in: ['(', '']}}}
                """);
        add(
                "create-partition-of-hashes",
                "createPartition: {table: spread, name: s_last, modulus: 8, remainder: 7}",
                """
                - createTable:
                    name: spread
                    columns: {id: integer}
                    partitionBy: {hash: [id]}
                    partitions: {s_0: {modulus: 2, remainder: 0}}
                """);
        add(
                "create-partition-between-numbers",
                "createPartition: {table: metrics, name: m, from: [-5, '0.50'], to: ['007', {sql: maxvalue}]}",
                """
                - createTable:
                    name: metrics
                    columns: {sensor: integer, value: "decimal(10,2)"}
                    partitionBy: {range: [sensor, value]}
                """);
        add(
                "create-partition-between-moments",
                "createPartition: {table: metrics, name: m, from: ['2026-01-01'], to: ['2026-01-01 12:00+01']}",
                """
                - createTable:
                    name: metrics
                    columns: {taken: timestamptz}
                    partitionBy: {range: [taken]}
                """);
        add("drop-partition", "dropPartition: {table: events, name: e_26}", EVENTS);
        add(
                "drop-partition-that-may-be-pointed-to",
                "dropPartition: {table: events, name: \"E 27\"}",
                EVENTS + POINTING);
        add("rename-partition", "renamePartition: {table: events, from: \"E 27\", to: e_27}", EVENTS);
        add("detach-partition", "detachPartition: {table: events, name: e_26}", EVENTS);
        add("detach-partition-of-values", "detachPartition: {table: audit.log, name: boss}", ROLES);
        add(
                "attach-partition",
                "attachPartition: {table: events, name: e_28, from: ['2028-01-01'], to: ['2029-01-01']}",
                """
                - createTable:
                    name: events
                    columns: {id: {type: bigint, identity: always}, at: date, team_id: bigint, note: text}
                    primaryKey: [id, at]
                    checks: {events_note_check: note <> ''}
                    foreignKeys: {events_team_id_fkey: {columns: [team_id], references: teams}}
                    indexes: {events_note_idx: [note]}
                    partitionBy: {range: [at]}
                - createTable:
                    name: e_28
                    columns: {at: date, id: {type: bigint, nullable: false}, team_id: bigint, note: text}
                    primaryKey: [id, at]
                    checks: {events_note_check: note <> ''}
                    foreignKeys: {events_team_id_fkey: {columns: [team_id], references: teams}}
                    indexes: {e_28_note_idx: [note]}
                - insert: {table: e_28, rows: [{id: 30, at: '2028-05-05'}]}
                """);
        add("detach-partition-of-a-tree", "detachPartition: {table: nodes, name: n_1}", TREE);
        add(
                "attach-partition-to-a-tree",
                "attachPartition: {table: nodes, name: n_1, in: [1]}",
                TREE + "- detachPartition: {table: nodes, name: n_1}\n");
        add("detach-partition-that-points-to-partitions", "detachPartition: {table: leaves, name: l_2}", LEAVES);
        add("detach-partition-that-partitions-point-to", "detachPartition: {table: nodes, name: n_1}", LEAVES);
        add(
                "attach-partition-that-points-to-partitions",
                "attachPartition: {table: leaves, name: l_2, from: [2], to: [3]}",
                LEAVES + "- detachPartition: {table: leaves, name: l_2}\n");
        add(
                17,
                "detach-partition-with-an-exclusion",
                "detachPartition: {table: nodes, name: n_1}",
                TREE
                        + "- addExclude: {table: nodes, name: one, method: btree, elements: [{column: part, with: =}, {column: parent, with: =}]}\n");
        add("rename-table-with-partitions", "renameTable: {from: events, to: happenings}", EVENTS);
        add("move-table-with-partitions", "renameTable: {from: events, to: audit.happenings}", EVENTS);
        add("rename-schema-with-partitions", "renameSchema: {from: audit, to: logs}", ROLES);
        add("rename-column-of-a-partition-key", "renameColumn: {table: events, from: at, to: \"happened At\"}", EVENTS);
        add("rename-enum-of-a-partition-key", "renameEnum: {from: user_role, to: role}", ROLES);
        add(
                "rename-enum-value-of-a-partition",
                "renameEnumValue: {enum: user_role, from: moderator, to: \"it's me\"}",
                ROLES);
        add(
                "add-column-to-partitions",
                "addColumn: {table: events, column: {more: {type: integer, nullable: false}}, fill: 7}",
                EVENTS);
        add(
                "drop-column-of-partitions",
                "dropColumn: {table: events, column: team_id}",
                EVENTS + "- dropConstraint: {table: events, name: events_team_id_fkey}\n");
        add("change-type-in-partitions", "changeType: {table: events, column: note, to: text}", EVENTS);
        add(
                "change-enum-in-partitions",
                "changeEnum: {enum: user_role, values: [overlord, citizen], map: {moderator: citizen}}",
                EVENTS);
        add(
                "require-column-of-partitions",
                "setNullable: {table: events, column: note, nullable: false, fill: x}",
                EVENTS);
        add(
                "compute-column-of-partitions",
                "setGenerated: {table: events, column: twice, generated: {sql: id * 3}}",
                EVENTS + "- addColumn: {table: events, column: {twice: {type: bigint, generated: {sql: id * 2}}}}\n");
        add("number-column-of-partitions", "setIdentity: {table: spread, column: id, identity: always}", HASHED);
        add(
                "add-numbered-column-to-partitions",
                "addColumn: {table: spread, column: {no: {type: integer, identity: true}}}",
                HASHED);
        add("no-longer-number-column-of-partitions", "setIdentity: {table: events, column: id}", EVENTS);
        add(
                "add-unique-to-partitions",
                "addUnique: {table: events, name: u, columns: [at, team_id], deferrable: deferred}",
                EVENTS);
        add("add-check-to-partitions", "addCheck: {table: events, name: c, check: id > 0}", EVENTS);
        add(
                "add-foreign-key-from-partitions",
                "addForeignKey: {table: events, name: f, columns: [id], references: teams}",
                EVENTS
                        + "- insert: {table: teams, down: none, rows: [{id: 3, name: c}, {id: 4, name: d}, {id: 5, name: e}]}\n");
        add(
                "add-foreign-key-to-partitions",
                "addForeignKey: {table: notes, name: notes_again_fkey, columns: [event, at], references: events, onDelete: cascade}",
                EVENTS + POINTING);
        add(
                "create-index-on-partitions",
                "createIndex: {table: events, name: i, columns: [{column: team_id, order: desc}], include: [note], with: {fillfactor: 70}, comment: i}",
                EVENTS);
        add("drop-index-of-partitions", "dropIndex: {table: events, name: by note}", EVENTS);
        add("rename-key-of-partitions", "renameConstraint: {table: events, from: events_pkey, to: the_key}", EVENTS);
        add(
                "rename-check-of-partitions",
                "renameConstraint: {table: events, from: events_note_check, to: said}",
                EVENTS);
        add("detach-partition-after-renames", "detachPartition: {table: events, name: e_26}", EVENTS + """
                - renameConstraint: {table: events, from: events_team_id_fkey, to: of_team}
                - renameConstraint: {table: events, from: events_pkey, to: e_key}
                - renameIndex: {table: events, from: by note, to: events_pkey}
                - renamePartition: {table: events, from: e_rest, to: e_other}
                """);
        add("comment-on-partitions", "setComment: {table: events, column: note, comment: Hm.}", EVENTS);
        add(
                "create-trigger-on-partitions",
                "createTrigger: {table: events, name: t, when: before, on: [insert], forEach: row, call: touch()}",
                EVENTS + TRIGGER);
        add(
                "replace-trigger-on-partitions-by-one-for-statements",
                "replaceTrigger: {table: events, name: t, when: before, on: [update], call: other()}",
                EVENTS + TRIGGER + """
                - createFunction: {name: other(), returns: trigger, language: plpgsql, body: begin return null; end}
                - createTrigger: {table: events, name: t, when: before, on: [insert], forEach: row, call: touch()}
                """);
        add("detach-partition-with-triggers", "detachPartition: {table: events, name: e_rest}", EVENTS + TRIGGER + """
                - createTrigger: {table: events, name: t, when: before, on: [insert], forEach: row, call: touch()}
                - createPolicy: {table: events, name: p, for: select, using: id > 3}
                - setRowSecurity: {table: events, rowSecurity: true}
                """);
    }
}
