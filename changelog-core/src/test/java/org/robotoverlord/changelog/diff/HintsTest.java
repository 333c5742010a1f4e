package org.robotoverlord.changelog.diff;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.change.AddColumn;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.DropColumn;
import org.robotoverlord.changelog.change.RenameColumn;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Name;

/** Holds when a {@code renamedFrom} does something, when it is spent, and when it is wrong. */
class HintsTest {
    private static final Name USERS = Name.of("users");

    /** The changes that lead to a model, and more of them. */
    private static List<Change> history(String model, Change... more) {
        List<Change> all =
                new java.util.ArrayList<>(DiffAssert.to(model).difference().changes());
        all.addAll(List.of(more));
        return all;
    }

    private static String users(String columns) {
        return "tables: {users: {columns: {" + columns + "}}}";
    }

    private static Change rename(String from, String to) {
        return new RenameColumn(USERS, from, to);
    }

    @Test
    void a_hint_renames_without_a_question_however_unlike_the_two_are() {
        DiffAssert.from(users("a: integer"), users("zzz: {type: text, renamedFrom: a}"))
                .deciding(Deciding.no())
                .gives("""
                        - renameColumn: {table: users, from: a, to: zzz}
                        - changeType: {table: users, column: zzz, to: text}
                        """);
    }

    @Test
    void hints_of_tables_and_their_columns_go_together() {
        DiffAssert.from(
                        users("a: text, b: text"),
                        "tables: {people: {renamedFrom: users, columns: {c: {type: text, renamedFrom: a}, d: text}}}")
                .deciding(Deciding.no())
                .gives("""
                        - renameTable: {from: users, to: people}
                        - renameColumn: {table: people, from: a, to: c}
                        - addColumn: {table: people, column: {d: text}}
                        - dropColumn: {table: people, column: b}
                        """);
    }

    @Test
    void a_hint_of_an_index_chooses_among_equal_ones() {
        DiffAssert.from(
                        "tables: {users: {columns: {a: text}, indexes: {one: [a], two: [a]}}}",
                        "tables: {users: {columns: {a: text}, indexes: {three: {columns: [a], renamedFrom: two}}}}")
                .gives("""
                        - dropIndex: {table: users, name: one}
                        - renameIndex: {table: users, from: two, to: three}
                        """);
    }

    @Test
    void a_hint_is_spent_once_the_history_holds_the_rename() {
        DiffAssert.from(users("email: text"), users("email: {type: text, renamedFrom: mail}"))
                .after(history(users("mail: text"), rename("mail", "email")))
                .givesNothing()
                .warns();
    }

    @Test
    void a_spent_hint_lets_its_old_name_be_used_again() {
        DiffAssert.from(users("email: text"), users("email: {type: text, renamedFrom: mail}, mail: text"))
                .after(history(users("mail: text"), rename("mail", "email")))
                .gives("""
                        - addColumn: {table: users, column: {mail: text}}
                        """)
                .warns();
    }

    @Test
    void hints_of_a_swap_are_spent_by_way_of_its_temporary_name() {
        DiffAssert.from(
                        users("a: text, b: integer"),
                        users("a: {type: text, renamedFrom: b}, b: {type: integer, renamedFrom: a}"))
                .after(history(
                        users("a: integer, b: text"), rename("a", "a__swap"), rename("b", "a"), rename("a__swap", "b")))
                .givesNothing()
                .warns();
    }

    @Test
    void a_hint_stays_spent_when_its_table_is_renamed() {
        DiffAssert.from(
                        "tables: {people: {columns: {email: text}}}",
                        "tables: {people: {renamedFrom: users, columns: {email: {type: text, renamedFrom: mail}}}}")
                .after(history(users("mail: text"), rename("mail", "email"), new RenameTable(USERS, Name.of("people"))))
                .givesNothing()
                .warns();
    }

    @Test
    void a_hint_whose_old_name_never_was_is_warned_of() {
        DiffAssert.from(users("email: text"), users("email: {type: text, renamedFrom: mial}"))
                .after(history(users("email: text")))
                .givesNothing()
                .warns(
                        "models.yaml:1:61: 'email' says renamedFrom: mial, but the changelogs never had that name; it does"
                                + " nothing, so take it out or mend it");
    }

    @Test
    void a_hint_whose_old_name_is_gone_is_warned_of() {
        Column text = Column.of(ColumnType.parse("text"));
        DiffAssert.from(users("other: integer"), users("other: integer, email: {type: text, renamedFrom: mail}"))
                .after(history(
                        users("other: integer"),
                        AddColumn.of(USERS, "mail", text, Optional.empty()),
                        new DropColumn(USERS, "mail", Optional.empty())))
                .gives("""
                        - addColumn: {table: users, column: {email: text}}
                        """)
                .warns(
                        "models.yaml:1:77: 'email' says renamedFrom: mail, which is gone by now; it does nothing, so take it"
                                + " out or mend it");
    }

    @Test
    void an_unspent_hint_whose_old_name_is_still_in_the_models_is_wrong() {
        DiffAssert.from(users("mail: text"), users("mail: text, email: {type: text, renamedFrom: mail}"))
                .isRefused(
                        "models.yaml:1:73: 'email' says renamedFrom: mail, but the models still have 'mail'; take one of them"
                                + " out, or give 'mail' a renamedFrom of its own");
    }

    @Test
    void two_hints_cannot_have_one_old_name() {
        DiffAssert.from(users("a: text"), users("b: {type: text, renamedFrom: a}, c: {type: text, renamedFrom: a}"))
                .isRefused("'b' and 'c' both say renamedFrom: a; only one of them can be it");
    }

    @Test
    void all_wrong_hints_are_told_at_once() {
        DiffAssert.from("tables: {users: {columns: {a: text}}, teams: {columns: {a: text}}}", """
                        tables:
                          users: {columns: {a: text, b: {type: text, renamedFrom: a}}}
                          teams: {columns: {a: text, b: {type: text, renamedFrom: a}}}
                        """)
                .isRefused("models.yaml:2:", "models.yaml:3:");
    }

    @Test
    void a_table_of_another_schema_may_leave_its_schema_out_of_the_hint() {
        DiffAssert.from(
                        "schemas: [audit]\ntables: {audit.events: {columns: {a: text}}}",
                        "schemas: [audit]\ntables: {audit.happenings: {renamedFrom: events, columns: {a: text}}}")
                .deciding(Deciding.no())
                .gives("""
                        - renameTable: {from: audit.events, to: audit.happenings}
                        """);
    }
}
