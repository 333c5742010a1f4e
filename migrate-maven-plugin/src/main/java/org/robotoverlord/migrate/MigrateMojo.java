package org.robotoverlord.migrate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.Checked;
import org.robotoverlord.changelog.Draft;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.migrate.connection.SecretConfigurator;

/**
 * Writes the next changelog: what the models say and the changelogs don't do yet. It asks what it can't know, such as whether a column
 * was renamed, and needs no database.
 *
 * <pre>{@code
 * mvn robot:migrate -Dname=add_user_verification
 * mvn -B robot:migrate -Drename=users.mail:email -Dfill=users.verified=false
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "migrate", threadSafe = true, configurator = SecretConfigurator.NAME)
public class MigrateMojo extends DraftMojo {
    /**
     * Writes a changelog without a change, to be filled in by hand; the kinds of change stand in it as comments.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.empty", defaultValue = "false")
    boolean empty;

    /**
     * Prints the changelog and writes nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.dryRun", defaultValue = "false")
    boolean dryRun;

    /**
     * Writes nothing, asks nothing, and fails if there is a change to write.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.check", defaultValue = "false")
    boolean check;

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    void act(List<AppRun> runs) {
        heading(runs.get(0), runs);
        Robot robot = runs.get(0).robot();
        if (check) {
            requireNoErrors(robot.check(Set.of(Checked.CHANGELOGS, Checked.MODELS)));
            getLog().info("No changes detected");
            return;
        }
        Optional<Draft> draft = empty
                ? Optional.of(robot.emptyDraft(request(given(name))))
                : robot.draft(request(given(name)), console().map(console -> console));
        if (draft.isEmpty()) {
            getLog().info("No changes detected");
        } else if (dryRun) {
            show(draft.get());
            print(draft.get().text());
        } else {
            show(draft.get());
            String path = robot.write(draft.get());
            getLog().info("Success migrate " + draft.get().id().fileName());
            getLog().info("Review " + path + ", then run mvn robot:upgrade");
        }
    }
}
