package org.robotoverlord.changelog.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds which renames are asked about, and in which order. */
class RenameFinderTest {
    private static List<String> asked(Deciding deciding, String from, String to) {
        DiffAssert.from(from, to).deciding(deciding).difference();
        return deciding.asked();
    }

    private static String users(String columns) {
        return "tables: {users: {columns: {" + columns + "}}}";
    }

    @Test
    void columns_of_one_type_are_asked_about_whatever_their_names() {
        assertThat(asked(Deciding.no(), users("a: text"), users("zzzz: text")))
                .containsExactly("Rename users.a to users.zzzz [True]");
    }

    @Test
    void columns_of_other_types_are_asked_about_where_their_names_are_alike() {
        assertThat(asked(
                        Deciding.no(),
                        users("born_at: text, mail: text, colour: text, abcdef: text"),
                        users("at_home: date, email: json, color: integer, uvwxyz: integer")))
                .containsExactly(
                        "Rename users.mail to users.email [True]",
                        "Rename users.colour to users.color [True]",
                        "Rename users.born_at to users.at_home [True]");
    }

    @Test
    void columns_that_no_cast_connects_are_not_asked_about() {
        assertThat(asked(Deciding.no(), users("user_id: integer"), users("user_uid: uuid")))
                .isEmpty();
    }

    @Test
    void the_nearest_name_is_asked_about_first_then_the_same_type_then_the_order() {
        assertThat(asked(Deciding.no(), users("ab: text, cd: text"), users("abc: text, abd: text")))
                .containsExactly(
                        "Rename users.ab to users.abc [True]",
                        "Rename users.ab to users.abd [True]",
                        "Rename users.cd to users.abd [True]",
                        "Rename users.cd to users.abc [True]");
        assertThat(asked(Deciding.no(), users("mail_b: text, mail_c: integer"), users("mail_a: integer")))
                .containsExactly(
                        "Rename users.mail_c to users.mail_a [True]", "Rename users.mail_b to users.mail_a [True]");
    }

    @Test
    void after_a_yes_neither_name_is_asked_about_again() {
        assertThat(asked(Deciding.yes(), users("ab: text, cd: text"), users("abc: text, abd: text")))
                .containsExactly("Rename users.ab to users.abc [True]", "Rename users.cd to users.abd [True]");
    }

    @Test
    void after_a_no_the_next_best_is_asked_about() {
        Deciding deciding = Deciding.by(pair -> pair.to().local().equals("abd"));
        assertThat(asked(deciding, users("ab: text, cd: text"), users("abc: text, abd: text")))
                .containsExactly(
                        "Rename users.ab to users.abc [True]",
                        "Rename users.ab to users.abd [True]",
                        "Rename users.cd to users.abc [True]");
    }

    @Test
    void tables_are_asked_about_where_half_of_their_columns_agree_in_name_or_in_type_and_place() {
        assertThat(asked(
                        Deciding.no(),
                        "tables: {a: {columns: {x: text, y: integer}}}",
                        "tables: {b: {columns: {x: date, z: json}}}"))
                .containsExactly("Rename a to b [True]");
        assertThat(asked(
                        Deciding.no(),
                        "tables: {a: {columns: {x: text, y: integer}}}",
                        "tables: {b: {columns: {v: text, w: json}}}"))
                .containsExactly("Rename a to b [True]");
        assertThat(asked(
                        Deciding.no(),
                        "tables: {a: {columns: {x: text, y: integer}}}",
                        "tables: {b: {columns: {v: integer, w: text, z: date}}}"))
                .isEmpty();
    }

    @Test
    void columns_are_asked_about_under_the_new_name_of_their_table() {
        assertThat(asked(
                        Deciding.yes(),
                        "tables: {users: {columns: {id: bigint, mail: text}}}",
                        "tables: {people: {columns: {id: bigint, email: text}}}"))
                .containsExactly("Rename users to people [True]", "Rename people.mail to people.email [True]");
    }

    @Test
    void odd_names_are_quoted_in_questions() {
        assertThat(asked(
                        Deciding.yes(),
                        "tables: {a.b: {columns: {'x,y': text}}}\nschemas: [a]",
                        "tables: {a.b: {columns: {'x:y': text}}}\nschemas: [a]"))
                .containsExactly("Rename a.b.\"x,y\" to a.b.\"x:y\" [True]");
    }

    @Test
    void several_names_that_differ_in_case_are_asked_about() {
        assertThat(asked(Deciding.yes(), users("Mail: text, MAIL: text"), users("mail: text")))
                .containsExactly("Rename users.Mail to users.mail [True]");
    }
}
