package org.robotoverlord.changelog.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.TestMysql;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.change.HostileExamples;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.DialectContract;
import org.robotoverlord.changelog.dialect.Trial;

class MysqlDialectTest extends DialectContract {
    /** What SQL in them says in words of PostgreSQL's or of nobody's. */
    private static final Set<String> IN_OTHER_WORDS = Set.of(
            "add-column-computed",
            "add-column-with-default",
            "add-column-with-fill-of-sql",
            "change-enum-that-is-used-everywhere",
            "change-generated-column",
            "change-type-of-a-generated-column-to-number",
            "set-collation",
            "set-collation-under-a-generated-column",
            "set-collation-under-a-view",
            "set-not-null-with-fill-of-sql",
            "sql-of-another-dialect",
            "sql-outside-a-transaction");

    /** Hostile examples whose SQL has names in double quotes, as the user wrote them, or a collation of others. */
    static final Set<String> IN_OTHER_QUOTES = Set.of(
            "hostile-setCollation",
            "hostile-sql",
            "hostile-createProcedure",
            "hostile-dropProcedure",
            "hostile-renameProcedure",
            "hostile-replaceProcedure");

    /** What MySQL can do and MariaDB can't. */
    private static final Set<String> MYSQLS_OWN = Set.of("make-generated-column-plain-under-a-foreign-key");

    /** What MariaDB takes and MySQL words otherwise: it writes {@code values row(1)}. */
    private static final Set<String> MARIADBS_WORDS = Set.of("create-view-of-values");

    @Override
    protected Dialect dialect() {
        return new MysqlDialect();
    }

    @Override
    protected List<Integer> majors() {
        return TestMysql.majors();
    }

    @Override
    protected Connection open(int major) throws SQLException {
        Connection connection = DriverManager.getConnection(TestMysql.freshDatabase(major));
        dropOthers(connection);
        return connection;
    }

    /** A schema is a database here, so that those of an earlier trial would be there still. */
    private static void dropOthers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            for (String schema :
                    List.of("audit", "log", "My schema", HostileExamples.named("s"), HostileExamples.named("a"))) {
                statement.execute("drop database if exists " + new MysqlDialect().identifier(schema));
            }
        }
    }

    @Override
    protected List<String> likeACommit() {
        return List.of();
    }

    @Override
    protected Connection another(Connection connection) throws SQLException {
        return DriverManager.getConnection(connection.getMetaData().getURL());
    }

    @Override
    protected boolean does(int major, ChangeExample example) {
        Set<String> others = major == TestMysql.MYSQL ? MARIADBS_WORDS : MYSQLS_OWN;
        return !others.contains(example.name())
                && !IN_OTHER_WORDS.contains(example.name())
                && !IN_OTHER_QUOTES.contains(example.name());
    }

    @Override
    protected List<Change> asFarAsItCan(List<Change> given) {
        return MysqlProfile.of(given);
    }

    /** MariaDB keeps an open table under the name that a query gave it. */
    @Test
    void a_column_that_is_read_beside_gets_another_name_though_a_query_called_the_table_otherwise()
            throws SQLException {
        leads("""
                - createTable:
                    name: people
                    columns:
                      mail: {type: varchar(90), nullable: false}
                      low: {type: varchar(90), generated: {sql: lower(mail)}}
                    primaryKey: [mail]
                    checks: {some: mail <> ''}
                """, "select p.mail from people as p", "- renameColumn: {table: people, from: mail, to: email}");
    }

    /** That it is JSON, MariaDB keeps as a check. */
    @Test
    void a_column_of_json_gets_another_name_though_a_query_called_the_table_otherwise() throws SQLException {
        leads("""
                - createTable:
                    name: people
                    columns:
                      mail: {type: varchar(90), nullable: false}
                      settings: json
                    primaryKey: [mail]
                """, "select p.mail from people as p", "- renameColumn: {table: people, from: settings, to: data}");
    }

    /** MySQL 8.0 renames the last column that a foreign key of several points to, and then says that the table isn't there. */
    @Test
    void a_column_that_a_foreign_key_of_several_points_to_gets_another_name() throws SQLException {
        leads("""
                - createTable:
                    name: teams
                    columns:
                      id: {type: integer, nullable: false}
                      no: {type: integer, nullable: false}
                    primaryKey: [id, no]
                - createTable:
                    name: users
                    columns:
                      id: {type: integer, nullable: false}
                      team_id: integer
                      team_no: integer
                    primaryKey: [id]
                    foreignKeys:
                      users_team_fkey: {columns: [team_id, team_no], references: teams, to: [id, no]}
                """, "select 1", "- renameColumn: {table: teams, from: no, to: number}");
    }

    /** MariaDB doesn't let the one become nullable that a cascade follows before the one that follows. */
    @Test
    void both_sides_of_a_foreign_key_of_a_table_to_itself_become_nullable() throws SQLException {
        leads("""
                - createTable:
                    name: people
                    columns:
                      id: {type: integer, nullable: false}
                      no: {type: integer, nullable: false}
                      boss: {type: integer, nullable: false}
                    primaryKey: [id]
                    unique: {people_no_key: [no]}
                    foreignKeys:
                      people_boss_fkey: {columns: [boss], references: people, to: [no], onUpdate: cascade}
                """, "select 1", """
                - setNullable: {table: people, column: no, nullable: true}
                - setNullable: {table: people, column: boss, nullable: true}
                """);
    }

    /** MariaDB takes no new column after a key that stands in for the primary one was renamed in its case alone. */
    @Test
    void a_table_without_a_primary_key_gets_a_column_after_its_key_was_renamed_in_case_alone() throws SQLException {
        leads("""
                - createTable:
                    name: people
                    columns:
                      Mail: {type: varchar(20), nullable: false}
                      no: {type: integer, nullable: false}
                    unique: {people_Mail_key: [Mail]}
                    indexes: {people_No_idx: [no]}
                """, "select 1", """
                - renameConstraint: {table: people, from: people_Mail_key, to: people_mail_key}
                - renameIndex: {table: people, from: people_No_idx, to: people_no_idx}
                - addColumn: {table: people, column: {age: {type: integer, nullable: false, default: 1}}}
                """);
    }

    /** MySQL takes a numbered column and one that isn't for two types. */
    @Test
    void a_column_that_foreign_keys_point_to_loses_its_numbers_and_gets_them_again() throws SQLException {
        String tables = """
                - createTable:
                    name: people
                    columns: {id: {type: integer, nullable: false, identity: %s}, boss: integer, age: integer}
                    primaryKey: [id]
                    foreignKeys:
                      people_boss_fkey: {columns: [boss], references: people, to: [id]}
                - createTable:
                    name: pets
                    columns: {id: {type: integer, nullable: false}, owner: integer}
                    primaryKey: [id]
                    foreignKeys:
                      pets_owner_fkey: {columns: [owner], references: people, to: [id]}
                """;
        leads(tables.replace("%s", "true"), "select 1", """
                - setIdentity: {table: people, column: id}
                - dropColumn: {table: people, column: age}
                """);
        leads(tables.replace(", identity: %s", ""), "select 1", """
                - dropColumn: {table: people, column: age}
                - setIdentity: {table: people, column: id, identity: true}
                """);
    }

    @Test
    void a_table_that_was_partitioned_by_sql_keeps_its_partitions() throws SQLException {
        List<Change> given = ChangeExample.changes("""
                - createTable:
                    name: logs
                    columns:
                      id: {type: bigint, identity: true}
                      at: {type: date, nullable: false}
                      text: varchar(90)
                    primaryKey: [id, at]
                """);
        List<Change> then = ChangeExample.changes("""
                - renameColumn: {table: logs, from: text, to: message}
                - changeType: {table: logs, column: message, to: text}
                - addColumn: {table: logs, column: {level: integer}}
                - createIndex: {table: logs, name: logs_level_idx, columns: [level]}
                - renameTable: {from: logs, to: entries}
                """);
        List<Change> all = new ArrayList<>(given);
        all.addAll(then);
        for (int major : majors()) {
            Trial trial = new Trial(dialect(), open(major), likeACommit());
            trial.run(given, ChangeExample.empty());
            trial.execute(
                    "alter table logs partition by range columns (at) (partition old values less than ('2026-01-01'),"
                            + " partition rest values less than (maxvalue))");
            trial.execute("insert into logs (at, text) values ('2025-05-05', 'a'), ('2026-05-05', 'b')");
            trial.run(then, ChangeExample.after(given));
            trial.assertIs(ChangeExample.after(all));
            assertThat(trial.askAll("select partition_name from information_schema.partitions where table_schema ="
                            + " database() and table_name = 'entries' order by 1"))
                    .containsExactly("old", "rest");
            assertThat(trial.ask("select message from entries partition (old)")).isEqualTo("a");
            trial.close();
        }
    }

    /** Changes lead from a schema to another on every server, though somebody asked something in between. */
    private void leads(String from, String query, String changes) throws SQLException {
        List<Change> given = ChangeExample.changes(from);
        List<Change> then = ChangeExample.changes(changes);
        List<Change> all = new ArrayList<>(given);
        all.addAll(then);
        for (int major : majors()) {
            Trial trial = new Trial(dialect(), open(major), likeACommit());
            trial.run(given, ChangeExample.empty());
            trial.ask(query);
            trial.run(then, ChangeExample.after(given));
            trial.assertIs(ChangeExample.after(all));
            trial.close();
        }
    }
}
