package org.robotoverlord.changelog.diff;

import org.junit.jupiter.api.Test;

/** Holds how triggers come, change and go, and what happens under them. */
class TriggerDiffTest {
    private static final String TOUCH =
            "functions: {touch(): {returns: trigger, language: plpgsql, body: begin return new; end}}\n";

    private static String users(String columns, String triggers) {
        return "tables:\n  users:\n    columns: {id: {type: bigint, primaryKey: true}, " + columns
                + "}\n    triggers: {" + triggers + "}\n";
    }

    @Test
    void a_new_trigger_comes_after_its_function() {
        DiffAssert.from(
                        users("a: text", ""),
                        TOUCH + users("a: text", "t: {when: before, on: [insert], call: touch()}"))
                .gives("""
                        - createFunction: {name: touch(), returns: trigger, language: plpgsql, body: begin return new; end}
                        - createTrigger: {table: users, name: t, when: before, on: [insert], call: touch()}
                        """);
    }

    @Test
    void a_new_table_brings_its_triggers() {
        DiffAssert.to(TOUCH + users("a: text", "t: {when: before, on: [insert], call: touch()}"))
                .gives("""
                        - createFunction: {name: touch(), returns: trigger, language: plpgsql, body: begin return new; end}
                        - createTable:
                            name: users
                            columns: {id: bigint, a: text}
                            primaryKey: [id]
                            triggers: {t: {when: before, on: [insert], call: touch()}}
                        """);
    }

    @Test
    void a_trigger_that_is_another_is_replaced_and_one_that_is_gone_goes_before_its_function() {
        DiffAssert.from(
                        TOUCH
                                + users(
                                        "a: text",
                                        "t: {when: before, on: [insert], call: other()}, u: {when: after, on: [delete], call: touch()}"),
                        users("a: text", "t: {when: before, on: [insert, delete], call: other()}"))
                .gives("""
                        - dropTrigger: {table: users, name: u}
                        - replaceTrigger: {table: users, name: t, when: before, on: [insert, delete], call: other()}
                        - dropFunction: {name: touch()}
                        """)
                .loses();
    }

    @Test
    void it_is_made_anew_around_a_column_that_goes() {
        DiffAssert.from(
                        TOUCH + users("a: text, b: text", "t: {when: before, on: [{update: [a, b]}], call: touch()}"),
                        TOUCH + users("b: text", "t: {when: before, on: [{update: [b]}], call: touch()}"))
                .gives("""
                        - dropTrigger: {table: users, name: t}
                        - dropColumn: {table: users, column: a}
                        - createTrigger: {table: users, name: t, when: before, on: [{update: [b]}], call: touch()}
                        """);
    }

    @Test
    void it_follows_a_column_to_its_new_name() {
        DiffAssert.from(
                        TOUCH
                                + users(
                                        "mail: text",
                                        "t: {when: before, on: [{update: [mail]}], forEach: row, condition: new.mail <> '', call: touch()}"),
                        TOUCH
                                + users(
                                        "email: text",
                                        "t: {when: before, on: [{update: [email]}], forEach: row, condition: new.email <> '', call: touch()}"))
                .gives("- renameColumn: {table: users, from: mail, to: email}");
    }

    @Test
    void it_goes_before_a_function_that_is_made_anew() {
        DiffAssert.from(
                        "functions: {touch(): {returns: trigger, language: plpgsql, body: x}}\n"
                                + users("a: text", "t: {when: before, on: [insert], call: touch()}"),
                        "functions: {touch(): {returns: integer, language: plpgsql, body: x}}\n" + users("a: text", ""))
                .gives("""
                        - dropTrigger: {table: users, name: t}
                        - dropFunction: {name: touch()}
                        - createFunction: {name: touch(), returns: integer, language: plpgsql, body: x}
                        """);
    }
}
