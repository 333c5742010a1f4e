package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.plan.State;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.run.Database;

/** A user with rights on their own database alone does everything there; what is missing is told before anything is done. */
class MysqlRightsTest {
    private static final String FORUM = """
            - createEnum: {name: mood, values: [calm, wild]}
            - createTable:
                name: users
                columns:
                  id: {type: bigint, identity: true}
                  email: varchar(100)
                  mood: {type: mood, default: calm}
                primaryKey: [id]
                indexes: {users_email_idx: [email]}
            - createTable:
                name: posts
                columns: {id: bigint, user_id: bigint}
                primaryKey: [id]
                foreignKeys: {posts_user_fkey: {columns: [user_id], references: users}}
            - createView: {name: calm, query: "select id from users where mood = 'calm'"}
            - insert: {table: users, rows: [{id: 1, email: a@b}]}
            """;
    private static final String MORE = """
            - addColumn: {table: users, column: {bio: varchar(100)}}
            - createIndex: {table: users, name: users_bio_idx, columns: [bio]}
            - renameTable: {from: posts, to: articles}
            """;

    @TempDir
    private Path folder;

    static List<Integer> majors() {
        return TestMysql.majors();
    }

    private static String as(String url, String user) {
        return url.replaceFirst("user=[^&]*", "user=" + user).replaceFirst("password=[^&]*", "") + "&password=secret";
    }

    private static String database(String url) {
        return url.replaceFirst(".*/", "").replaceFirst("\\?.*", "");
    }

    private static void execute(String url, String... statements) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @ParameterizedTest
    @MethodSource("majors")
    void a_user_with_rights_on_their_database_alone_does_everything(int major) {
        String url = TestMysql.freshDatabase(major);
        String user = "u_" + database(url);
        execute(
                url,
                "create user " + user + "@'%' identified by 'secret'",
                "grant all privileges on `" + database(url).replace("_", "\\_") + "`.* to " + user + "@'%'");
        Project project =
                Project.on(folder, as(url, user)).changelog(1, "forum", FORUM).changelog(2, "more", MORE);
        assertThat(project.upgrade().changelogs()).hasSize(2);
        try (Database database = project.database()) {
            assertThat(project.robot().history(Optional.of(database)))
                    .extracting(HistoryEntry::state)
                    .containsOnly(State.APPLIED);
            assertThat(project.robot().drift(database).isEmpty()).isTrue();
            assertThat(project.robot().inspect(database, List.of()).text()).contains("articles:");
        }
        assertThat(project.downgrade(Target.version("0")).changelogs()).hasSize(2);
        assertThat(project.query("show tables")).containsExactly("robot_migrations");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void what_is_missing_is_told_before_anything_is_done(int major) {
        String url = TestMysql.freshDatabase(major);
        String user = "u_" + database(url);
        execute(
                url,
                "create user " + user + "@'%' identified by 'secret'",
                "grant select, insert, update, delete, create on " + database(url) + ".* to " + user + "@'%'");
        Project project = Project.on(folder, as(url, user)).changelog(1, "forum", FORUM);
        // On MariaDB, whoever may read a table may point to it.
        String rights = major == TestMysql.MYSQL ? "references, create view" : "create view";
        assertThatThrownBy(project::upgrade)
                .hasMessage("the database's user may not do all that is needed, and nothing was done. It may not\n"
                        + "  use " + rights + " in database `" + database(url) + "`:\n"
                        + "    grant " + rights + " on `" + database(url) + "`.* to '" + user + "'@'%'"
                        + "\nLet somebody who may give these rights do so, and run it again.");
        assertThat(project.query("show tables")).isEmpty();
        execute(url, "grant " + rights + " on " + database(url) + ".* to " + user + "@'%'");
        assertThat(project.upgrade().changelogs()).hasSize(1);
        assertThatThrownBy(() -> project.downgrade(Target.USUAL)).hasMessageContaining("use alter, drop in database");
    }

    @ParameterizedTest
    @MethodSource("majors")
    void a_table_of_another_database_that_nobody_lets_it_point_to_is_told(int major) {
        String url = TestMysql.freshDatabase(major);
        String other = TestMysql.freshDatabase(major);
        String user = "u_" + database(url);
        execute(other, "create table accounts (id bigint primary key)", "create table bills (id bigint primary key)");
        execute(
                url,
                "create user " + user + "@'%' identified by 'secret'",
                "grant all privileges on " + database(url) + ".* to " + user + "@'%'",
                "grant references on " + database(other) + ".bills to " + user + "@'%'");
        Project project =
                Project.on(folder, as(url, user)).changelog(1, "posts", """
                - createTable:
                    name: posts
                    columns: {id: bigint, account_id: bigint, bill_id: bigint}
                    foreignKeys:
                      posts_account_fkey: {columns: [account_id], references: OTHER.accounts, to: [id], external: true}
                      posts_bill_fkey: {columns: [bill_id], references: OTHER.bills, to: [id], external: true}
                """.replace("OTHER", database(other)));
        String grant = "grant references on `" + database(other) + "`.`accounts` to '" + user + "'@'%'";
        assertThatThrownBy(project::upgrade)
                .hasMessageContaining(
                        "It may not\n  point to `" + database(other) + "`.`accounts`:\n    " + grant + "\nLet");
        execute(url, grant);
        assertThat(project.upgrade().changelogs()).hasSize(1);
    }
}
