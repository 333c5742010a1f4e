package org.robotoverlord.migrate;

import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

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
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class CheckMojo extends AppsMojo {
    @Override
    void act(List<AppRun> runs) {
        for (AppRun run : runs) {
            heading(run, runs);
            run.robot().check();
            getLog().info("No changes detected");
        }
    }
}
