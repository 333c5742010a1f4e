package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;

class MigrateMojoTest extends GoalTest {
    private static final String USERS = "changes:\n  - createTable: {name: users, columns: {id: bigint, mail: text}}\n";

    @Test
    @InjectMojo(goal = "migrate")
    void writes_the_next_changelog_and_says_what_it_does(MigrateMojo migrate) throws Exception {
        module.models("tables: {users: {columns: {id: bigint}}}\n");

        assertThat(module.typing("name", "Add Users").run(migrate)).first().isEqualTo("create table users");
        assertThat(module.files("migrations/models"))
                .hasSize(1)
                .first()
                .asString()
                .matches("1_\\d{14}_add_users\\.yaml");
        assertThat(module.run(migrate)).containsExactly("No changes detected");
    }

    @Test
    @InjectMojo(goal = "migrate")
    void names_itself_after_the_change(MigrateMojo migrate) throws Exception {
        module.models("tables: {users: {columns: {id: bigint}}}\n");

        assertThat(module.run(migrate).get(1)).matches("Success migrate 1_\\d{14}_create_users\\.yaml");
    }

    @Test
    @InjectMojo(goal = "migrate")
    void an_open_question_is_a_failure_where_nobody_can_be_asked(MigrateMojo migrate) {
        module.changelog(FIRST, USERS).models("tables: {users: {columns: {id: bigint, email: text}}}\n");

        assertThat(module.refused(migrate)).contains("users.mail", "-Drename=users.mail:email");
        assertThat(module.files("migrations/models")).hasSize(1);
    }

    @Test
    @InjectMojo(goal = "migrate")
    void takes_answers_beforehand(MigrateMojo migrate) throws Exception {
        module.changelog(FIRST, USERS).models("tables: {users: {columns: {id: bigint, email: text}}}\n");

        assertThat(module.typing("rename", "users.mail:email").run(migrate))
                .first()
                .isEqualTo("rename column users.mail to email");
    }

    @Test
    @InjectMojo(goal = "migrate")
    void losing_data_needs_consent(MigrateMojo migrate) throws Exception {
        module.changelog(FIRST, USERS).models("tables: {users: {columns: {id: bigint}}}\n");

        assertThat(module.refused(migrate)).contains("drop column users.mail", "-DallowDataLoss");
        assertThat(module.typing("allowDataLoss", "").run(migrate))
                .first()
                .asString()
                .matches("drop column users\\.mail \\(loses .*\\)");
    }

    @Test
    @InjectMojo(goal = "migrate")
    void check_writes_nothing_and_fails(MigrateMojo migrate) {
        module.models("tables: {users: {columns: {id: bigint}}}\n");

        assertThat(module.typing("check", "").refused(migrate)).contains("create table users");
        assertThat(module.files("migrations/models")).isEmpty();
    }

    @Test
    @InjectMojo(goal = "migrate")
    void dry_run_writes_nothing(MigrateMojo migrate) throws Exception {
        module.models("tables: {users: {columns: {id: bigint}}}\n");

        assertThat(module.typing("dryRun", "").run(migrate)).containsExactly("create table users");
        assertThat(module.files("migrations/models")).isEmpty();
    }

    @Test
    @InjectMojo(goal = "migrate")
    void an_empty_one_is_to_be_filled_in_by_hand(MigrateMojo migrate) throws Exception {
        module.changelog(FIRST, USERS);

        module.typing("empty", "", "name", "data step").run(migrate);
        assertThat(module.files("migrations/models").get(1)).matches("2_\\d{14}_data_step\\.yaml");
    }

    @Test
    @InjectMojo(goal = "migrate")
    void changelogs_without_a_folder_of_models_are_refused(MigrateMojo migrate) {
        module.changelog(FIRST, USERS);

        assertThat(module.refused(migrate)).contains("src/main/models/models");
    }
}
