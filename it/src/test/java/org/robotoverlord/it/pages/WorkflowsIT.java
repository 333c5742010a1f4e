package org.robotoverlord.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.it.build.Build;
import org.robotoverlord.it.build.NewProject;
import org.robotoverlord.it.build.Output;

/** What the workflows of the pages run is run, step by step: what Maven does of it, on real databases. */
class WorkflowsIT {
    /** The oldest, whose backups any {@code pg_dump} takes. */
    private static final int OLDEST = 14;

    private static final Workflow CHECK = Workflow.of("github-check.yml");
    private static final Workflow DEPLOY = Workflow.of("github-deploy.yml");

    /** The forum's own build is gated, which passes with ours; here is what it says to whoever forgets. */
    @Test
    void the_forums_build_fails_where_somebody_forgot_to_migrate() {
        Build forum = forum().where("DATABASE_URL", TestPostgres.freshDatabase(OLDEST))
                .file(
                        "src/main/models/models/forgotten.yaml",
                        "tables:\n  pardons:\n    columns:\n      id: {type: bigint, primaryKey: true}\n");
        run(forum, CHECK.commands("check").get(0))
                .fails()
                .says(
                        "Success upgrade 1_",
                        ":check (check)",
                        "BUILD FAILURE",
                        "src/main/models/models/forgotten.yaml:3:5: the models are ahead of the changelogs: create table"
                                + " pardons. Run robot:migrate.",
                        "1 finding in app 'models'");
    }

    @Test
    void each_step_of_the_check_and_of_the_deployment_does_what_it_says() throws IOException {
        String url = TestPostgres.freshDatabase(OLDEST);
        Path backups =
                Files.createDirectories(Path.of("target/projects/backups").toAbsolutePath());
        Build shop = NewProject.withChangelogs(
                NewProject.named("workflows"),
                List.of("- createTable: {name: a, columns: {id: bigint}, primaryKey: [id]}"));
        run(shop, CHECK.commands("check").get(1)).succeeds().says(NewProject.id(1));

        List<String> steps = DEPLOY.commands("deploy");
        assertThat(steps).hasSize(3);
        Build deploying = shop.where("DATABASE_URL", url);
        run(deploying, steps.get(0))
                .succeeds()
                .says("isn't applied to the database of app 'models'", "1 warning in app 'models'", NewProject.id(1));
        boolean dumps = canDump();
        Path backup = backups.resolve("shop-7.dump");
        Files.deleteIfExists(backup);
        run(deploying, dumps ? steps.get(1).replace("$BACKUPS", backups.toString()) : "mvn -B robot:upgrade")
                .succeeds()
                .says("Success upgrade " + NewProject.id(1));
        assertThat(Files.exists(backup)).isEqualTo(dumps);
        run(deploying, steps.get(2)).succeeds().says("No changes detected");
    }

    /** GitLab's jobs are the same commands, save for the backup, which they have no disk for. */
    @Test
    void gitlab_runs_what_github_runs() {
        Workflow gitlab = Workflow.of("gitlab-ci.yml");
        assertThat(gitlab.commands("check")).isEqualTo(CHECK.commands("check"));
        assertThat(gitlab.commands("deploy"))
                .isEqualTo(DEPLOY.commands("deploy").stream()
                        .map(step -> step.replaceFirst(" -Dbackup=\\S+", ""))
                        .toList());
    }

    private static Output run(Build project, String command) {
        List<String> words =
                Arrays.asList(command.replace("$GITHUB_RUN_ID", "7").split(" +"));
        assertThat(words.get(0)).isEqualTo("mvn");
        assertThat(words).noneMatch(word -> word.contains("$"));
        return project.mvn(words.subList(1, words.size()).toArray(String[]::new));
    }

    private static boolean canDump() {
        try {
            Process process = new ProcessBuilder("pg_dump", "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return true;
        } catch (IOException none) {
            String said = "NOT TESTED: the backup of a deployment, as there is no pg_dump on the path";
            assertThat(System.getenv("CI")).as(said).isNull();
            System.err.println("\n*** " + said + "\n");
            return false;
        }
    }

    private static Build forum() {
        Build copy = NewProject.named("forum");
        Path from = Pages.ROOT.resolve("migrations");
        for (String part : List.of("pom.xml", "src", "migrations")) {
            try (Stream<Path> all = Files.walk(from.resolve(part))) {
                all.filter(Files::isRegularFile)
                        .forEach(file -> copy.file(from.relativize(file).toString(), Pages.read(file)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return copy;
    }
}
