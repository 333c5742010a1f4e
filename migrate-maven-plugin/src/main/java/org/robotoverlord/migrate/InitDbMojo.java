package org.robotoverlord.migrate;

import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.Draft;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.migrate.connection.OpenDatabase;
import org.robotoverlord.migrate.connection.SecretConfigurator;

/**
 * Writes the first changelog from the models and applies it, in one go. An app that has changelogs is refused.
 *
 * <pre>{@code
 * mvn robot:init-db
 * mvn robot:init-db -Dfake -Drobot.url=postgres://robot@db/shop
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "init-db", threadSafe = true, configurator = SecretConfigurator.NAME)
public class InitDbMojo extends DraftMojo {
    private static final String FIRST = "init";

    /**
     * For a database that has the tables already: it is compared with the models, and where it is the same, the changelog is recorded
     * as applied.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.fake", defaultValue = "false")
    boolean fake;

    @Override
    void act(List<AppRun> runs) {
        given().refuseDryRun();
        AppRun run = runs.get(0);
        heading(run, runs);
        Robot robot = run.robot();
        if (robot.hasChangelogs()) {
            throw new Problem("app '" + run.app().name() + "' has changelogs in '"
                    + run.shown(run.app().changelogs())
                    + "' already; write the next one with robot:migrate, and apply them with robot:upgrade");
        }
        Optional<Draft> draft = robot.draft(
                request(given(name).or(() -> Optional.of(FIRST))), console().map(console -> console));
        if (draft.isEmpty()) {
            getLog().info("No changes detected");
            return;
        }
        try (OpenDatabase open = run.open()) {
            show(draft.get());
            robot.initDb(open.database(), draft.get(), fake, progress("init-db"));
        }
    }
}
