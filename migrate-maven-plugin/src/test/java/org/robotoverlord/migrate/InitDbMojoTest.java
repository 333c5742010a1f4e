package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.TestPostgres;

class InitDbMojoTest extends GoalTest {
    private String aModel() {
        String url = TestPostgres.freshDatabase();
        module.models("tables: {users: {columns: {id: bigint}}}\n").typing("robot.url", url);
        return url;
    }

    @Test
    @InjectMojo(goal = "init-db")
    void writes_the_first_changelog_and_applies_it(InitDbMojo init) throws Exception {
        aModel();

        assertThat(module.run(init))
                .hasSize(2)
                .startsWith("create table users")
                .element(1)
                .asString()
                .matches("Success init-db 1_\\d{14}_init\\.yaml");
        assertThat(module.files("migrations/models")).hasSize(1);
    }

    @Test
    @InjectMojo(goal = "init-db")
    void refuses_an_app_that_has_changelogs(InitDbMojo init) {
        aModel();
        module.changelog(FIRST, "changes: []\n");

        assertThat(module.refused(init)).startsWith("app 'models' has changelogs in 'migrations/models' already;");
    }

    @Test
    @InjectMojo(goal = "init-db")
    void fake_compares_and_records(InitDbMojo init) throws Exception {
        String url = aModel();

        assertThat(module.typing("fake", "").refused(init)).contains("users");
        assertThat(module.files("migrations/models")).isEmpty();
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute("create table users (id bigint)");
        }
        assertThat(module.run(init)).hasSize(2);
    }

    @Test
    @InjectMojo(goal = "init-db")
    void does_not_take_a_dry_run_for_the_deed(InitDbMojo init) {
        aModel();

        assertThat(module.typing("robot.dryRun", "true").refused(init))
                .isEqualTo("robot:init-db has no -Drobot.dryRun, and would do the deed; leave it out if that is meant");
        assertThat(module.files("migrations/models")).isEmpty();
    }

    @Test
    @InjectMojo(goal = "init-db", pom = TWO_APPS)
    void says_which_app_it_has_chosen(InitDbMojo init) throws Exception {
        module.models("tables: {users: {columns: {id: bigint}}}\n")
                .environment("DATABASE_URL", TestPostgres.freshDatabase());

        assertThat(module.run(init)).startsWith("App models", "create table users");
    }
}
