package org.robotoverlord.changelog.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.dialect.Trial;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Trigger;

/** Triggers, whose bodies are in SQLite's own words, so that no example shared by databases has them. */
class SqliteTriggersTest {
    private static final List<Change> GIVEN = ChangeExample.changes("""
            - createTable:
                name: users
                columns: {id: {type: bigint, identity: true}, mail: text, "low mail": text}
                primaryKey: [id]
            - createTable: {name: log, columns: {what: text}}
            - createFunction: {name: "noted()", returns: trigger, language: sql, body: "insert into log values (new.mail);"}
            - createFunction:
                name: gone()
                returns: trigger
                language: sql
                body: |
                  begin
                    insert into log values ('; end -- ' || old.mail);
                    delete from log where what = 'x';
                  end
            - createTrigger: {table: users, name: users_noted, when: after, on: [insert], forEach: row, call: "noted()"}
            - createTrigger:
                {table: users, name: 'users "noted"', when: after, on: [{update: [mail, "low mail"]}], forEach: row,
                 condition: 'new.mail is not old."mail" or new.mail in (1, 2)', call: "noted()"}
            - createTrigger: {table: users, name: users_gone, when: before, on: [delete], forEach: row, call: "gone()"}
            """);

    @TempDir
    Path folder;

    private final SqliteDialect dialect = new SqliteDialect();
    private Trial trial;
    private Schema at = ChangeExample.after(GIVEN);

    @BeforeEach
    void begin() throws SQLException {
        trial = new Trial(dialect, DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("trial.db")), List.of());
        trial.run(GIVEN, ChangeExample.empty());
    }

    @AfterEach
    void end() throws SQLException {
        trial.close();
    }

    @Test
    void they_do_what_their_functions_say_and_are_read_as_they_were_made() throws SQLException {
        trial.assertIs(at);
        trial.execute("insert into users (mail) values ('a')");
        trial.execute("update users set mail = 'c'");
        trial.execute("update users set id = 7");
        trial.execute("delete from users");
        assertThat(trial.askAll("select what from log order by rowid")).containsExactly("a", "c", "; end -- c");
    }

    @Test
    void they_come_change_and_go() throws SQLException {
        step(
                "replaceFunction: {name: 'noted()', returns: trigger, language: sql, body: \"insert into log values (new.mail || '!')\"}");
        step("renameTrigger: {table: users, from: users_noted, to: noted}");
        step(
                "replaceTrigger: {table: users, name: noted, when: after, on: [insert], forEach: row, condition: new.id > 3, call: noted()}");
        step("renameFunction: {from: noted(), to: said()}");
        step("addCheck: {table: users, name: some, check: mail <> ''}");
        step("renameColumn: {table: users, from: low mail, to: low}");
        step("renameTable: {from: users, to: people}");
        step("dropTrigger: {table: people, name: users_gone}");
        step("dropFunction: {name: gone()}");
        trial.execute("insert into people (id, mail) values (2, 'B'), (4, 'C')");
        assertThat(trial.askAll("select what from log")).containsExactly("C!");
        step("dropTable: {name: people}");
    }

    @Test
    void a_table_that_is_made_anew_keeps_them_beside_those_that_change() throws SQLException {
        List<Change> changes = ChangeExample.changes("""
                - dropTrigger: {table: users, name: users_gone}
                - setNullable: {table: users, column: mail, nullable: false, fill: x}
                - replaceFunction: {name: 'noted()', returns: trigger, language: sql, body: insert into log values (new.email)}
                - renameColumn: {table: users, from: mail, to: email}
                - addUnique: {table: users, name: users_email_key, columns: [email]}
                """);
        List<Change> all = new ArrayList<>(GIVEN);
        all.addAll(changes);
        trial.run(changes, at);
        trial.assertIs(ChangeExample.after(all));
        trial.execute("insert into users (email) values ('z')");
        assertThat(trial.ask("select what from log")).isEqualTo("z");
    }

    @Test
    void one_of_a_view_is_left_out_and_said() {
        SqliteCatalogue catalogue = new SqliteCatalogue();
        catalogue.add("view", "mails", "mails", "create view mails as select mail from users");
        catalogue.add("trigger", "t", "mails", "create trigger t instead of insert on mails begin select 1; end");
        assertThat(catalogue.leftOut()).containsExactly("trigger 't' of view 'mails' is left out");
        assertThat(catalogue.schema(at.setting(), name -> true).tables()).isEmpty();
    }

    @Test
    void one_that_others_made_is_read_as_they_wrote_it() {
        SqliteCatalogue catalogue = new SqliteCatalogue();
        catalogue.add("table", "a", "a", "create table a (b text)");
        catalogue.add(
                "trigger",
                "t",
                "A",
                "CREATE TRIGGER IF NOT EXISTS main.[t] UPDATE OF b, \"c d\" ON A WHEN new.b IN (1, 2) BEGIN SELECT 1; END");
        Trigger trigger = catalogue
                .schema(at.setting(), name -> true)
                .table(Name.of("a"))
                .triggers()
                .get("t");
        assertThat(trigger.when()).isEqualTo(Trigger.When.BEFORE);
        assertThat(trigger.columns()).containsExactly("b", "c d");
        assertThat(trigger.condition()).contains(Expression.of("new.b in (1, 2)"));
        assertThat(trigger.call()).hasToString("a_t()");
    }

    /** There, back and there again. */
    private void step(String yaml) throws SQLException {
        Change change = ChangeExample.changes("- " + yaml).get(0);
        Schema after = change.apply(at);
        trial.run(List.of(change), at);
        trial.assertIs(after);
        trial.run(List.of(change.reverse(at)), after);
        trial.assertIs(at);
        trial.run(List.of(change), at);
        at = after;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    createFunction: {name: "f()", returns: trigger, language: plpgsql, body: begin end} | make them with sql
                    createFunction: {name: "f()", returns: integer, language: sql, body: select 1} | make them with sql
                    createTrigger: {table: users, name: t, when: after, on: [insert, delete], forEach: row, call: noted()} | write a trigger for each
                    createTrigger: {table: users, name: t, when: after, on: [insert], call: noted()} | write forEach: row
                    createTrigger: {table: users, name: t, when: after, on: [insert], forEach: row, call: noted(1)} | leave them out
                    createTrigger: {table: users, name: t, when: after, on: [insert], forEach: row, call: other()} | write that among the functions
                    createTrigger: {table: log, name: Users_noted, when: after, on: [insert], forEach: row, call: noted()} | give one of them another name
                    """)
    void what_sqlite_has_no_like_of_is_refused_with_a_way_out(String yaml, String wayOut) {
        assertThatThrownBy(() -> dialect.statements(ChangeExample.changes("- " + yaml), at, dialect.newest()))
                .isInstanceOf(Unsupported.class)
                .hasMessageContaining(wayOut);
    }
}
