package org.robotoverlord.migrate;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.Checked;
import org.robotoverlord.changelog.problem.Finding;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Severity;
import org.robotoverlord.changelog.report.FindingText;
import org.robotoverlord.migrate.connection.SecretConfigurator;

/**
 * Fails where something would go wrong later: a changelog is broken or in conflict with another, the models say what no changelog does
 * yet, or a database that is set lacks changelogs, has others, or had them before they were edited. It starts no database, and needs
 * none. {@code robot:init} binds it to {@code verify}, so that no build passes where somebody forgot {@code robot:migrate}.
 *
 * <pre>{@code
 * mvn robot:check
 * mvn robot:check -Drobot.url=postgres://robot@db/shop -Dpending=ignore
 * }</pre>
 *
 * Each finding is a line with its file and place, at the end is their sum. In GitHub Actions and GitLab CI they are shown at the lines of
 * the pull or merge request, too.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, configurator = SecretConfigurator.NAME)
public class CheckMojo extends AppsMojo {
    /**
     * Whether changelogs are looked at: that they can be read, make one line, and can happen.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.checkChangelogs", defaultValue = "true")
    boolean checkChangelogs;

    /**
     * Whether models are looked at: that they can be read, and say no more than the changelogs do.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.checkModels", defaultValue = "true")
    boolean checkModels;

    /**
     * Whether a database is looked at where one is set. The embedded PostgreSQL never is.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.checkDatabase", defaultValue = "true")
    boolean checkDatabase;

    /**
     * What happens where the database lacks changelogs: {@code fail}, {@code warn} or {@code ignore}. Before a deployment, which is to
     * apply them, that is no reason to fail.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.pending", defaultValue = "fail")
    String pending;

    /**
     * Whether GitHub Actions is told of findings, where the build runs there ({@code GITHUB_ACTIONS}), and GitLab, where it runs there
     * ({@code GITLAB_CI}).
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.annotations", defaultValue = "true")
    boolean annotations;

    /**
     * Where the code-quality report for GitLab is written, also where nothing was found: one for all modules of a build, as GitLab takes
     * one from a job. It is relative to the folder in which the build was started, where it is {@code
     * target/robot/gl-code-quality-report.json} if nothing else is said.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.codeQuality", defaultValue = "target/robot/gl-code-quality-report.json")
    String codeQuality;

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    void act(List<AppRun> runs) {
        List<Finding> found = new Gate(parts(), weightOfPending(), isTyped()).findings(runs);
        if (annotations) {
            Path base = runs.get(0).app().base();
            Reactor build = new Reactor(session, project, goal());
            new CiReport(session.getSystemProperties(), build, base, this::print, getLog()::warn)
                    .tell(
                            goal(),
                            mojoExecution.getExecutionId(),
                            found,
                            base.resolve(codeQuality),
                            basedir().resolve("pom.xml"));
        }
        requireNoErrors(found);
        if (found.isEmpty()) {
            getLog().info(checkModels ? "No changes detected" : "Nothing found");
        } else {
            getLog().info(FindingText.sum(found));
        }
    }

    private Set<Checked> parts() {
        Set<Checked> parts = EnumSet.allOf(Checked.class);
        if (!checkChangelogs) {
            parts.remove(Checked.CHANGELOGS);
        }
        if (!checkModels) {
            parts.remove(Checked.MODELS);
        }
        if (!checkDatabase) {
            parts.remove(Checked.DATABASE);
        }
        return parts;
    }

    /** @throws Problem for what is no weight */
    private Optional<Severity> weightOfPending() {
        return switch (pending) {
            case "fail" -> Optional.of(Severity.ERROR);
            case "warn" -> Optional.of(Severity.WARNING);
            case "ignore" -> Optional.empty();
            default ->
                throw new Problem(given().said("pending") + " takes fail, warn or ignore, not '" + pending + "'");
        };
    }
}
