package org.robotoverlord.changelog.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.TestMysql;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Trial;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Schema;

/** Functions, procedures and triggers, whose bodies are in the server's own words, so that no example shared by databases has them. */
class MysqlProgramsTest {
    private static final String GIVEN = """
            - createTable:
                name: users
                columns: {id: bigint, mail: varchar(90), low: varchar(90)}
                primaryKey: [id]
            - createFunction: {name: "lower_mail()", returns: trigger, language: sql, body: "set new.low = lower(new.mail);"}
            - createTrigger: {table: users, name: users_low, when: before, on: [insert], forEach: row, call: "lower_mail()"}
            - createTrigger:
                {table: users, name: "users low", when: before, on: [update], forEach: row, condition: not (new."mail" <=> old.mail), call: "lower_mail()"}
            - createFunction:
                name: twice(number bigint, "some text" text)
                returns: bigint
                language: sql
                volatility: immutable
                body: |2
                    -- twice
                    begin
                      return number * 2;
                    end
            - createFunction: {name: "many(n native(varchar(20)))", returns: boolean, language: sql, volatility: stable, security: definer, body: "return exists (select 1 from users where mail = n)"}
            - createProcedure: {name: "tidy(n integer)", language: sql, body: delete from users where id > n}
            - createView: {name: doubled, query: "select twice(id, 'a') as two from users"}
            """;

    private final Dialect dialect = new MysqlDialect();

    static Stream<Integer> servers() {
        return TestMysql.majors().stream();
    }

    private static List<Change> changes(String yaml) {
        return ChangeExample.changes(yaml);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void they_come_change_and_go_and_are_read_as_they_were_made(int major) throws SQLException {
        List<String> steps = List.of(
                "replaceFunction: {name: \"lower_mail()\", returns: trigger, language: sql, body: \"set new.low = concat(lower(new.mail), '!')\"}",
                "renameTrigger: {table: users, from: users_low, to: lows}",
                "replaceTrigger: {table: users, name: lows, when: before, on: [insert], forEach: row, condition: new.id > 3, call: \"lower_mail()\"}",
                "renameFunction: {from: \"lower_mail()\", to: \"low()\"}",
                "renameTable: {from: users, to: people}",
                "dropTrigger: {table: people, name: users low}",
                "replaceFunction: {name: 'many(n native(varchar(20)))', returns: boolean, language: sql, body: return false}",
                "replaceProcedure: {name: tidy(n integer), language: sql, security: definer, body: begin delete from people; end}",
                "renameProcedure: {from: tidy(n integer), to: \"\\\"Tidy up\\\"(n integer)\"}",
                "dropProcedure: {name: '\"Tidy up\"(n integer)'}");
        try (Trial trial = new Trial(dialect, DriverManager.getConnection(TestMysql.freshDatabase(major)), List.of())) {
            List<Change> given = new ArrayList<>(changes(GIVEN));
            trial.run(given, ChangeExample.empty());
            Schema at = ChangeExample.after(given);
            trial.assertIs(at);
            trial.execute("insert into users (id, mail) values (1, 'A')");
            assertThat(trial.ask("select low from users")).isEqualTo("a");
            assertThat(trial.ask("select two from doubled")).isEqualTo("2");
            at = step(trial, at, "dropView: {name: doubled}");
            for (String step : steps) {
                at = step(trial, at, step);
            }
            trial.execute("insert into people (id, mail) values (2, 'B'), (4, 'C')");
            assertThat(trial.askAll("select low from people order by id")).containsExactly("a", "null", "c!");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void they_go_with_their_schema(int major) throws SQLException {
        try (Trial trial = new Trial(dialect, DriverManager.getConnection(TestMysql.freshDatabase(major)), List.of())) {
            trial.execute("drop database if exists robot_one");
            trial.execute("drop database if exists robot_two");
            List<Change> given = new ArrayList<>(changes("- createSchema: {name: robot_one}"));
            given.addAll(changes("""
                    - createTable: {name: robot_one.users, columns: {mail: text, low: text}}
                    - createFunction: {name: robot_one.low(), returns: trigger, language: sql, body: set new.low = lower(new.mail)}
                    - createTrigger: {table: robot_one.users, name: low, when: before, on: [insert], forEach: row, call: robot_one.low()}
                    - createFunction: {name: robot_one.two(), returns: bigint, language: sql, volatility: immutable, body: return 2}
                    """));
            trial.run(given, ChangeExample.empty());
            Schema at = ChangeExample.after(given);
            trial.assertIs(at);
            at = step(trial, at, "renameSchema: {from: robot_one, to: robot_two}");
            at = step(trial, at, "renameTable: {from: robot_two.users, to: users}");
            assertThat(trial.ask("select robot_two.two()")).isEqualTo("2");
            trial.execute("drop database robot_two");
        }
    }

    /** There, back and there again. */
    private static Schema step(Trial trial, Schema before, String yaml) throws SQLException {
        Change change = changes("- " + yaml).get(0);
        Schema after = change.apply(before);
        trial.run(List.of(change), before);
        trial.assertIs(after);
        trial.run(List.of(change.reverse(before)), after);
        trial.assertIs(before);
        trial.run(List.of(change), before);
        return after;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    createFunction: {name: "f()", returns: trigger, language: plpgsql, body: begin end} | write language: sql
                    createFunction: {name: "f(integer)", returns: integer, language: sql, body: return 1} | write it before the type
                    createFunction: {name: "f()", returns: setof integer, language: sql, body: return 1} | write a view
                    createFunction: {name: "f(a integer default 1)", returns: integer, language: sql, body: return 1} | leave 'variadic' and the default
                    createProcedure: {name: "tidy(a text)", language: sql, body: begin end} | give one of them another name
                    createFunction: {name: "f()", returns: integer, language: sql, body: select 1} | write return before it
                    createFunction: {name: "f()", returns: void, language: sql, body: return 1} | write text, or native(…)
                    createTrigger: {table: users, name: t, when: after, on: [insert, delete], forEach: row, call: "lower_mail()"} | write a trigger for each
                    createTrigger: {table: users, name: t, when: after, on: [{update: [mail]}], forEach: row, call: "lower_mail()"} | write a condition such as
                    createTrigger: {table: users, name: t, when: after, on: [insert], call: "lower_mail()"} | write forEach: row
                    createTrigger: {table: users, name: t, when: after, on: [insert], forEach: row, call: "lower_mail(1)"} | leave them out
                    createTrigger: {table: users, name: t, when: after, on: [insert], forEach: row, call: "other()"} | write that among the functions
                    """)
    void what_the_server_has_no_like_of_is_refused_with_a_way_out(String yaml, String wayOut) {
        assertThatThrownBy(() ->
                        dialect.statements(changes("- " + yaml), ChangeExample.after(changes(GIVEN)), dialect.newest()))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining(wayOut);
    }

    @Test
    void a_name_of_a_trigger_is_one_tables_alone() {
        List<Change> more = changes("""
                - createTable: {name: other, columns: {mail: text, low: text}}
                - createTrigger: {table: other, name: Users_low, when: before, on: [insert], forEach: row, call: "lower_mail()"}
                """);
        assertThatThrownBy(() -> dialect.statements(more, ChangeExample.after(changes(GIVEN)), dialect.newest()))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining(
                        "'Users_low' of 'other' is one of table 'users', too; give one of them another name");
    }
}
