package org.robotoverlord.migrate;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.migrate.connection.Databases;
import org.robotoverlord.migrate.connection.EmbeddedBinaries;
import org.robotoverlord.migrate.connection.Secret;
import org.robotoverlord.migrate.connection.Servers;
import org.robotoverlord.migrate.console.Bar;
import org.robotoverlord.migrate.console.RunProgress;

/** What the goals share that act on apps: which ones, and how their databases are reached. */
abstract class AppsMojo extends RobotMojo {
    /**
     * The app that the goal acts on. Where it is left out, goals act on all apps in the POM's order; those that write files or take
     * back need it where there are several and none is called {@code models}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.app")
    String app;

    /**
     * Where the database is: {@code jdbc:postgresql://host:port/database} or {@code
     * postgres://user:password@host:port/database?sslmode=require}, what isn't a letter or digit percent-encoded. Typed
     * as {@code -Drobot.url} it comes before the app's own {@code <url>}; after that comes the environment variable {@code DATABASE_URL}. Where none is set there is an embedded
     * PostgreSQL, with its data in {@code target/robot/<app>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.url")
    Secret url;

    /**
     * Who logs in, where the URL doesn't say.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.user")
    String user;

    /**
     * The password, where the URL doesn't say it. Better is a {@code <server>} of {@code
     * settings.xml}, where it can be encrypted, or {@code ~/.pgpass}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "robot.password")
    Secret password;

    @Inject
    private Provider<SettingsDecrypter> decrypter;

    @Inject
    Provider<RepositorySystem> repositories;

    /** Acts on apps, of which each has models or changelogs; there is at least one. */
    abstract void act(List<AppRun> runs);

    /** Whether the goal acts on one app, however many there are. */
    boolean actsOnOne() {
        return false;
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
        AppSelection selection = new AppSelection(apps == null ? List.of() : apps, given(app));
        AppSources sources = new AppSources(this, databases());
        List<AppRun> present = sources.present(selection.chosen());
        if (isNothingHere(present, selection, sources)) {
            return;
        }
        meantForOne().forEach(selection::requireOneFor);
        if (given().isTyped("url")) {
            selection.requireOneFor(given().said("url"));
        }
        List<AppRun> runs = actsOnOne() ? List.of(one(present, selection, sources)) : present;
        if (needsDatabase()) {
            runs.forEach(run -> run.connecting().parsed());
        }
        act(runs);
    }

    private AppRun one(List<AppRun> present, AppSelection selection, AppSources sources) {
        AppSettings one = selection.single(goal()).get(0);
        return present.stream()
                .filter(run -> run.app().name().equals(one.name()))
                .findFirst()
                .orElseThrow(() -> new Problem("app '" + one.name() + "' has no " + sources.places(one)));
    }

    private boolean isNothingHere(List<AppRun> present, AppSelection selection, AppSources sources) {
        Reactor reactor = new Reactor(session, goal());
        if (!present.isEmpty()) {
            reactor.found();
            return false;
        }
        if (isTyped() && reactor.nowhere(project, Set.copyOf(selection.names()))) {
            throw nowhere(selection, sources, reactor);
        }
        return true;
    }

    private Problem nowhere(AppSelection selection, AppSources sources, Reactor reactor) {
        Set<String> names = reactor.apps();
        if (app != null && !names.contains(app)) {
            return new Problem("there is no app '" + app + "'" + Suggestion.of(app, names) + "; there "
                    + (names.size() == 1 ? "is: " : "are: ") + String.join(", ", names));
        }
        String where = selection.chosen().isEmpty()
                ? "models or changelogs"
                : sources.places(selection.chosen().get(0));
        return new Problem((session.getProjects().size() > 1 ? "no module has " : "there are no ") + where
                + ". Begin with robot:init, or correct <apps> and <location> in pom.xml.");
    }

    private Databases databases() {
        return new Databases(
                new Servers(session.getSettings(), decrypter::get),
                new EmbeddedBinaries(
                        repositories::get, session.getRepositorySession(), project.getRemotePluginRepositories()),
                getLog()::info);
    }

    /** The folder that paths are relative to. */
    final Path basedir() {
        return project.getBasedir().toPath();
    }

    /** Says which app the next lines are of, where there are several. */
    final void heading(AppRun run, List<AppRun> all) {
        if (all.size() > 1) {
            getLog().info("App " + run.app().name());
        }
    }

    /** Tells how a run gets on. */
    final RunProgress progress(String what) {
        Bar bar = !isQuiet() && isAtTerminal() ? new Bar(System.err) : Bar.NONE;
        return new RunProgress(what, getLog()::info, getLog()::warn, bar);
    }
}
