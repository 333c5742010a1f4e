package org.robotoverlord.migrate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;

/** The apps of a module that a goal acts on: of those that are wanted, the ones that have what it needs. */
final class AppsHere {
    private final AppSelection selection;
    private final AppSources sources;
    private final Reactor reactor;
    private final List<AppRun> present;

    /**
     * @param selection which are wanted
     * @param sources where their files lie
     * @param needsFiles whether those are left out that have neither models nor changelogs
     * @param reactor what the other modules have
     */
    AppsHere(AppSelection selection, AppSources sources, boolean needsFiles, Reactor reactor) {
        this.selection = selection;
        this.sources = sources;
        this.reactor = reactor;
        this.present = needsFiles ? sources.present(selection.chosen()) : sources.all(selection.chosen());
    }

    /** All of them; none where the module has nothing for the goal. */
    List<AppRun> all() {
        return present;
    }

    /**
     * The one of a goal that acts on one.
     *
     * @throws Problem if it isn't said which, or that one has nothing
     */
    AppRun one(String goal) {
        AppSettings one = selection.single(goal);
        return present.stream()
                .filter(run -> run.app().name().equals(one.name()))
                .findFirst()
                .orElseThrow(() -> new Problem("app '" + one.name() + "' has no " + sources.places(one)));
    }

    /**
     * Lets the other modules know whether there is something here.
     *
     * @param typed whether the goal was typed: then one of the modules has to have something
     * @throws Problem in the last module, if none has
     */
    void note(boolean typed) {
        if (!present.isEmpty()) {
            reactor.found();
        } else if (typed && reactor.nowhere(Set.copyOf(selection.names()))) {
            throw selection.wanted().flatMap(this::missing).orElseGet(this::nothing);
        }
    }

    private Optional<Problem> missing(String app) {
        Set<String> names = reactor.apps();
        return names.contains(app)
                ? Optional.empty()
                : Optional.of(new Problem("there is no app '" + app + "'" + Suggestion.of(app, names) + "; there "
                        + (names.size() == 1 ? "is: " : "are: ") + String.join(", ", names)));
    }

    private Problem nothing() {
        String where =
                selection.chosen().stream().findFirst().map(sources::places).orElse("models or changelogs");
        return new Problem((reactor.isOneModule() ? "there are no " : "no module has ") + where
                + ". Begin with robot:init, or correct <apps> and <location> in pom.xml.");
    }
}
