package org.robotoverlord.changelog.change;

/** Triggers. */
final class TriggerExamples extends ExampleGroup {
    private static final String TOUCH = """
            - createFunction: {name: touch(), returns: trigger, language: plpgsql, body: begin return new; end}
            - createFunction: {name: audit.note(), returns: trigger, language: plpgsql, body: begin return null; end}
            """;
    private static final String TRIGGER = TOUCH
            + "- createTrigger: {table: users, name: users_touch, when: before, on: [insert, {update: [email, score]}], forEach: row,"
            + " condition: \"new.score > 3 and new.email <> ''\", call: touch()}\n";

    TriggerExamples() {
        add(
                "create-trigger",
                "createTrigger: {table: users, name: users_touch, when: before, on: [insert, {update: [score, email]}], forEach: row,"
                        + " condition: \"new.role = 'citizen'\", call: touch()}",
                TOUCH);
        add(
                "create-trigger-with-arguments",
                "createTrigger: {table: posts, name: \"Posts noted\", when: after, on: [truncate, delete, insert, update],"
                        + " call: \"audit.note('it''s', 'a, \\\\b', -3)\"}",
                TOUCH);
        add(
                "create-trigger-on-one-event",
                "createTrigger: {table: posts, name: n, when: after, on: [insert], call: public.touch()}",
                TOUCH);
        add("create-table-with-triggers", """
                createTable:
                  name: audit.log
                  columns: {id: bigint, note: text}
                  triggers:
                    log_note: {when: after, on: [{update: [note]}], forEach: row, condition: old.note is distinct from new.note, call: audit.note()}
                """, TOUCH);
        add(
                "replace-trigger",
                "replaceTrigger: {table: users, name: users_touch, when: after, on: [delete], call: audit.note('x')}",
                TRIGGER);
        add("rename-trigger", "renameTrigger: {table: users, from: users_touch, to: \"Stamp\"}", TRIGGER);
        add("drop-trigger", "dropTrigger: {table: users, name: users_touch}", TRIGGER);
        add("rename-column-of-a-trigger", "renameColumn: {table: users, from: email, to: \"E-Mail\"}", TRIGGER);
        add("rename-table-with-a-trigger", "renameTable: {from: users, to: audit.members}", TRIGGER);
        add("drop-table-with-a-trigger", "dropTable: {name: log}", TOUCH + """
                - createTable:
                    name: log
                    columns: {id: bigint}
                    triggers: {log_note: {when: before, on: [insert], call: audit.note()}}
                """);
        add("rename-function-of-a-trigger", "renameFunction: {from: touch(), to: audit.stamp()}", TRIGGER);
        add("rename-schema-with-a-function-of-a-trigger", "renameSchema: {from: audit, to: log}", TOUCH + """
                - createTrigger: {table: users, name: users_note, when: after, on: [insert], call: audit.note()}
                """);
        add("change-type-under-a-trigger", "changeType: {table: users, column: score, to: bigint}", TRIGGER);
        add("set-collation-under-a-trigger", "setCollation: {table: users, column: email, collation: C}", TRIGGER);
        add(
                "change-enum-under-a-trigger",
                "changeEnum: {enum: user_role, values: [overlord, citizen], map: {moderator: citizen}}",
                TOUCH + """
                - createTrigger: {table: users, name: users_touch, when: before, on: [{update: [role]}], forEach: row, call: touch()}
                - createTrigger: {table: users, name: users_note, when: before, on: [insert], forEach: row, condition: "new.role = 'citizen'", call: touch()}
                """);
        add("rename-enum-value-under-a-trigger", "renameEnum: {from: user_role, to: role}", TOUCH + """
                - createTrigger: {table: users, name: users_touch, when: before, on: [insert], forEach: row, condition: "new.role = 'citizen'::user_role", call: touch()}
                """);
    }
}
