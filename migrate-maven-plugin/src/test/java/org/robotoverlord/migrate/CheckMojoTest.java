package org.robotoverlord.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckMojoTest extends GoalTest {
    private static final String MODEL = "tables: {users: {columns: {id: bigint}}}\n";
    private static final String SAME = "changes:\n  - createTable: {name: users, columns: {id: bigint}}\n";
    private static final String BROKEN = "changes:\n  - createTabel: {name: users}\n";
    private static final String REPORT = "target/robot/gl-code-quality-report.json";
    private static final String AHEAD = "src/main/models/models/all.yaml:1:17: the models are ahead of the changelogs:"
            + " create table users. Run robot:migrate.";

    private static final String WITHOUT_MODELS = """
            <project><build><plugins><plugin>
              <artifactId>migrate-maven-plugin</artifactId>
              <configuration><checkModels>false</checkModels><pending>ignore</pending></configuration>
            </plugin></plugins></build></project>
            """;

    private final PrintStream realOutput = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void readStandardOutput() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBackStandardOutput() {
        System.setOut(realOutput);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    @InjectMojo(goal = "check")
    void is_content_where_the_changelogs_do_what_the_models_say(CheckMojo check) throws Exception {
        module.models(MODEL).changelog(FIRST, SAME);

        assertThat(module.bound().run(check)).containsExactly("No changes detected");
        assertThat(module.files("target")).isEmpty();
        assertThat(printed()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "check")
    void refuses_models_that_are_ahead_with_a_line_each_and_their_sum(CheckMojo check) {
        module.models(MODEL);

        assertThat(module.bound().refused(check)).isEqualTo(AHEAD + "\n1 finding in app 'models'");
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
                .contains("migrations/audit/" + FIRST + ".yml: ")
                .contains("in app 'models', 1 finding in app 'audit'");
    }

    @Test
    @InjectMojo(goal = "check")
    void says_nothing_in_a_module_without_files(CheckMojo check) throws Exception {
        assertThat(module.bound().run(check)).isEmpty();
    }

    @Test
    @InjectMojo(goal = "check")
    void a_part_may_be_switched_off(CheckMojo check) throws Exception {
        module.models(MODEL).typing("robot.checkModels", "false");
        assertThat(module.bound().run(check)).containsExactly("Nothing found");

        module.changelog(FIRST, BROKEN);
        assertThat(module.refused(check)).contains("there is no change 'createTabel'");
        module.typing("robot.checkChangelogs", "false");
        assertThat(module.run(check)).containsExactly("Nothing found");
    }

    @Test
    @InjectMojo(goal = "check", pom = WITHOUT_MODELS)
    void a_part_may_be_switched_off_in_the_pom(CheckMojo check) throws Exception {
        String url = twoChangelogs();
        module.untyping("robot.url").models(MODEL).environment("DATABASE_URL", url);

        assertThat(module.bound().run(check)).containsExactly("Nothing found");
        assertThat(module.typing("robot.pending", "fail").refused(check)).endsWith("2 findings in app 'models'");
    }

    @Test
    @InjectMojo(goal = "check")
    void a_hint_that_does_nothing_is_a_warning_and_no_failure(CheckMojo check) throws Exception {
        module.models("tables: {users: {columns: {id: {type: bigint, renamedFrom: no}}}}\n")
                .changelog(FIRST, SAME);

        assertThat(module.bound().run(check))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("WARNING src/main/models/models/all.yaml:1:"))
                .endsWith("1 warning in app 'models'");
    }

    @Test
    @InjectMojo(goal = "check")
    void a_database_that_is_set_must_have_what_is_here(CheckMojo check) throws Exception {
        String url = twoChangelogs();
        String pending = "migrations/models/" + FIRST + ".yaml: changelog '" + FIRST
                + "' isn't applied to the database of app 'models'. Run robot:upgrade.";

        assertThat(module.bound().refused(check)).startsWith(pending).endsWith("2 findings in app 'models'");
        applied(url);
        assertThat(module.run(check)).containsExactly("No changes detected");
        assertThat(module.files("target")).isEmpty();
    }

    @Test
    @InjectMojo(goal = "check")
    void findings_read_like_this(CheckMojo check) throws Exception {
        applied(twoChangelogs());
        module.changelog("3_20260526090000_beliefs", "parent: " + SECOND + "\nchanges: []\n")
                .models("schemas: [audit]\ntables:\n  users:\n    columns:\n      id:  bigint\n      bio: text\n");

        assertThat(module.refused(check) + "\n").isEqualTo("""
                src/main/models/models/all.yaml:6:12: the models are ahead of the changelogs: add column users.bio. Run robot:migrate.
                migrations/models/3_20260526090000_beliefs.yaml: changelog '3_20260526090000_beliefs' isn't applied to the database of app 'models'. Run robot:upgrade.
                2 findings in app 'models'
                """);
    }

    @Test
    @InjectMojo(goal = "check")
    void what_is_pending_may_be_a_warning_or_nothing(CheckMojo check) throws Exception {
        twoChangelogs();

        assertThat(module.typing("pending", "warn").run(check))
                .hasSize(3)
                .allMatch(line -> line.startsWith("WARNING ") || line.equals("2 warnings in app 'models'"));
        assertThat(module.typing("pending", "ignore").run(check)).containsExactly("No changes detected");
        assertThat(module.typing("pending", "maybe").refused(check))
                .isEqualTo("-Dpending takes fail, warn or ignore, not 'maybe'");
    }

    @Test
    @InjectMojo(goal = "check")
    void what_is_wrong_with_files_and_what_with_the_database_is_told_at_once(CheckMojo check) throws Exception {
        applied(twoChangelogs());
        module.changelog(FIRST, BROKEN)
                .delete("migrations/models/" + SECOND + ".yaml")
                .models("tables: [1]\n");

        assertThat(module.refused(check))
                .containsOnlyOnce("there is no change 'createTabel'")
                .contains("src/main/models/models/all.yaml:1:9");
        module.changelog(FIRST, "changes:\n  - createSchema: {name: other}\n");
        assertThat(module.refused(check))
                .contains("was edited after it was applied", "'" + SECOND + "' was applied to this database")
                .contains("src/main/models/models/all.yaml:1:9")
                .endsWith("3 findings in app 'models'");
        assertThat(module.typing("robot.checkDatabase", "false").refused(check)).endsWith("1 finding in app 'models'");
    }

    @Test
    @InjectMojo(goal = "check")
    void the_environment_sets_a_database_too_and_one_that_does_not_answer_is_told(CheckMojo check) {
        module.models(MODEL).environment("DATABASE_URL", "postgres://robot:hush@127.0.0.1:1/shop");

        assertThat(module.bound().refused(check))
                .contains(AHEAD, "127.0.0.1:1")
                .doesNotContain("hush")
                .endsWith("2 findings in app 'models'");
    }

    @Test
    @InjectMojo(goal = "check")
    void a_url_that_waits_for_a_variable_fails_who_asked_and_warns_a_build(CheckMojo check) throws Exception {
        module.models(MODEL).changelog(FIRST, SAME).typing("robot.url", "${env.SHOP_DATABASE}");

        assertThat(module.refused(check)).contains("SHOP_DATABASE");
        assertThat(module.bound().run(check))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("WARNING ") && line.contains("SHOP_DATABASE"));
    }

    @Test
    @InjectMojo(goal = "check")
    void github_is_told_at_the_lines_and_in_the_summary(CheckMojo check) throws Exception {
        module.models(MODEL)
                .file("summary.md", "# Before\n")
                .environment("GITHUB_ACTIONS", "true")
                .environment("GITHUB_WORKSPACE", module.path("").getParent().toString())
                .environment("GITHUB_STEP_SUMMARY", module.path("summary.md").toString());
        String top = module.path("").getFileName() + "/";

        assertThat(module.bound().refused(check)).startsWith(AHEAD);
        assertThat(printed())
                .isEqualToIgnoringNewLines("::error file=" + top
                        + "src/main/models/models/all.yaml,line=1,col=17,title=robot%3Acheck/models"
                        + AHEAD.substring(AHEAD.indexOf(": the")).replaceFirst(": ", "::"));
        assertThat(module.read("summary.md"))
                .startsWith("# Before\n### robot:check: 1 finding in app 'models'\n")
                .contains("| error | " + top.replace("_", "\\_") + "src/main/models/models/all.yaml:1:17 | ");
        assertThat(module.files("target")).isEmpty();
    }

    @Test
    @InjectMojo(goal = "check")
    void gitlab_gets_a_report_also_when_all_is_well_again(CheckMojo check) throws Exception {
        module.models(MODEL)
                .environment("GITLAB_CI", "true")
                .environment("CI_PROJECT_DIR", module.path("").getParent().toString());

        module.bound().refused(check);
        assertThat(module.read(REPORT))
                .contains("\"path\": \"" + module.path("").getFileName() + "/src/main/models/models/all.yaml\"");
        module.changelog(FIRST, SAME).run(check);
        assertThat(module.read(REPORT)).isEqualTo("[]\n");
        module.typing("robot.codeQuality", "quality.json").run(check);
        assertThat(module.read("quality.json")).isEqualTo("[]\n");
        assertThat(printed()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "check")
    void gitlab_gets_one_report_of_a_whole_build(CheckMojo check) throws Exception {
        module.models(MODEL).environment("GITLAB_CI", "true");

        module.executing("one").refused(check);
        module.models("tables: [1]\n").executing("two").refused(check);
        assertThat(module.read(REPORT)).contains("create table users", "a mapping");
        module.executing("one").models(MODEL).changelog(FIRST, SAME).run(check);
        assertThat(module.read(REPORT)).doesNotContain("create table users").contains("a mapping");
    }

    @Test
    @InjectMojo(goal = "check")
    void nobody_else_is_told_where_annotations_are_off(CheckMojo check) {
        module.models(MODEL)
                .environment("GITHUB_ACTIONS", "true")
                .environment("GITLAB_CI", "true")
                .typing("robot.annotations", "false");

        assertThat(module.refused(check)).startsWith(AHEAD);
        assertThat(printed()).isEmpty();
        assertThat(module.files("target")).isEmpty();
    }

    @Test
    @InjectMojo(goal = "check")
    void a_summary_that_cannot_be_written_fails_no_build(CheckMojo check) throws Exception {
        module.models("tables: {users: {columns: {id: {type: bigint, renamedFrom: no}}}}\n")
                .changelog(FIRST, SAME)
                .environment("GITHUB_ACTIONS", "true")
                .environment(
                        "GITHUB_STEP_SUMMARY", module.path("none/summary.md").toString());

        assertThat(module.run(check)).anyMatch(line -> line.startsWith("WARNING what was found can't be written to '"));
    }
}
