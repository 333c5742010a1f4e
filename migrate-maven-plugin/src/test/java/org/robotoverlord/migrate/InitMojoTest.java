package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;

class InitMojoTest extends GoalTest {
    @Test
    @InjectMojo(goal = "init")
    void makes_a_pom_the_folders_and_a_first_model(InitMojo init) throws Exception {
        assertThat(module.run(init))
                .startsWith("Made pom.xml", "--- /dev/null", "+++ pom.xml")
                .contains(
                        "+          <execution>", "Made src/main/models/models/users.yaml", "Made migrations/models/");
        assertThat(module.read("pom.xml")).contains("<packaging>pom</packaging>", "<goal>check</goal>");
        assertThat(module.files("src/main/models/models")).containsExactly("users.yaml");
    }

    @Test
    @InjectMojo(goal = "init")
    void shows_what_it_changes_of_a_pom(InitMojo init) throws Exception {
        String pom = """
                <project>
                  <build>
                    <plugins>
                    </plugins>
                  </build>
                </project>
                """;
        module.file("pom.xml", pom).models("tables: {}\n");

        assertThat(module.run(init))
                .startsWith(
                        "Changed pom.xml",
                        "--- pom.xml",
                        "+++ pom.xml",
                        "@@ -1,6 +1,18 @@",
                        " <project>",
                        "   <build>",
                        "     <plugins>",
                        "+      <plugin>",
                        "+        <groupId>org.robotoverlord</groupId>");
        assertThat(module.files("src/main/models/models")).containsExactly("all.yaml");
    }

    @Test
    @InjectMojo(goal = "init")
    void leaves_a_pom_alone_that_names_the_plugin(InitMojo init) throws Exception {
        module.run(init);
        String pom = module.read("pom.xml");

        assertThat(module.run(init)).contains("pom.xml names the plugin already; left as it is");
        assertThat(module.read("pom.xml")).isEqualTo(pom);
    }

    @Test
    @InjectMojo(goal = "init")
    void says_what_comes_next(InitMojo init) throws Exception {
        assertThat(module.run(init)).last().isEqualTo("Next: edit the models, then run mvn robot:init-db");

        module.changelog(FIRST, "changes: []\n");

        assertThat(module.run(init)).last().isEqualTo("Next: edit the models, then run mvn robot:migrate");
    }
}
