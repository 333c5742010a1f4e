package org.robotoverlord.changelog.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.change.ChangeExamples;
import org.robotoverlord.changelog.change.ChangeType;
import org.robotoverlord.changelog.dialect.Trial;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Name;

/** What becomes of the rows that are there, on the way up and on the way back. */
class PostgresRowsTest {
    static Stream<Case> cases() {
        return Stream.of(
                rows("add-column-with-fill", "select id, verified from users order by id", "1 f", "2 f", "40 f"),
                rows("add-column-with-fill-of-sql", "select name from users order by id", "Ann", "Bob", "Cid"),
                rows("add-column-with-default-and-fill", "select distinct plan from users", "legacy"),
                rows("add-column-of-numbers", "select count(distinct no), nextval('users_no_seq') from users", "3 4"),
                rows("add-column-computed", "select distinct domain from users", "example.org"),
                rows("set-not-null", "select bio from users order by id", "", "It's me.", "")
                        .thenBack("", "It's me.", ""),
                rows("set-not-null-with-fill-of-sql", "select born = current_date - 2 from users where id = 2", "t"),
                rows("set-not-null-under-a-deferred-key", "select team_id from users order by id", "1", "2", "2"),
                rows("change-type-from-text-to-number", "select sum(age) from users", "21"),
                rows("change-type-using", "select age from users", "70", "70", "70")
                        .thenBack("7", "7", "7"),
                rows(
                                "change-type-from-enum-to-enum",
                                "select role from users order by role",
                                "overlord",
                                "moderator",
                                "citizen")
                        .thenBack("citizen", "moderator", "overlord"),
                rows("change-type-from-boolean-to-number", "select distinct active from users", "1")
                        .thenBack("t"),
                rows(
                                "change-type-from-date-to-moment",
                                "select born from users where id = 40",
                                "1999-12-31 00:00:00+00")
                        .thenBack("1999-12-31"),
                rows(
                        "change-enum",
                        "select role, roles from users order by role, id",
                        "overlord {overlord,citizen}",
                        "citizen {citizen}",
                        "citizen {citizen}"),
                rows(
                                "change-enum-that-is-used-everywhere",
                                "select level, many, loud from audit.alarms order by level",
                                "high {high,none} t",
                                "none {high} f")
                        .thenBack("low {high} f", "high {high,low} t"),
                rows("add-identity", "select nextval('posts_number_seq')", "18"),
                rows("add-identity-with-bounds", "select nextval('posts_number_seq')", "10"),
                rows("add-identity-downwards", "select nextval('posts_number_seq')", "2"),
                rows("change-identity", "select nextval('posts_id_seq'), nextval('posts_id_seq')", "16 26"),
                rows("change-identity-bounds", "select nextval('posts_id_seq')", "100"),
                rows(
                                "generate-column",
                                "select bio from users order by id",
                                "ANN@EXAMPLE.ORG",
                                "BOB@EXAMPLE.ORG",
                                "CID@EXAMPLE.ORG")
                        .thenBack("ANN@EXAMPLE.ORG", "BOB@EXAMPLE.ORG", "CID@EXAMPLE.ORG"),
                rows(
                                "generate-column-when-read",
                                "select bio from users order by id",
                                "ann@example.org",
                                "bob@example.org",
                                "cid@example.org")
                        .thenBack("ann@example.org", "bob@example.org", "cid@example.org"),
                rows("change-generated-column", "select handle from users order by id", "Ann", "Bob", "Cid")
                        .thenBack("ann@example.org", "bob@example.org", "cid@example.org"),
                rows("make-generated-column-plain", "select handle from users where id = 1", "ann@example.org")
                        .thenBack("ann@example.org"),
                rows(
                                "insert",
                                "select id, role, settings from users where id > 40 order by id",
                                "50 citizen {\"a\": 1}",
                                "51 overlord null",
                                "52 citizen {}")
                        .thenBack(),
                rows("insert-with-composite-key", "select a, b, c from pairs order by a", "1 x y", "2 it's null")
                        .thenBack(),
                rows("insert-without-key", "select id, name from tags order by id", "1 new", "2 null")
                        .thenBack(),
                rows(
                        "update",
                        "select role, score, bio from users order by id",
                        "overlord 7 null",
                        "citizen 1 null",
                        "citizen 1 null"),
                rows("delete", "select id from posts", "6"),
                rows("sql", "select count(*), (select count(*) from teams) from users where score = 1", "3 3"));
    }

    private static Case rows(String example, String query, String... after) {
        return new Case(example, query, List.of(after), null);
    }

    /**
     * @param example whose change is done
     * @param query what is looked at
     * @param after what it gives after the change
     * @param back what it gives after the reverse; null where it can't be asked then
     */
    record Case(String example, String query, List<String> after, List<String> back) {
        Case thenBack(String... rows) {
            return new Case(example, query, after, List.of(rows));
        }

        @Override
        public String toString() {
            return example;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rows_are_what_they_should_be(Case is) throws SQLException {
        ChangeExample example = example(is.example);
        for (int major : List.of(14, 18)) {
            if (major < example.since()) {
                continue;
            }
            try (Trial trial = trial(major)) {
                trial.run(example.given(), ChangeExample.empty());
                trial.run(List.of(example.change()), example.before());
                assertThat(trial.askAll(is.query)).as("after, on " + major).isEqualTo(is.after);
                trial.run(List.of(example.change().reverse(example.before())), example.after());
                if (is.back != null) {
                    assertThat(trial.askAll(is.query))
                            .as("and back, on " + major)
                            .isEqualTo(is.back);
                }
            }
        }
    }

    @Test
    void the_next_row_gets_the_default_and_not_the_fill() throws SQLException {
        ChangeExample example = example("add-column-with-default-and-fill");
        try (Trial trial = trial(TestPostgres.NEWEST)) {
            trial.run(example.given(), ChangeExample.empty());
            trial.run(List.of(example.change()), example.before());
            trial.execute("insert into users (id, email) values (100, 'x')");
            assertThat(trial.ask("select plan from users where id = 100")).isEqualTo("free");
        }
    }

    @Test
    void a_text_that_is_too_long_for_its_new_type_is_not_cut() throws SQLException {
        Change change = new ChangeType(Name.of("posts"), "title", ColumnType.parse("varchar(3)"), Optional.empty());
        try (Trial trial = trial(TestPostgres.NEWEST)) {
            trial.run(ChangeExamples.forum(), ChangeExample.empty());
            assertThatThrownBy(
                            () -> trial.run(List.of(change), example("insert").before()))
                    .hasMessageContaining("value too long for type character varying(3)");
        }
    }

    @Test
    void a_row_of_a_removed_value_that_goes_nowhere_is_told() throws SQLException {
        Change change = ChangeExample.change("changeEnum: {enum: user_role, values: [citizen, overlord]}");
        try (Trial trial = trial(TestPostgres.NEWEST)) {
            trial.run(ChangeExamples.forum(), ChangeExample.empty());
            assertThatThrownBy(
                            () -> trial.run(List.of(change), example("insert").before()))
                    .hasMessageContaining("invalid input value for enum user_role: \"moderator\"");
        }
    }

    private static ChangeExample example(String name) {
        return ChangeExamples.all().stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Trial trial(int major) throws SQLException {
        return new Trial(
                new PostgresDialect(),
                DriverManager.getConnection(TestPostgres.freshDatabase(major)),
                List.of("set constraints all immediate", "set constraints all deferred"));
    }
}
