package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepairMojoTest extends GoalTest {
    private final InputStream realInput = System.in;

    @AfterEach
    void giveBackStandardInput() {
        System.setIn(realInput);
    }

    /** Both are applied; then the first is edited and the second deleted. */
    private void hurt() throws Exception {
        applied(twoChangelogs());
        module.changelog(FIRST, "changes:\n  - createTable: {name: users, columns: {id: {type: integer}}}\n");
        module.delete("migrations/models/" + SECOND + ".yaml");
    }

    @Test
    @InjectMojo(goal = "repair")
    void says_where_nothing_is_to_be_repaired(RepairMojo repair) throws Exception {
        applied(twoChangelogs());

        assertThat(module.run(repair)).containsExactly("Nothing to repair");
    }

    @Test
    @InjectMojo(goal = "repair")
    void shows_and_refuses_where_nobody_can_be_asked(RepairMojo repair) throws Exception {
        hurt();

        assertThat(module.refused(repair))
                .startsWith(
                        "this would repair:\naccept: changelog '" + FIRST + "' was edited after it was applied by test")
                .contains("\nforget: changelog '" + SECOND + "' was applied by test at ")
                .endsWith("\nAdd -Dyes to do all of it, or -Drobot.only=… for some; nobody can be asked here.");
        assertThat(module.refused(repair)).contains("forget: ");
    }

    @Test
    @InjectMojo(goal = "repair")
    void shows_alone_with_a_dry_run(RepairMojo repair) throws Exception {
        hurt();

        assertThat(module.typing("dryRun", "", "yes", "").run(repair))
                .anySatisfy(line -> assertThat(line).startsWith("accept: "))
                .anySatisfy(line -> assertThat(line).startsWith("forget: "))
                .noneSatisfy(line -> assertThat(line).startsWith("Success"));
        assertThat(module.typing("dryRun", "false").run(repair))
                .contains("Success repair accept " + FIRST, "Success repair forget " + SECOND);
        assertThat(module.run(repair)).containsExactly("Nothing to repair");
    }

    @Test
    @InjectMojo(goal = "repair")
    void asks_about_each_act_and_heeds_the_answers(RepairMojo repair) throws Exception {
        hurt();
        System.setIn(new ByteArrayInputStream("no\nyes\n".getBytes(StandardCharsets.UTF_8)));

        List<String> told = module.typing("robot.interactive", "").run(repair);
        assertThat(told)
                .filteredOn(line -> line.startsWith("Success"))
                .containsExactly("Success repair forget " + SECOND);
    }

    @Test
    @InjectMojo(goal = "repair")
    void repairs_only_what_is_named(RepairMojo repair) throws Exception {
        hurt();

        assertThat(module.typing("yes", "", "robot.only", "7_nonsense").refused(repair))
                .isEqualTo(
                        "-Drobot.only names nothing that is to be repaired; that would be: " + FIRST + ", " + SECOND);
        assertThat(module.typing("robot.only", SECOND).run(repair))
                .filteredOn(line -> line.startsWith("Success"))
                .containsExactly("Success repair forget " + SECOND);
    }
}
