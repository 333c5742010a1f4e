package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.TestPostgres;

/** What users get wrong is told with its place, and nothing is changed by it, neither on the disk nor in the database. */
class BadInputTest extends GoalTest {
    private static final String USERS = """
            changes:
              - createTable: {name: users, columns: {id: bigint, email: text}, primaryKey: [id]}
            """;

    private final String url = TestPostgres.freshDatabase();

    @Test
    @InjectMojo(goal = "upgrade")
    void a_broken_change_is_told_with_its_place(UpgradeMojo upgrade) throws Exception {
        Map<String, String> cases = new LinkedHashMap<>();
        cases.put(
                "- addColum: {table: users, column: {a: text}}",
                "4:5: there is no change 'addColum' (did you mean 'addColumn'?)");
        cases.put(
                "- addColumn: {tabel: users, column: {a: text}}",
                "4:17: addColumn has no 'tabel' (did you mean 'table'?)");
        cases.put("- addColumn: {table: users, table: users, column: {a: text}}", "4:31: ");
        cases.put(
                "- addColumn: {table: user, column: {a: text}}",
                "4:24: there is no table 'user' (did you mean 'users'?)");
        cases.put(
                "- dropColumn: {table: users, column: emial}",
                "4:40: table 'users' has no column 'emial' (did you mean 'email'?)");
        cases.put("- addColumn: {table: users, column: {a: dat}}", "'dat'");
        cases.put("- addColumn: {table: users, column: {a: {type: integer, default: many}}}", "'many'");
        cases.put("- addColumn: {table: users, column: {a: {type: boolean, nullable: flase}}}", "'flase'");
        cases.put("- addColumn: {table: users, column: {a: serial}}", "identity");
        cases.put("- createIndex: {table: users, name: i, columns: [emial]}", "(did you mean 'email'?)");
        cases.put(
                "- addForeignKey: {table: users, name: f, columns: [id], references: user, to: [id]}",
                "'user', which isn't there (did you mean 'users'?)");
        cases.put("- addForeignKey: {table: users, name: f, columns: [id], references: users, to: [no]}", "'no'");
        cases.put("- {dropTable: {name: users}, dropEnum: {name: role}}", "4:32: 'dropEnum' stands beside");
        cases.put("- addColumn: {table: users", "5:1: the YAML is broken");
        cases.put("- addColumn: {table: users, column: {a: !!java.net.URL x}}", "4:43: tag ");
        module.typing("robot.url", url).changelog(FIRST, USERS);
        SoftAssertions all = new SoftAssertions();
        cases.forEach((change, told) -> {
            module.changelog(SECOND, "parent: " + FIRST + "\n\nchanges:\n  " + change + "\n");
            all.assertThat(module.refused(upgrade)).as(change).contains("migrations/models/" + SECOND + ".yaml:", told);
        });
        all.assertThat(rows("select tablename from pg_tables where schemaname = 'public'"))
                .isEmpty();
        all.assertAll();
    }

    @Test
    @InjectMojo(goal = "migrate")
    void a_broken_model_is_told_with_its_place(MigrateMojo migrate) {
        Map<String, String> cases = new LinkedHashMap<>();
        cases.put("email: {type: text, uniqe: true}", "'uniqe' (did you mean 'unique'?)");
        cases.put("email: {type: text, type: text}", "twice");
        cases.put("email: txt", "'txt'");
        cases.put("team_id: {type: bigint, references: team}", "'team', which isn't there (did you mean 'teams'?)");
        cases.put("team_id: {type: bigint, references: teams.no}", "'no'");
        cases.put("age: {type: integer, default: old}", "'old'");
        cases.put("born: {type: date, default: yesterday}", "'yesterday'");
        cases.put("id: {type: bigint, identity: true, default: 1}", "4:");
        SoftAssertions all = new SoftAssertions();
        cases.forEach((column, told) -> {
            module.models("tables:\n  users:\n    columns:\n      " + column
                    + "\n  teams:\n    columns: {id: {type: bigint, primaryKey: true}}\n");
            all.assertThat(module.refused(migrate)).as(column).contains("src/main/models/models/all.yaml:", told);
        });
        module.models("tables:\n  users:\n    columns: {id: bigint}\n    indexes: {users_idx: [idd]}\n");
        all.assertThat(module.refused(migrate))
                .contains("src/main/models/models/all.yaml:4:", "'idd' in table 'users' (did you mean 'id'?)");
        all.assertThat(module.files("migrations/models")).isEmpty();
        all.assertAll();
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void a_folder_that_is_no_line_of_changelogs_is_told(UpgradeMojo upgrade) throws Exception {
        SoftAssertions all = new SoftAssertions();
        module.typing("robot.url", url).changelog(FIRST, USERS);
        Map<String, String> cases = new LinkedHashMap<>();
        cases.put("1_20260525081500_again", "1_20260525081500_again");
        cases.put(
                "2_20260525081500_fork", "'1_20260524193000_inti' isn't there (did you mean '1_20260524193000_init'?)");
        cases.put("02_20260525081500_zero", "02_20260525081500_zero.yaml: the name is no changelog's");
        cases.forEach((id, told) -> {
            module.changelog(id, "parent: 1_20260524193000_inti\nchanges:\n  - createSchema: {name: a}\n");
            all.assertThat(module.refused(upgrade)).as(id).contains(told);
            module.delete("migrations/models/" + id + ".yaml");
        });
        module.changelog(SECOND, "");
        all.assertThat(module.refused(upgrade)).contains("migrations/models/" + SECOND + ".yaml");
        all.assertThat(rows("select tablename from pg_tables where schemaname = 'public'"))
                .isEmpty();
        all.assertAll();
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void an_applied_changelog_that_is_gone_is_told(UpgradeMojo upgrade) throws Exception {
        module.typing("robot.url", url).changelog(FIRST, USERS);
        module.changelog(SECOND, "parent: " + FIRST + "\nchanges:\n  - createSchema: {name: a}\n");
        module.run(upgrade);
        module.delete("migrations/models/" + SECOND + ".yaml");

        assertThat(module.refused(upgrade)).contains(SECOND);
        assertThat(rows("select id from robot_migrations order by number")).containsExactly(FIRST, SECOND);
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void a_database_that_lets_nobody_in_is_told_without_the_password(UpgradeMojo upgrade) throws Exception {
        module.changelog(FIRST, USERS);
        execute("create role guest login password 'secret'");
        try {
            Map<String, String> cases = new LinkedHashMap<>();
            cases.put(url.replaceAll("user=[^&]*&password=.*", "user=guest&password=wrong-one"), "guest");
            cases.put(url.replaceAll("/[^/?]*\\?", "/nowhere?"), "\"nowhere\" does not exist");
            cases.put(url.replaceAll("127.0.0.1:\\d+", "127.0.0.1:1"), "127.0.0.1:1");
            cases.put(
                    url.replaceAll("user=[^&]*&password=.*", "user=guest&password=secret"),
                    "grant usage, create on schema public to guest");
            SoftAssertions all = new SoftAssertions();
            cases.forEach((to, told) -> {
                all.assertThat(module.typing("robot.url", to).refused(upgrade))
                        .contains(told)
                        .doesNotContain("wrong-one", "secret", "Exception");
            });
            all.assertThat(rows("select tablename from pg_tables where schemaname = 'public'"))
                    .isEmpty();
            all.assertAll();
        } finally {
            execute("drop role guest");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> read = new java.util.ArrayList<>();
            while (rows.next()) {
                read.add(rows.getString(1));
            }
            return read;
        }
    }
}
