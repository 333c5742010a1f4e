package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;

class CleanMojoTest extends GoalTest {
    private static String nameOf(String url) {
        return url.replaceFirst(".*/", "").replaceFirst("\\?.*", "");
    }

    @Test
    @InjectMojo(goal = "clean")
    void refuses_a_database_that_is_set(CleanMojo clean) {
        String name = nameOf(twoChangelogs());

        assertThat(module.typing("yes", "").refused(clean))
                .isEqualTo("this would empty the database '" + name
                        + "' (-Drobot.url), which isn't the embedded one. If that" + " is meant, add -Dname=" + name
                        + " -Dyes.");
    }

    @Test
    @InjectMojo(goal = "clean")
    void refuses_another_name(CleanMojo clean) {
        String name = nameOf(twoChangelogs());

        assertThat(module.typing("yes", "", "name", "production").refused(clean))
                .contains("add -Dname=" + name);
    }

    @Test
    @InjectMojo(goal = "clean")
    void refuses_where_nobody_consents(CleanMojo clean) {
        String name = nameOf(twoChangelogs());

        assertThat(module.typing("name", name).refused(clean))
                .isEqualTo("this empties the database '" + name
                        + "', and nobody can be asked here. If that is meant, add -Dyes.");
    }

    @Test
    @InjectMojo(goal = "clean")
    void empties_a_database_that_is_named(CleanMojo clean) throws Exception {
        String url = twoChangelogs();
        applied(url);

        assertThat(module.typing("yes", "", "name", nameOf(url)).run(clean))
                .containsExactly("Success clean " + nameOf(url));
        applied(url);
    }

    @Test
    @InjectMojo(goal = "clean")
    void deletes_the_embedded_one(CleanMojo clean) throws Exception {
        twoChangelogs();
        module.untyping("robot.url");

        assertThat(module.run(clean))
                .containsExactly("Nothing to clean: there is no embedded PostgreSQL in target/robot/models");
        module.file("target/robot/models/robot.lock", "").file("target/robot/models/data/PG_VERSION", "18");
        assertThat(module.run(clean)).containsExactly("Success clean target/robot/models");
        assertThat(module.files("target/robot/models")).containsExactly("robot.lock");
    }

    @Test
    @InjectMojo(goal = "clean")
    void a_name_is_never_that_of_the_embedded_one(CleanMojo clean) {
        twoChangelogs();
        module.untyping("robot.url").file("target/robot/models/data/PG_VERSION", "18");

        assertThat(module.typing("yes", "", "name", "shop").refused(clean))
                .isEqualTo("-Dname says 'shop', and no database is set: this would delete the embedded PostgreSQL in"
                        + " target/robot/models. Set the URL of 'shop', or leave -Dname out.");
        assertThat(module.files("target/robot/models")).containsExactly("data");
    }

    @Test
    @InjectMojo(goal = "clean")
    void does_not_take_a_dry_run_for_the_deed(CleanMojo clean) {
        twoChangelogs();
        module.untyping("robot.url").file("target/robot/models/data/PG_VERSION", "18");

        assertThat(module.typing("dryRun", "").refused(clean))
                .isEqualTo("robot:clean has no -DdryRun, and would do the deed; leave it out if that is meant");
        assertThat(module.files("target/robot/models")).containsExactly("data");
    }
}
