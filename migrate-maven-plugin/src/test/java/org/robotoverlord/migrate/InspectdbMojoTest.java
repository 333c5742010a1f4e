package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;

class InspectdbMojoTest extends GoalTest {
    @Test
    @InjectMojo(goal = "inspectdb")
    void writes_a_file_for_each_table(InspectdbMojo inspectdb) throws Exception {
        applied(twoChangelogs());

        assertThat(module.run(inspectdb)).containsExactly("Wrote src/main/models/models/users.yaml");
        assertThat(module.read("src/main/models/models/users.yaml"))
                .isEqualTo("tables:\n  users:\n    columns:\n      id: bigint\n");
        assertThat(module.refused(inspectdb)).contains("src/main/models/models/users.yaml: the file is there already");
    }

    @Test
    @InjectMojo(goal = "inspectdb")
    void refuses_a_table_that_is_not_there(InspectdbMojo inspectdb) throws Exception {
        applied(twoChangelogs());
        module.typing("table", "users,posts");

        assertThat(module.refused(inspectdb)).contains("the database has no table 'posts'");
    }

    @Test
    @InjectMojo(goal = "inspectdb")
    void says_that_no_database_is_set(InspectdbMojo inspectdb) {
        assertThat(module.refused(inspectdb))
                .contains("no database is set for app 'models', and the embedded one has no data in"
                        + " 'target/robot/models' yet.");
    }
}
