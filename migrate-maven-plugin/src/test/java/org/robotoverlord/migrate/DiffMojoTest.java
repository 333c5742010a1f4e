package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;

class DiffMojoTest extends GoalTest {
    @Test
    @InjectMojo(goal = "diff")
    void shows_what_was_done_by_hand_as_changes_to_paste(DiffMojo diff) throws Exception {
        String url = twoChangelogs();
        applied(url);
        assertThat(module.run(diff)).containsExactly("No changes detected");

        execute(url, "alter table users add column bio text");
        assertThat(module.run(diff))
                .containsExactly(
                        "The database differs from what its applied changelogs say. What happened to it:",
                        "- addColumn: {table: users, column: {bio: text}}");
    }

    @Test
    @InjectMojo(goal = "diff")
    void fails_on_drift_where_that_is_wanted(DiffMojo diff) throws Exception {
        String url = twoChangelogs();
        applied(url);
        execute(url, "alter table users add column bio text");
        module.typing("failOnDrift", "true");

        assertThat(module.refused(diff))
                .contains("the database of app 'models' differs from what its applied changelogs say");
    }

    private static void execute(String url, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
