package org.robotoverlord.migrate;

import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.AskedLines;
import org.robotoverlord.changelog.DraftRequest;
import org.robotoverlord.changelog.NamedLines;
import org.robotoverlord.changelog.Rebase;
import org.robotoverlord.changelog.Robot;
import org.robotoverlord.changelog.Whose;
import org.robotoverlord.migrate.connection.SecretConfigurator;
import org.robotoverlord.migrate.git.GitLines;

/**
 * Puts a second line of changelogs after the first, where branches met that both have one: gives it the numbers that follow, and
 * parents. Both orders are replayed first; where the order matters, it says so thing by thing, and writes the second line anew from
 * the merged models, or stops with nothing changed. A database that has the second line already follows at its next {@code
 * robot:upgrade}.
 *
 * <pre>{@code
 * mvn robot:rebase
 * mvn robot:rebase -Dname=add_teams
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "rebase", threadSafe = true, configurator = SecretConfigurator.NAME)
public class RebaseMojo extends AnsweredMojo {
    /**
     * Says whose changelogs move: an id, a name or a number that only one of the lines has; several, with commas between them, come
     * in that order. Where it is left out, those move that git's upstream hasn't got; where that says nothing, it asks.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.name")
    String name;

    /**
     * Shows what would become of which file, and what one would hold that is written anew; writes nothing, and so needs no consent.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.dryRun", defaultValue = "false")
    boolean dryRun;

    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    void act(List<AppRun> runs) {
        AppRun run = runs.get(0);
        heading(run, runs);
        Robot robot = run.robot();
        if (!dryRun && robot.finishRebase()) {
            getLog().info("Finished the rebase that was stopped");
        }
        Rebase rebase = robot.rebase(whose(run), request(), console().map(console -> console));
        rebase.notes().forEach(getLog()::warn);
        if (rebase.isEmpty()) {
            getLog().info("Nothing to rebase");
        } else if (dryRun) {
            for (Rebase.Move move : rebase.moves()) {
                getLog().info("Would rebase " + move.told());
                if (move.rewritten()) {
                    print(move.text());
                }
            }
        } else {
            robot.write(rebase);
            rebase.moves().forEach(move -> getLog().info("Success rebase " + move.told()));
            String folder = run.shown(run.app().changelogs());
            getLog().info("Review " + folder + ", then run mvn robot:check, git add -A " + folder
                    + ", and mvn robot:upgrade");
        }
    }

    /** What is only shown needs no consent; what it would cost is told. */
    private DraftRequest request() {
        DraftRequest typed = request(Optional.empty());
        return new DraftRequest(
                typed.name(), typed.rename(), typed.fill(), typed.map(), dryRun || typed.allowDataLoss());
    }

    private Whose whose(AppRun run) {
        Whose git = new GitLines(run.app().changelogs(), getLog()::info);
        Whose unnamed = git.orElse(new AskedLines(console().map(console -> console)));
        return given(name)
                .<Whose>map(names -> new NamedLines(names, given().said("name"), unnamed))
                .orElse(unnamed);
    }
}
