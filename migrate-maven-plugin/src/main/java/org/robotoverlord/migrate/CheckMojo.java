package org.robotoverlord.migrate;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.migrate.connection.SecretConfigurator;

/**
 * Fails where something would go wrong later: a changelog is broken, or the models say what no changelog does yet. It needs no
 * database. {@code robot:init} binds it, so that a build without it is noticed.
 *
 * <pre>{@code
 * mvn robot:check
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, configurator = SecretConfigurator.NAME)
public class CheckMojo extends AppsMojo {
    @Override
    boolean needsDatabase() {
        return false;
    }

    @Override
    void act(List<AppRun> runs) {
        List<Problem> found = new ArrayList<>();
        for (AppRun run : runs) {
            try {
                run.robot().check();
            } catch (Problem problem) {
                found.addAll(Problems.of(problem));
            }
        }
        Problems.throwIfAny(found);
        getLog().info("No changes detected");
    }
}
