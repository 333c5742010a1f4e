package org.robotoverlord.changelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.robotoverlord.changelog.Drafting.Sources;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.diff.Difference;
import org.robotoverlord.changelog.plan.AppliedRow;
import org.robotoverlord.changelog.plan.Standing;
import org.robotoverlord.changelog.plan.State;
import org.robotoverlord.changelog.problem.Finding;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Severity;
import org.robotoverlord.changelog.problem.Unmerged;

/**
 * Looks for what would go wrong later: in the files, and between them and a database. What is found in one part hides nothing of
 * another; nothing is changed.
 */
final class Checking {
    /** How many changes are looked up in the models, for which schemas are compared; nobody goes to more places. */
    private static final int MOST_PLACES = 300;

    private final App app;
    private final AppFiles files;
    private final Drafting drafting;
    private final Squashing squashing;
    private Place models;

    Checking(App app, AppFiles files, Drafting drafting, Squashing squashing) {
        this.app = app;
        this.files = files;
        this.drafting = drafting;
        this.squashing = squashing;
    }

    /** What is wrong with the files. */
    List<Finding> files(Set<Checked> parts) {
        if (parts.contains(Checked.MODELS) && files.hasModelsFolder()) {
            return models(parts.contains(Checked.CHANGELOGS));
        }
        try {
            if (parts.contains(Checked.CHANGELOGS)) {
                drafting.history();
                squashing.requireTrue();
            }
            return List.of();
        } catch (Problem broken) {
            return found(Checked.CHANGELOGS, broken);
        }
    }

    private List<Finding> models(boolean withChangelogs) {
        List<Finding> found = new ArrayList<>();
        Sources sources = drafting.sources();
        sources.unmerged().forEach(broken -> found.addAll(found(Checked.MODELS, broken)));
        if (withChangelogs) {
            sources.ofChangelogs().forEach(broken -> found.addAll(found(Checked.CHANGELOGS, broken)));
            if (sources.ofChangelogs().isEmpty()) {
                found.addAll(squashes());
            }
        } else if (!sources.ofChangelogs().isEmpty()) {
            found.add(finding(
                    Checked.MODELS,
                    Severity.WARNING,
                    Optional.empty(),
                    "the models of app '" + app.name() + "' weren't compared with its changelogs, as those are broken,"
                            + " and <checkChangelogs> is off. Switch it on to see what is wrong with them."));
        }
        sources.ofModels().stream()
                .filter(broken -> !(broken instanceof Unmerged))
                .forEach(broken -> found.addAll(found(Checked.MODELS, broken)));
        if (sources.isWhole()) {
            found.addAll(ahead(sources));
        }
        return found;
    }

    /** Those that don't make what the changelogs make that they replace. */
    private List<Finding> squashes() {
        try {
            squashing.requireTrue();
            return List.of();
        } catch (Problem untrue) {
            return found(Checked.CHANGELOGS, untrue);
        }
    }

    /** What the models say and no changelog does. */
    private List<Finding> ahead(Sources sources) {
        List<Finding> found = new ArrayList<>();
        try {
            Difference difference = drafting.difference(sources, Adoption.NO_DECISIONS);
            Ahead ahead = new Ahead(
                    sources.before().orElseThrow(),
                    sources.models().orElseThrow().places());
            for (Change change : difference.changes()) {
                Optional<Place> place = found.size() < MOST_PLACES ? ahead.place(change) : Optional.empty();
                found.add(finding(
                        Checked.MODELS,
                        Severity.ERROR,
                        place.or(this::ofModels),
                        "the models are ahead of the changelogs: " + change.describe() + ". Run robot:migrate."));
            }
            difference
                    .warnings()
                    .forEach(warning ->
                            found.add(finding(Checked.MODELS, Severity.WARNING, warning.place(), warning.text())));
        } catch (Problem contradiction) {
            found.addAll(found(Checked.MODELS, contradiction));
        }
        return found;
    }

    /** Where the models don't say something any more: their file where it is one, else their folder. */
    private Optional<Place> ofModels() {
        return Optional.of(
                Place.of(files.models().size() == 1 ? files.models().get(0).path() : files.shown(app.models())));
    }

    /**
     * What stands in the way between the files and a database.
     *
     * @param pending what a changelog weighs that isn't applied; empty where it is nothing
     */
    List<Finding> database(Supplier<Standing> asked, Optional<Severity> pending) {
        List<Finding> found = new ArrayList<>();
        try {
            Standing standing = asked.get();
            for (Standing.Entry entry : standing.in(State.INTERRUPTED)) {
                AppliedRow row = entry.row().orElseThrow();
                found.add(finding(
                        Checked.DATABASE,
                        Severity.ERROR,
                        place(entry),
                        "a run ended within changelog '" + entry.id() + "', "
                                + (row.isBeingTakenBack()
                                        ? "while it was taken back"
                                        : "after " + row.stepsDone() + " of its " + row.stepsTotal() + " steps")
                                + ". Run robot:upgrade or robot:downgrade: either looks at the database and goes on."));
            }
            for (Standing.Entry entry : standing.in(State.PENDING)) {
                pending.ifPresent(severity -> found.add(finding(
                        Checked.DATABASE,
                        severity,
                        place(entry),
                        "changelog '" + entry.id() + "' isn't applied to the database of app '" + app.name()
                                + "'. Run robot:upgrade.")));
            }
            standing.requireSound();
        } catch (Problem unsound) {
            found.addAll(found(Checked.DATABASE, unsound));
        }
        return found;
    }

    private static Optional<Place> place(Standing.Entry entry) {
        return entry.file().map(file -> Place.of(file.path()));
    }

    private List<Finding> found(Checked part, Problem problem) {
        return Finding.of(app.name(), part.rule(), problem);
    }

    private Finding finding(Checked part, Severity severity, Optional<Place> place, String text) {
        return new Finding(app.name(), part.rule(), severity, place, text);
    }
}
