package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.run.StatementFailed;

/** Where one statement does several changes and fails, all of them are named, as no database tells which is to blame. */
class SharedStatementTest {
    private static final String USERS = """
            - createTable: {name: users, columns: {id: bigint, email: varchar(100), age: integer}}
            - insert: {table: users, rows: [{id: 1, email: a@b, age: 7}, {id: 2, email: a@b, age: 8}], down: none}
            """;

    @TempDir
    private Path folder;

    private void assertFails(String url, String changes, String first, String last) {
        Project project = Project.on(folder, url).changelog(1, "users", USERS);
        project.upgrade();
        project.changelog(2, "rules", changes);
        assertThatThrownBy(project::upgrade)
                .isInstanceOf(StatementFailed.class)
                .hasMessageStartingWith(first)
                .hasMessageEndingWith(last
                        + "\n  2_20260524193000_rules was rolled back whole; those before it stay. Mend the data or the"
                        + " changelog and run robot:upgrade again.");
    }

    @Test
    void a_table_that_sqlite_makes_anew_once_names_all_that_it_is_made_anew_for() {
        assertFails(
                "jdbc:sqlite:" + folder.resolve("shop.db"),
                """
                - changeType: {table: users, column: age, to: bigint}
                - addUnique: {table: users, name: users_email_key, columns: [email]}
                - addUnique: {table: users, name: users_age_key, columns: [age]}
                """,
                "migrations/models/2_20260524193000_rules.yaml:3:5: change type of users.age to bigint, with 2 more"
                        + " changes in one statement, failed: UNIQUE constraint failed: ",
                "  which serves"
                        + "\n    migrations/models/2_20260524193000_rules.yaml:3:5: change type of users.age to bigint"
                        + "\n    migrations/models/2_20260524193000_rules.yaml:4:5: add unique users_email_key to users"
                        + "\n    migrations/models/2_20260524193000_rules.yaml:5:5: add unique users_age_key to users");
    }

    @Test
    void clauses_that_postgresql_takes_together_are_all_named() {
        assertFails(
                TestPostgres.freshDatabase(),
                """
                - changeType: {table: users, column: age, to: bigint}
                - changeType: {table: users, column: email, to: varchar(2)}
                """,
                "migrations/models/2_20260524193000_rules.yaml:3:5: change type of users.age to bigint, with 1 more change"
                        + " in one statement, failed: value too long for type character varying(2)",
                "  which serves"
                        + "\n    migrations/models/2_20260524193000_rules.yaml:3:5: change type of users.age to bigint"
                        + "\n    migrations/models/2_20260524193000_rules.yaml:4:5: change type of users.email to varchar(2)");
    }
}
