package org.robotoverlord.changelog.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.Irreversible;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.PlacedChange;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Server;
import org.robotoverlord.changelog.history.SchemaAt;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/** Chooses changelogs and has the dialect write their statements. Everything that can be refused is refused here, before anything runs. */
public final class Planner {
    private final Standing standing;
    private final Dialect dialect;
    private final Server server;
    private final Setting setting;
    private final Placeholders placeholders;

    /**
     * @param standing how the changelogs stand with the database
     * @param dialect who writes the statements
     * @param server which version they are for
     * @param setting what the replay takes as given
     * @param placeholders their values
     */
    public Planner(Standing standing, Dialect dialect, Server server, Setting setting, Placeholders placeholders) {
        this.standing = standing;
        this.dialect = dialect;
        this.server = server;
        this.setting = setting;
        this.placeholders = placeholders;
    }

    /**
     * What brings a database up.
     *
     * @throws Problem where the history is broken, the target isn't there, or the dialect can't do a change
     */
    public Plan upgrade(Target target) {
        standing.requireSound();
        List<Standing.Entry> pending = standing.entries().stream()
                .filter(entry -> entry.state() == State.PENDING || entry.state() == State.INTERRUPTED)
                .toList();
        long last = target.version().map(version -> find(version).number()).orElse(Long.MAX_VALUE);
        List<Standing.Entry> chosen = pending.stream()
                .filter(entry -> entry.number() <= last)
                .limit(target.count().orElse(Long.MAX_VALUE))
                .toList();
        return chosen.isEmpty() ? new Plan(List.of()) : plan(chosen, Direction.UP);
    }

    /**
     * What takes a database back.
     *
     * @throws Problem where the history is broken, the target isn't there or isn't applied, or a change has no way back
     */
    public Plan downgrade(Target target) {
        standing.requireSound();
        List<Standing.Entry> applied = new ArrayList<>(standing.entries().stream()
                .filter(entry -> entry.row().isPresent())
                .toList());
        Collections.reverse(applied);
        long floor = target.version().map(this::floor).orElse(0L);
        long most = target.count().orElse(target.version().isPresent() ? Long.MAX_VALUE : 1);
        List<Standing.Entry> chosen = applied.stream()
                .filter(entry -> entry.number() > floor)
                .limit(most)
                .toList();
        return chosen.isEmpty() ? new Plan(List.of()) : plan(chosen, Direction.DOWN);
    }

    /**
     * How the next run goes on with a changelog that one ended within, whatever else is wrong.
     *
     * @throws Problem where that can't be told
     */
    public PlannedChangelog resumed(String id) {
        List<Standing.Entry> interrupted = standing.in(State.INTERRUPTED).stream()
                .filter(entry -> entry.id().equals(id))
                .toList();
        return plan(interrupted, Direction.UP).changelogs().get(0);
    }

    private long floor(String version) {
        if (version.equals("0")) {
            return 0;
        }
        Standing.Entry entry = find(version);
        if (entry.row().isEmpty()) {
            throw new Problem("changelog '" + entry.id() + "' isn't applied, so nothing can be taken back to it; "
                    + standing.newestApplied()
                            .map(newest -> "the newest applied is '" + newest.id() + "'")
                            .orElse("none is applied"));
        }
        return entry.number();
    }

    private Standing.Entry find(String version) {
        return standing.find(version);
    }

    /** What planning one changelog came to. */
    private record Outcome(List<PlannedChangelog> planned, List<Problem> problems) {}

    private Plan plan(List<Standing.Entry> chosen, Direction direction) {
        Course course = direction == Direction.UP
                ? Course.up(standing, setting, chosen)
                : Course.down(standing, setting, chosen);
        List<Due> due = course.due();
        List<Outcome> outcomes =
                due.parallelStream().map(each -> outcome(each, direction)).toList();
        List<Problem> found = outcomes.stream()
                .flatMap(outcome -> outcome.problems().stream())
                .collect(Collectors.toCollection(ArrayList::new));
        course.broken().ifPresent(problem -> addNew(found, problem));
        Problems.throwIfAny(found);
        List<PlannedChangelog> planned = outcomes.stream()
                .flatMap(outcome -> outcome.planned().stream())
                .collect(Collectors.toCollection(ArrayList::new));
        if (direction == Direction.DOWN) {
            Collections.reverse(planned);
        }
        return new Plan(planned, Optional.of(span(due, direction)));
    }

    private static Span span(List<Due> due, Direction direction) {
        Due last = due.get(due.size() - 1);
        Schema low = due.get(0).before();
        Schema high = SchemaAt.after(List.of(last.changelog()), last.before());
        return direction == Direction.UP ? new Span(low, high) : new Span(high, low);
    }

    private Outcome outcome(Due due, Direction direction) {
        try {
            return new Outcome(plan(due.changelog(), due.entry(), due.before(), direction), List.of());
        } catch (Problem problem) {
            return new Outcome(List.of(), Problems.of(problem));
        }
    }

    /** What can't be replayed may have been told already by those who planned it. */
    private static void addNew(List<Problem> found, Problem problem) {
        List<String> told = found.stream().map(Problem::getMessage).toList();
        Problems.of(problem).stream()
                .filter(each -> !told.contains(each.getMessage()))
                .forEach(found::add);
    }

    private List<PlannedChangelog> plan(Changelog changelog, Standing.Entry entry, Schema before, Direction direction) {
        if (changelog.changes().isEmpty() && changelog.replaces().isEmpty()) {
            throw new Problem(
                    Place.of(changelog.path()),
                    "it has no change yet, so it can't be applied; write its changes, or delete the file");
        }
        if (direction == Direction.DOWN) {
            return back(changelog, entry, before);
        }
        return entry.row().filter(AppliedRow::isBeingTakenBack).isPresent()
                ? List.of(down(changelog, entry, before, entry.row()), up(changelog, entry, before, Optional.empty()))
                : List.of(up(changelog, entry, before, entry.row()));
    }

    /** Where a run ended within a change, half of which has no way back, that changelog is finished first; the last to be done comes first here. */
    private List<PlannedChangelog> back(Changelog changelog, Standing.Entry entry, Schema before) {
        Optional<AppliedRow> halfUp =
                entry.row().filter(AppliedRow::isInterrupted).filter(row -> !row.isBeingTakenBack());
        boolean within = halfUp.filter(
                        row -> Interrupted.isWithinAChange(steps(before, replaced(changelog)), row.stepsDone()))
                .isPresent();
        return within
                ? List.of(down(changelog, entry, before, Optional.empty()), up(changelog, entry, before, halfUp))
                : List.of(down(changelog, entry, before, entry.row()));
    }

    private PlannedChangelog up(Changelog changelog, Standing.Entry entry, Schema before, Optional<AppliedRow> row) {
        List<PlacedChange> changes = replaced(changelog);
        List<Step> steps = steps(before, changes);
        row.ifPresent(half -> requireSteps(changelog, half.stepsTotal(), steps.size()));
        int done = row.map(AppliedRow::stepsDone).orElse(0);
        Optional<Doubt> doubt = row.flatMap(half -> doubt(steps, half.stepsDone(), Direction.UP));
        return planned(entry, Direction.UP, changes, steps, row.isPresent(), done, doubt);
    }

    /** How far a run was is counted in steps, so it says nothing of steps that were cut otherwise. */
    private static void requireSteps(Changelog changelog, int counted, int now) {
        if (counted != now) {
            throw new Problem(
                    Place.of(changelog.path()),
                    "a run ended within it when it had " + counted + " steps, and now it has " + now
                            + "; finish it with the version of the tool, the placeholders and the server that it was begun with");
        }
    }

    private static Optional<Doubt> doubt(List<Step> steps, int done, Direction direction) {
        return steps.stream()
                .skip(done)
                .limit(1)
                .filter(step -> !step.transactional())
                .flatMap(step -> step.pieces().stream())
                .filter(Piece.Run.class::isInstance)
                .map(piece -> new Doubt(((Piece.Run) piece).statement(), direction))
                .findFirst();
    }

    private PlannedChangelog down(Changelog changelog, Standing.Entry entry, Schema before, Optional<AppliedRow> row) {
        List<PlacedChange> changes = replaced(changelog);
        Optional<AppliedRow> half = row.filter(AppliedRow::isInterrupted);
        Optional<AppliedRow> halfUp = half.filter(up -> !up.isBeingTakenBack());
        Optional<AppliedRow> halfDown = half.filter(AppliedRow::isBeingTakenBack);
        Optional<Doubt> doubt = Optional.empty();
        if (halfUp.isPresent()) {
            List<Step> up = steps(before, changes);
            int done = halfUp.get().stepsDone();
            requireSteps(changelog, halfUp.get().stepsTotal(), up.size());
            doubt = doubt(up, done, Direction.UP);
            changes = Interrupted.done(changes, up, done);
        }
        List<PlacedChange> reversed = new ArrayList<>();
        List<Problem> irreversible = new ArrayList<>();
        Schema schema = before;
        for (PlacedChange placed : changes) {
            try {
                reversed.add(0, placed.with(placed.change().reverse(schema)));
            } catch (Irreversible noWay) {
                irreversible.add(placed.locate(noWay));
            }
            schema = SchemaAt.after(placed, schema);
        }
        Problems.throwIfAny(irreversible);
        List<Step> steps = steps(schema, reversed);
        int done = halfDown.map(down -> steps.size() + down.stepsDone()).orElse(0);
        if (done < 0) {
            requireSteps(changelog, halfDown.get().stepsTotal(), steps.size());
        }
        if (halfDown.isPresent()) {
            doubt = doubt(steps, done, Direction.DOWN);
        }
        return planned(entry, Direction.DOWN, reversed, steps, true, done, doubt);
    }

    private static PlannedChangelog planned(
            Standing.Entry entry,
            Direction direction,
            List<PlacedChange> changes,
            List<Step> steps,
            boolean recorded,
            int done,
            Optional<Doubt> doubt) {
        List<Change> plain = changes.stream().map(PlacedChange::change).toList();
        return new PlannedChangelog(entry.file().orElseThrow(), direction, plain, steps, recorded, done, doubt);
    }

    /** The changes with their placeholders replaced. @throws Problem with all that have no value */
    private List<PlacedChange> replaced(Changelog changelog) {
        List<PlacedChange> replaced = new ArrayList<>();
        List<Problem> unset = new ArrayList<>();
        for (PlacedChange placed : changelog.changes()) {
            try {
                replaced.add(placed.with(placed.change()
                        .mapText(sql -> placeholders.inSql(sql, dialect::literal), placeholders::replace)));
            } catch (Problem problem) {
                unset.add(placed.locate(problem));
            }
        }
        Problems.throwIfAny(unset);
        return replaced;
    }

    private List<Step> steps(Schema start, List<PlacedChange> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        try {
            return Steps.of(dialect, server, start, changes);
        } catch (Problem problem) {
            throw problem.place().isPresent()
                    ? problem
                    : problem.at(changes.get(0).place());
        }
    }
}
