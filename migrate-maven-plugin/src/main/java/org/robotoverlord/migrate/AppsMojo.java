package org.robotoverlord.migrate;

import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.robotoverlord.changelog.problem.Finding;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.report.FindingText;
import org.robotoverlord.migrate.console.Bar;
import org.robotoverlord.migrate.console.RunProgress;

/** What the goals share that act on apps: which ones. */
abstract class AppsMojo extends DatabaseMojo {
    /**
     * The app that the goal acts on. Where it is left out, goals act on all apps in the POM's order; those that write files or take
     * back need it where there are several and none is called {@code models}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.app")
    String app;

    /** Acts on apps, of which each has models or changelogs unless it needs none; there is at least one. */
    abstract void act(List<AppRun> runs);

    /** Whether the goal acts on one app, however many there are. */
    boolean actsOnOne() {
        return false;
    }

    /** Whether the goal has nothing to do for an app that has neither models nor changelogs. */
    boolean needsFiles() {
        return true;
    }

    /** Whether the goal goes to databases. */
    boolean needsDatabase() {
        return true;
    }

    /** The parameters that were given and are meant for one app: {@code -Dversion}. */
    List<String> meantForOne() {
        return List.of();
    }

    @Override
    final void run() {
        AppSelection selection = new AppSelection(written(), given(app));
        AppsHere here = new AppsHere(
                selection, new AppSources(this, databases()), needsFiles(), new Reactor(session, project, goal()));
        here.note(isTyped());
        if (here.all().isEmpty()) {
            return;
        }
        meantForOne().forEach(selection::requireOneFor);
        if (given().isTyped("url")) {
            selection.requireOneFor(given().said("url"));
        }
        List<AppRun> runs = actsOnOne() ? List.of(here.one(goal())) : here.all();
        if (needsDatabase()) {
            runs.forEach(run -> run.connecting().parsed());
        }
        act(runs);
    }

    /** Says which app the next lines are of, where there are several, or one of several was chosen by us. */
    final void heading(AppRun run, List<AppRun> all) {
        if (all.size() > 1 || actsOnOne() && given(app).isEmpty() && written().size() > 1) {
            getLog().info("App " + run.app().name());
        }
    }

    /** Tells how a run gets on. */
    final RunProgress progress(String what) {
        Bar bar = !isQuiet() && isAtTerminal() ? new Bar(System.err) : Bar.NONE;
        return new RunProgress(what, getLog()::info, getLog()::warn, bar);
    }

    /**
     * Tells findings.
     *
     * @throws Problem with those that are errors
     */
    final void requireNoErrors(List<Finding> findings) {
        findings.stream().filter(finding -> !finding.isError()).forEach(warning -> getLog().warn(warning.toString()));
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new Problem(FindingText.ofErrors(findings));
        }
    }
}
