package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;

class CheckMojoTest extends GoalTest {
    private static final String MODEL = "tables: {users: {columns: {id: bigint}}}\n";

    @Test
    @InjectMojo(goal = "check")
    void is_content_where_the_changelogs_do_what_the_models_say(CheckMojo check) throws Exception {
        module.models(MODEL)
                .changelog(FIRST, "changes:\n  - createTable: {name: users, columns: {id: bigint}}\n")
                .environment("DATABASE_URL", "postgres://127.0.0.1:1/never_asked");

        assertThat(module.bound().run(check)).containsExactly("No changes detected");
    }

    @Test
    @InjectMojo(goal = "check")
    void refuses_models_that_are_ahead(CheckMojo check) {
        module.models(MODEL);

        assertThat(module.bound().refused(check))
                .isEqualTo("the models of app 'models' are ahead of its changelogs by:\n  create table users\nRun"
                        + " robot:migrate to write the changelog.");
    }

    @Test
    @InjectMojo(goal = "check", pom = TWO_APPS)
    void tells_all_that_is_broken_in_any_app(CheckMojo check) {
        module.models("tables: {users: {colums: {id: bigint}}}\n")
                .file("migrations/audit/" + FIRST + ".yml", "")
                .file("migrations/audit/readme.md", "")
                .file("src/main/models/audit/a.yaml", MODEL);

        assertThat(module.bound().refused(check))
                .contains("src/main/models/models/all.yaml:1:", "(did you mean 'columns'?)")
                .contains("migrations/audit/" + FIRST + ".yml: ");
    }

    @Test
    @InjectMojo(goal = "check")
    void says_nothing_in_a_module_without_files(CheckMojo check) throws Exception {
        assertThat(module.bound().run(check)).isEmpty();
    }
}
