package org.robotoverlord.changelog.change;

/** Sequences of their own. */
final class SequenceExamples extends ExampleGroup {
    private static final String TICKET = "- createSequence: {name: ticket}\n";

    /** As {@code serial} makes it. */
    private static final String ORDERS = """
            - createSequence: {name: orders_id_seq, type: integer}
            - createTable:
                name: orders
                columns: {id: {type: integer, nullable: false, default: {sql: nextval('orders_id_seq')}}, ticket: bigint}
                primaryKey: [id]
            - alterSequence: {name: orders_id_seq, type: integer, ownedBy: orders.id}
            - insert: {table: orders, rows: [{ticket: 7}], down: none}
            """;

    private static final String NAMED = TICKET + """
            - createDomain:
                name: number
                type: bigint
                default: {sql: nextval('ticket')}
                checks: {number_check: "value < nextval('public.ticket')"}
            - createTable:
                name: visits
                columns: {no: number, sign: {type: bigint, generated: {sql: "'ticket'::regclass::oid::bigint * 0"}}}
                checks: {visits_check: "no < nextval('ticket'::regclass)"}
            - createPolicy: {table: visits, name: p, for: select, using: "no < nextval('ticket')"}
            - createFunction: {name: "f(a bigint default nextval('ticket'))", returns: bigint, language: sql, body: select a}
            """;

    SequenceExamples() {
        add(
                "create-sequence",
                "createSequence: {name: ticket, type: integer, start: 5, increment: 2, min: 1, max: 99, cache: 3, cycle: true}");
        add("create-sequence-downwards", "createSequence: {name: audit.\"down\", increment: -1, min: -9}");
        add("create-sequence-of-a-column", "createSequence: {name: \"users no\", ownedBy: users.id}");
        add("drop-sequence", "dropSequence: {name: ticket}", TICKET);
        add("drop-sequence-of-a-column", "dropSequence: {name: ticket}", """
                - createSequence: {name: ticket, max: 99, ownedBy: users.score}
                """);
        add(
                "alter-sequence",
                "alterSequence: {name: ticket, start: 5, increment: 2, max: 99, cache: 3, cycle: true}",
                TICKET);
        add("alter-sequence-to-smaller-numbers", "alterSequence: {name: ticket, type: smallint}", TICKET);
        add("alter-sequence-to-count-downwards", "alterSequence: {name: ticket, increment: -1}", TICKET);
        add("own-sequence", "alterSequence: {name: ticket, ownedBy: public.users.id}", TICKET);
        add("disown-sequence", "alterSequence: {name: orders_id_seq, type: integer}", ORDERS);
        add("rename-sequence", "renameSequence: {from: orders_id_seq, to: \"order\"}", ORDERS);
        add("rename-sequence-into-a-schema", "renameSequence: {from: ticket, to: audit.\"Ticket no.\"}", """
                - createSequence: {name: ticket}
                - addColumn: {table: users, column: {no: {type: bigint, default: {sql: "1000 + nextval('public.ticket')"}}}}
                """);
        add("rename-sequence-that-is-named-everywhere", "renameSequence: {from: ticket, to: voucher}", NAMED);
        add(
                "move-sequence-that-is-named-everywhere",
                "renameSequence: {from: ticket, to: audit.voucher}",
                NAMED.replace("public.", ""));
        add(
                "rename-schema-of-a-sequence-that-is-named-everywhere",
                "renameSchema: {from: audit, to: log}",
                NAMED.replace("public.", "") + "- renameSequence: {from: ticket, to: audit.ticket}\n");
        add("rename-table-with-a-sequence", "renameTable: {from: orders, to: audit.sales}", ORDERS);
        add("rename-column-with-a-sequence", "renameColumn: {table: orders, from: id, to: no}", ORDERS);
        add("rename-schema-with-sequences", "renameSchema: {from: audit, to: log}", ORDERS + """
                - renameTable: {from: orders, to: audit.orders}
                - createSequence: {name: audit.ticket}
                - setDefault: {table: users, column: score, default: {sql: nextval('audit.ticket')}}
                """);
        add(
                "set-generated-of-a-column-with-a-sequence",
                """
                setGenerated: {table: orders, column: ticket, generated: {sql: id * 2}}
                """,
                ORDERS + "- createSequence: {name: ticket, ownedBy: orders.ticket}\n");
        add(
                "set-default-to-a-sequence",
                "setDefault: {table: orders, column: ticket, default: {sql: nextval('orders_id_seq')}}",
                ORDERS);
    }
}
