package org.robotoverlord.changelog.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Value;

/** Holds how questions are answered: beforehand, by somebody, or not at all. */
class AnswersTest {
    private static final String FROM = "tables: {articles: {columns: {id: bigint, mail: text, n: integer}}}";
    private static final String TO =
            "tables: {posts: {columns: {id: bigint, email: text, n: {type: integer, nullable: false}}}}";

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Reads values as tests write them: {@code sql …}, or a literal. */
    private static Value read(String text) {
        if (text.equals("{broken")) {
            throw new Problem("that is no YAML");
        }
        return text.startsWith("{sql: ") ? Value.sql(text.substring(6, text.length() - 1)) : Value.literal(text);
    }

    private static Answers typed(String rename, String fill, String map) {
        return asking(rename, fill, map, Optional.empty());
    }

    private static Answers asking(String rename, String fill, String map, Optional<Asker> asker) {
        return new Answers(
                Models.SETTING, new Answers.Typed(given(rename), given(fill), given(map)), AnswersTest::read, asker);
    }

    /** A person who was told beforehand what to say, and remembers what was asked. */
    private static final class Person implements Asker {
        private final Deque<String> answers;
        private final List<String> asked = new ArrayList<>();

        Person(String... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public boolean yes(String question, boolean defaultAnswer) {
            asked.add(question);
            String answer = answers.pop();
            return answer.isEmpty() ? defaultAnswer : answer.equals("y");
        }

        @Override
        public String text(String question) {
            asked.add(question);
            return answers.pop();
        }
    }

    @Test
    void answers_given_beforehand_leave_nothing_to_ask() {
        DiffAssert.from(FROM, TO)
                .deciding(typed("articles:posts,posts.mail:email", "posts.n=7", ""))
                .gives("""
                        - renameTable: {from: articles, to: posts}
                        - renameColumn: {table: posts, from: mail, to: email}
                        - setNullable: {table: posts, column: n, nullable: false, fill: 7}
                        """);
    }

    @Test
    void none_says_no_to_what_is_not_listed() {
        DiffAssert.from(FROM, TO)
                .deciding(typed("articles:posts,none", "none", ""))
                .gives("""
                        - renameTable: {from: articles, to: posts}
                        - addColumn: {table: posts, column: {email: text}}
                        - setNullable: {table: posts, column: n, nullable: false}
                        - dropColumn: {table: posts, column: mail}
                        """);
    }

    @Test
    void what_is_unlike_is_renamed_if_somebody_says_so() {
        DiffAssert.from("tables: {a: {columns: {x: integer}}}", "tables: {a: {columns: {zzz: text}}}")
                .deciding(typed("a.x:zzz", "", ""))
                .gives("""
                        - renameColumn: {table: a, from: x, to: zzz}
                        - changeType: {table: a, column: zzz, to: text}
                        """);
    }

    @Test
    void all_open_questions_are_told_at_once_with_their_answers() {
        DiffAssert.from(FROM, TO).deciding(typed("", "", "")).isRefused("""
                        3 questions are open, and there is nobody to ask; answer them on the command line:
                          Rename articles to posts [True]
                            -Drename=articles:posts   or -Drename=none: nothing else is renamed
                          Rename posts.mail to posts.email [True]
                            -Drename=posts.mail:email   or -Drename=none: nothing else is renamed
                          Value of posts.n (integer) for rows that exist, as YAML or {sql: …} (Enter: there are none)?
                            -Dfill=posts.n=0   or -Dfill=none: there are no such rows
                        All at once:
                            -Drename=articles:posts,posts.mail:email -Dfill=posts.n=0""");
    }

    @Test
    void an_answer_that_a_shell_would_take_apart_is_quoted() {
        DiffAssert.from("tables: {a: {columns: {'x y': text}}}", "tables: {a: {columns: {\"it's\": text}}}")
                .deciding(typed("", "", ""))
                .isRefused("'-Drename=a.x y:it'\\''s'");
    }

    @Test
    void an_open_question_is_told_before_what_its_answer_would_lead_to_is_refused() {
        DiffAssert.from("tables: {a: {columns: {x: text, n: integer}}}", "tables: {a: {columns: {y: text, n: uuid}}}")
                .deciding(typed("", "", ""))
                .isRefused("A question is open", "-Drename=a.x:y");
    }

    @Test
    void answers_that_fit_nothing_are_refused() {
        DiffAssert.from(FROM, TO)
                .deciding(typed("articles:posts,posts.mial:email,none", "posts.m=1,none", "role.gone:citizen"))
                .isRefused(
                        "-Drename has 'posts.mial:email', which fits nothing in this difference",
                        "-Dfill has 'posts.m=1', which fits nothing",
                        "-Dmap has 'role.gone:citizen', which fits nothing");
    }

    @Test
    void an_answer_that_fits_two_things_is_refused() {
        DiffAssert.from(
                        "enums: {a: [x]}\nschemas: [t]\ntables: {t.a: {columns: {c: text}}, t: {columns: {a: text, k: date}}}",
                        "enums: {a: [x]}\nschemas: [t]\ntables: {b: {columns: {c: text}}, t: {columns: {b: text, k: date}}}")
                .deciding(typed("t.a:b", "", ""))
                .isRefused("-Drename has 't.a:b', which fits two things: column t.a and table t.a");
    }

    @Test
    void an_answer_beside_a_hint_that_says_the_same_does_no_harm() {
        DiffAssert.from(
                        "tables: {a: {columns: {x: text}}}",
                        "tables: {a: {columns: {y: {type: text, renamedFrom: x}}}}")
                .deciding(typed("a.x:y", "", ""))
                .gives("""
                        - renameColumn: {table: a, from: x, to: y}
                        """);
    }

    @Test
    void what_is_no_pair_is_refused_with_an_example() {
        assertThatThrownBy(() -> typed("mail", "", ""))
                .hasMessage(
                        "-Drename has 'mail', which is no pair; write -Drename=users.mail:email, and end the list in none"
                                + " where there are no more");
        assertThatThrownBy(() -> typed("a:b,a:c", "", "")).hasMessageContaining("answers for 'a' twice");
        assertThatThrownBy(() -> typed("none,a:b", "", "")).hasMessageContaining("has 'none', which is no pair");
    }

    @Test
    void names_and_values_with_odd_characters_are_quoted() {
        DiffAssert.from(
                        "tables: {'a': {columns: {'x,y': text, n: text, m: text}}}",
                        "tables: {'a': {columns: {'x:=y': text, n: {type: text, nullable: false}, m: {type: text, nullable: false}}}}")
                .deciding(typed("a.\"x,y\":\"x:=y\"", "a.n={sql: concat('a,b', n)},a.m=it's", ""))
                .gives("""
                        - renameColumn: {table: a, from: 'x,y', to: 'x:=y'}
                        - setNullable: {table: a, column: n, nullable: false, fill: {sql: 'concat(''a,b'', n)'}}
                        - setNullable: {table: a, column: m, nullable: false, fill: it's}
                        """);
    }

    @Test
    void the_apps_own_schema_may_be_said() {
        DiffAssert.from("tables: {a: {columns: {x: text}}}", "tables: {b: {columns: {x: text}}}")
                .deciding(typed("public.a:public.b", "", ""))
                .gives("""
                        - renameTable: {from: a, to: b}
                        """);
    }

    @Test
    void a_person_is_asked_what_is_open() {
        Person person = new Person("", "n", "{broken", "many", "7");
        DiffAssert.from(FROM, TO)
                .deciding(asking("", "", "", Optional.of(person)))
                .difference();
        assertThat(person.asked)
                .containsExactly(
                        "Rename articles to posts [True]",
                        "Rename posts.mail to posts.email [True]",
                        "Value of posts.n (integer) for rows that exist, as YAML or {sql: …} (Enter: there are none)?",
                        "fill of 'posts.n': that is no YAML\n"
                                + "Value of posts.n (integer) for rows that exist, as YAML or {sql: …} (Enter: there are none)?",
                        "fill of 'posts.n': 'many' doesn't fit integer; write a whole number, or {sql: …}\n"
                                + "Value of posts.n (integer) for rows that exist, as YAML or {sql: …} (Enter: there are none)?");
    }

    @Test
    void a_person_who_never_says_what_fits_is_not_asked_for_ever() {
        Person person = new Person("y", "y", "a", "b", "c");
        DiffAssert.from(FROM, TO)
                .deciding(asking("", "", "", Optional.of(person)))
                .isRefused("fill of 'posts.n': 'c' doesn't fit integer");
    }

    @Test
    void the_values_of_an_enum_are_told_and_nothing_else_is_taken() {
        Person person = new Person("boss", "overlord");
        DiffAssert.from(
                        "enums: {role: [citizen, overlord]}\ntables: {a: {columns: {x: text}}}",
                        "enums: {role: [citizen, overlord]}\ntables: {a: {columns: {x: text, n: {type: role, nullable: false}}}}")
                .deciding(asking("", "", "", Optional.of(person)))
                .difference();
        String question =
                "Value of a.n (role, one of [citizen, overlord]) for rows that exist, as YAML or {sql: …} (Enter: there are none)?";
        assertThat(person.asked)
                .containsExactly(
                        question,
                        "fill of 'a.n': 'boss' is no value of enum 'role'; it has [citizen, overlord]\n" + question);
    }

    @Test
    void the_way_back_is_asked_for_but_nothing_is_open_where_nobody_is_there() {
        String from = "tables: {a: {columns: {x: text, n: {type: integer, nullable: false}}}}";
        String to = "tables: {a: {columns: {x: text}}}";
        DiffAssert.from(from, to).deciding(typed("", "", "")).gives("""
                - dropColumn: {table: a, column: n}
                """);
        Person person = new Person("5");
        DiffAssert.from(from, to)
                .deciding(asking("", "", "", Optional.of(person)))
                .difference();
        assertThat(person.asked)
                .containsExactly(
                        "Value of a.n (integer) for rows without one on the way back, as YAML or {sql: …} (Enter: none)?");
    }

    @Test
    void rows_of_a_removed_enum_value_become_another() {
        String from = "enums: {role: [a, b, gone]}\ntables: {u: {columns: {role: role}}}";
        String to = "enums: {role: [a, b]}\ntables: {u: {columns: {role: role}}}";
        DiffAssert.from(from, to).deciding(typed("", "", "role.gone:b")).gives("""
                - changeEnum: {enum: role, values: [a, b], map: {gone: b}}
                """);
        DiffAssert.from(from, to).deciding(typed("", "", "")).gives("""
                - changeEnum: {enum: role, values: [a, b]}
                """);
        DiffAssert.from(from, to)
                .deciding(typed("", "", "role.gone:c"))
                .isRefused("-Dmap says 'c'", "take one of [a, b]");
        Person person = new Person("x", "a");
        DiffAssert.from(from, to)
                .deciding(asking("", "", "", Optional.of(person)))
                .difference();
        assertThat(person.asked)
                .containsOnly("What do rows of enum value role.gone become, one of [a, b] (Enter: there are none)?");
    }

    @Test
    void an_enum_value_may_be_renamed_beforehand() {
        DiffAssert.from("enums: {role: [boss]}", "enums: {role: [overlord]}")
                .deciding(typed("role.boss:overlord", "", ""))
                .gives("""
                        - renameEnumValue: {enum: role, from: boss, to: overlord}
                        """);
    }
}
