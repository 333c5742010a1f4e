package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.TestPostgres;

/** What is the same for all goals that act on apps. */
class AppsMojoTest extends GoalTest {
    private static final String WITH_URL = """
            <project><build><plugins><plugin>
              <artifactId>migrate-maven-plugin</artifactId>
              <configuration>
                <apps>
                  <app><name>models</name><url>postgres://robot:hidden@127.0.0.1:1/of_the_app</url></app>
                </apps>
              </configuration>
            </plugin></plugins></build></project>
            """;

    private static final String WITH_SERVER = """
            <project><build><plugins><plugin>
              <artifactId>migrate-maven-plugin</artifactId>
              <configuration>
                <apps>
                  <app><name>models</name><url>postgres://127.0.0.1:1/x</url><server>shop-db</server></app>
                </apps>
              </configuration>
            </plugin></plugins></build></project>
            """;

    @Test
    @InjectMojo(goal = "heads")
    void skip_bypasses_everything(HeadsMojo heads) throws Exception {
        module.changelog("not_a_changelog", "").typing("robot.skip", "", "format", "nonsense");

        assertThat(module.run(heads)).containsExactly("robot:heads is skipped (robot.skip)");
    }

    @Test
    @InjectMojo(goal = "heads")
    void a_typed_goal_fails_where_no_module_has_anything(HeadsMojo heads) {
        assertThat(module.refused(heads))
                .isEqualTo("there are no models ('src/main/models/models') or changelogs ('migrations/models'). Begin"
                        + " with robot:init, or correct <apps> and <location> in pom.xml.");
    }

    @Test
    @InjectMojo(goal = "heads")
    void a_bound_goal_says_nothing_there(HeadsMojo heads) throws Exception {
        assertThat(module.bound().run(heads)).isEmpty();
    }

    @Test
    @InjectMojo(goal = "heads", pom = TWO_APPS)
    void an_app_that_is_not_there_is_told_with_the_nearest(HeadsMojo heads) {
        module.models("");

        assertThat(module.typing("app", "audti").refused(heads))
                .isEqualTo("there is no app 'audti' (did you mean 'audit'?); there are: audit, models");
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void short_properties_are_for_typed_goals_alone(UpgradeMojo upgrade) throws Exception {
        twoChangelogs();

        assertThat(module.bound().typing("version", "1", "count", "x").run(upgrade))
                .hasSize(2);
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void long_properties_are_for_bound_goals_too(UpgradeMojo upgrade) throws Exception {
        twoChangelogs();

        assertThat(module.bound().typing("robot.version", "1").run(upgrade)).hasSize(1);
    }

    @Test
    @InjectMojo(goal = "heads", pom = WITH_URL)
    void the_typed_url_comes_first(HeadsMojo heads) throws Exception {
        module.changelog(FIRST, "changes: []\n").environment("DATABASE_URL", "postgres://127.0.0.1:1/environment");

        assertThat(module.typing("robot.url", TestPostgres.freshDatabase()).run(heads))
                .containsExactly(FIRST);
    }

    @Test
    @InjectMojo(goal = "heads", pom = WITH_URL)
    void the_url_of_the_app_comes_next(HeadsMojo heads) {
        module.changelog(FIRST, "changes: []\n").environment("DATABASE_URL", "postgres://127.0.0.1:1/environment");

        assertThat(module.refused(heads))
                .contains("jdbc:postgresql://127.0.0.1:1/of_the_app (the <url> of app 'models')")
                .doesNotContain("hidden");
    }

    @Test
    @InjectMojo(goal = "heads")
    void the_environment_comes_after_that(HeadsMojo heads) {
        module.changelog(FIRST, "changes: []\n").environment("DATABASE_URL", "postgres://127.0.0.1:1/environment");

        assertThat(module.refused(heads)).contains("jdbc:postgresql://127.0.0.1:1/environment (DATABASE_URL)");
    }

    @Test
    @InjectMojo(goal = "upgrade", pom = TWO_APPS)
    void every_url_is_read_before_anything_is_done(UpgradeMojo upgrade) throws Exception {
        twoChangelogs();
        module.untyping("robot.url").environment("DATABASE_URL", "postgres://${env.HOST}/x");

        assertThat(module.refused(upgrade)).contains("DATABASE_URL holds ${env.HOST}");
    }

    @Test
    @InjectMojo(goal = "heads")
    void a_parameter_that_there_is_none_of_is_refused(HeadsMojo heads) {
        module.changelog(FIRST, "changes: []\n").configured("locaton", "db");

        assertThat(module.refused(heads))
                .isEqualTo("the plugin has no parameter <locaton> (did you mean 'location'?); take it out of the"
                        + " <configuration>, or see robot:help");
    }

    @Test
    @InjectMojo(goal = "heads", pom = WITH_SERVER)
    void a_server_that_settings_lack_is_refused_where_the_url_is_the_apps_own(HeadsMojo heads) throws Exception {
        module.changelog(FIRST, "changes: []\n");

        assertThat(module.refused(heads)).startsWith("settings.xml has no <server> with the id 'shop-db'");
        assertThat(module.typing("robot.url", TestPostgres.freshDatabase()).run(heads))
                .containsExactly(FIRST);
    }

    @Test
    @InjectMojo(goal = "heads")
    void a_bug_of_ours_is_no_failure_of_the_build(HeadsMojo heads) {
        module.changelog(FIRST, "changes: []\n");
        heads.location = "\0";

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> module.run(heads)))
                .isInstanceOf(org.apache.maven.plugin.MojoExecutionException.class)
                .hasMessageContaining("its own fault, not yours")
                .hasCauseInstanceOf(java.nio.file.InvalidPathException.class);
    }

    @Test
    @InjectMojo(goal = "heads")
    void a_property_that_there_is_none_of_is_refused(HeadsMojo heads) {
        module.changelog(FIRST, "changes: []\n");

        assertThat(module.typing("robot.formta", "json").refused(heads))
                .isEqualTo("there is no parameter -Drobot.formta (did you mean 'robot.format'?); leave it out, or see"
                        + " robot:help");
        assertThat(module.typing("robot.pairs", "1").bound()).satisfies(bound -> bound.run(heads));
    }

    @Test
    @InjectMojo(goal = "upgrade")
    void a_short_property_in_other_letters_is_refused(UpgradeMojo upgrade) {
        twoChangelogs();

        assertThat(module.typing("dryrun", "").refused(upgrade))
                .isEqualTo("-Ddryrun isn't read; write -DdryRun, or leave it out");
    }
}
