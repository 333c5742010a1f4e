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
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Trial;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Schema;

class SqliteRebuildTest {
    private static final List<Change> GIVEN = ChangeExample.changes("""
            - createTable:
                name: teams
                columns: {id: {type: bigint, identity: true}, name: text}
                primaryKey: [id]
            - createTable:
                name: users
                columns: {id: {type: bigint, identity: true}, team_id: bigint, age: text, mail: text}
                primaryKey: [id]
                foreignKeys: {users_team_id_fkey: {columns: [team_id], references: teams, onDelete: cascade}}
                indexes: {users_mail_idx: [{sql: lower(mail)}]}
            - insert: {table: teams, rows: [{id: 1, name: Reds}]}
            - insert: {table: users, rows: [{id: 1, team_id: 1, age: "7", mail: A@x}, {id: 9, age: "8"}]}
            """);

    @TempDir
    Path folder;

    private final SqliteDialect dialect = new SqliteDialect();
    private final Schema before = ChangeExample.after(GIVEN);
    private Trial trial;

    @BeforeEach
    void begin() throws SQLException {
        trial = new Trial(dialect, DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("trial.db")), List.of());
        trial.run(GIVEN, ChangeExample.empty());
    }

    @AfterEach
    void end() throws SQLException {
        trial.close();
    }

    private void run(String changes) throws SQLException {
        trial.run(ChangeExample.changes(changes), before);
    }

    @Test
    void several_changes_make_a_table_anew_once() {
        List<Statement> statements = dialect.statements(ChangeExample.changes("""
                        - changeType: {table: users, column: age, to: integer}
                        - setNullable: {table: users, column: age, nullable: false, fill: 0}
                        - addColumn: {table: teams, column: {motto: text}}
                        - addCheck: {table: users, name: grown, check: age > 0}
                        - addUnique: {table: users, name: users_mail_key, columns: [mail]}
                        """), before, dialect.newest());

        assertThat(statements.stream().map(Statement::sql).filter(sql -> sql.startsWith("create table")))
                .hasSize(1);
        assertThat(statements.get(statements.size() - 4).serves()).hasSize(4);
    }

    @Test
    void another_name_of_a_column_in_between_makes_no_second_table() throws SQLException {
        List<Change> changes = ChangeExample.changes("""
                - changeType: {table: users, column: age, to: integer}
                - addCheck: {table: users, name: some, check: mail <> ''}
                - renameColumn: {table: users, from: age, to: years}
                - renameColumn: {table: users, from: mail, to: email}
                - setNullable: {table: users, column: email, nullable: false, fill: nobody}
                """);
        List<Change> all = new ArrayList<>(GIVEN);
        all.addAll(changes);

        assertThat(made(changes)).hasSize(1);
        trial.run(changes, before);
        trial.assertIs(ChangeExample.after(all));
        assertThat(trial.askAll("select years, email from users order by id")).containsExactly("7 A@x", "8 nobody");
    }

    @Test
    void a_name_that_is_yet_to_go_makes_the_table_anew_first() throws SQLException {
        List<Change> changes = ChangeExample.changes("""
                - dropColumn: {table: users, column: age}
                - renameColumn: {table: users, from: team_id, to: age}
                """);

        assertThat(made(changes)).hasSize(1);
        trial.run(changes, before);
        assertThat(trial.askAll("select age from users where id = 1")).containsExactly("1");
    }

    @Test
    void a_numbered_column_goes_on_where_it_was_under_another_name() throws SQLException {
        run("""
                - addCheck: {table: users, name: some, check: mail <> ''}
                - renameColumn: {table: users, from: id, to: no}
                - setDefault: {table: users, column: mail, default: x}
                """);

        trial.execute("insert into users (mail) values ('b')");
        assertThat(trial.ask("select max(no) from users")).isEqualTo("10");
    }

    private List<String> made(List<Change> changes) {
        return dialect.statements(changes, before, dialect.newest()).stream()
                .map(Statement::sql)
                .filter(sql -> sql.startsWith("create table"))
                .toList();
    }

    @Test
    void triggers_and_views_and_rows_and_numbers_stay() throws SQLException {
        trial.execute("delete from users where id = 9");
        trial.execute("create table log (mail text)");
        trial.execute("create trigger noted after insert on users begin insert into log values (new.mail); end");
        trial.execute("create view mails as select mail from users");

        run("- addCheck: {table: users, name: users_age_check, check: age <> ''}");

        trial.execute("insert into users (mail) values ('b')");
        assertThat(trial.askAll("select mail from log")).containsExactly("b");
        assertThat(trial.askAll("select mail from mails")).containsExactly("A@x", "b");
        assertThat(trial.ask("select max(id) from users")).isEqualTo("10");
    }

    @Test
    void rows_that_point_to_it_stay() throws SQLException {
        run("- addUnique: {table: teams, name: teams_name_key, columns: [name]}");

        assertThat(trial.ask("select team_id from users where id = 1")).isEqualTo("1");
    }

    @Test
    void an_index_that_no_changelog_made_is_not_lost_in_silence() throws SQLException {
        trial.execute("create index by_hand on users (age)");

        assertThatThrownBy(() -> run("- addCheck: {table: users, name: c, check: age <> ''}"))
                .hasMessageContaining("has no index that no changelog made");
    }

    @Test
    void a_text_that_is_no_number_is_not_kept_in_silence() throws SQLException {
        trial.execute("update users set age = 'old' where id = 1");

        assertThatThrownBy(() -> run("- changeType: {table: users, column: age, to: integer}"))
                .hasMessageContaining("only numbers where its types want them");
    }

    @Test
    void a_row_that_would_point_to_nothing_fails_the_changelog() {
        assertThatThrownBy(() -> run("- delete: {table: teams, where: 'true', down: none}"))
                .hasMessageContaining("each foreign key finds its row");
    }

    @Test
    void the_users_sql_sees_columns_as_they_were_changed() throws SQLException {
        run("""
                - changeType: {table: users, column: age, to: integer, using: {sql: age + 1}}
                - addColumn: {table: users, column: {twice: {type: integer, nullable: false}}, fill: {sql: age * 2}}
                """);

        assertThat(trial.askAll("select age, twice from users order by id")).containsExactly("8 16", "9 18");
    }

    @Test
    void a_number_stays_one_while_its_key_goes_and_comes() throws SQLException {
        trial.execute("delete from users where id = 9");

        run("""
                - dropConstraint: {table: users, name: users_pkey}
                - addColumn: {table: users, column: {no: {type: bigint, nullable: false}}, fill: {sql: id * 2}}
                - update: {table: users, set: {mail: b}, where: "no > 0", down: none}
                - addPrimaryKey: {table: users, columns: [id]}
                """);

        trial.execute("insert into users (no, mail) values (1, 'c')");
        assertThat(trial.askAll("select id, no from users order by id")).containsExactly("1 2", "10 1");
    }

    @Test
    void numbers_pass_to_another_key_with_rows_looked_at_in_between() throws SQLException {
        run("""
                - dropConstraint: {table: users, name: users_pkey}
                - update: {table: users, set: {team_id: 7}, where: "id = 9", down: none}
                - setIdentity: {table: users, column: id}
                - setNullable: {table: users, column: team_id, nullable: false, fill: 0}
                - dropConstraint: {table: users, name: users_team_id_fkey}
                - setIdentity: {table: users, column: team_id, identity: true}
                - delete: {table: users, where: "age is null", down: none}
                - addPrimaryKey: {table: users, columns: [team_id]}
                """);

        trial.execute("insert into users (id) values (3)");
        assertThat(trial.askAll("select team_id, id from users order by 1")).containsExactly("1 1", "7 9", "8 3");
    }

    @Test
    void a_number_without_its_key_at_the_end_is_refused_where_it_lost_it() {
        List<Change> changes = ChangeExample.changes("""
                - dropConstraint: {table: users, name: users_pkey}
                - renameTable: {from: users, to: people}
                - insert: {table: people, rows: [{id: 2}], down: none}
                """);

        assertThatThrownBy(() -> dialect.statements(changes, before, dialect.newest()))
                .isInstanceOfSatisfying(
                        Unsupported.class,
                        refused -> assertThat(refused.change()).contains(changes.get(0)))
                .hasMessageContaining("'id' isn't that alone; make it the primary key");
    }
}
