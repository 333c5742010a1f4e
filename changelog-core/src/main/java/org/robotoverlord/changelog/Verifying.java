package org.robotoverlord.changelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.CreateSchema;
import org.robotoverlord.changelog.change.Irreversible;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.PlacedChange;
import org.robotoverlord.changelog.diff.Differ;
import org.robotoverlord.changelog.diff.Difference;
import org.robotoverlord.changelog.diff.Past;
import org.robotoverlord.changelog.history.SchemaAt;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.rows.HeldRows;
import org.robotoverlord.changelog.rows.Measure;
import org.robotoverlord.changelog.rows.RowMaker;
import org.robotoverlord.changelog.rows.Survivors;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.run.StatementFailed;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Proves changelogs on a real database: each goes up, is filled with rows, goes down and up again, and at every stop the database is
 * what the replay says, and the rows are what they were.
 */
final class Verifying {
    private final Robot robot;
    private final Workbench bench;
    private final List<Changelog> line;
    private final Schema empty;
    private final StandIns standIns;
    private final Predicate<Name> own;
    private final Consumer<Verified> tell;

    /**
     * @param robot who runs changelogs
     * @param line all changelogs
     * @param empty the schema before the first
     * @param own which tables are compared
     * @param tell is told of each changelog that holds
     */
    Verifying(
            Robot robot,
            Workbench bench,
            List<Changelog> line,
            Schema empty,
            Predicate<Name> own,
            Consumer<Verified> tell) {
        this.robot = robot;
        this.bench = bench;
        this.line = line;
        this.empty = empty;
        this.standIns = new StandIns(line, empty);
        this.own = own.and(standIns::isNone);
        this.tell = tell;
    }

    /**
     * @param since the number above which they are tried; those below are only applied
     * @throws Problem for the first changelog that doesn't hold, with what differs
     */
    void run(long since) {
        if (bench.isShared()) {
            line.forEach(Verifying::requireOneDatabase);
            standIns.requireHome();
        }
        Schema before = empty;
        bench.use(standIns::make);
        for (Changelog changelog : line) {
            Schema after = SchemaAt.after(List.of(changelog), before);
            if (changelog.id().number() > since) {
                tell.accept(verified(changelog, before, after));
            }
            bench.use(database -> up(database, changelog));
            before = after;
        }
    }

    /** A schema may be a database, and one of that name may be somebody's. */
    static void requireOneDatabase(Changelog changelog) {
        for (PlacedChange placed : changelog.changes()) {
            if (placed.change() instanceof CreateSchema create) {
                throw new Problem(
                        placed.place(),
                        "schema '" + create.name() + "' would be a database of its own on the server that is set, and"
                                + " none are made there but those that changelogs are tried on. Try these changelogs on a"
                                + " server of your own with robot:upgrade and robot:downgrade.");
            }
        }
    }

    /** With rows; and where rows that the changelog lets be aren't let be without it, with fewer, and in the end with none. */
    private Verified verified(Changelog changelog, Schema before, Schema after) {
        List<String> remarks = new ArrayList<>();
        Optional<String> obstacle = Optional.empty();
        for (Measure measure : Measure.values()) {
            try {
                long rows = bench.onCopy(
                        database -> tried(database, changelog, before, after, Optional.of(measure), remarks));
                obstacle.ifPresent(said -> remarks.add("tried with a row a table only: " + said));
                return new Verified(changelog.id().toString(), rows, remarks);
            } catch (RowsInTheWay inTheWay) {
                obstacle = obstacle.or(() -> Optional.of(inTheWay.getMessage()));
                remarks.clear();
            }
        }
        obstacle.ifPresent(said -> remarks.add("not tried with rows: " + said));
        bench.onCopy(database -> tried(database, changelog, before, after, Optional.empty(), remarks));
        return new Verified(changelog.id().toString(), 0, remarks);
    }

    /** That made-up rows keep a changelog from going down or up, as real ones might. */
    private static final class RowsInTheWay extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RowsInTheWay(String message) {
            super(message);
        }
    }

    private long tried(
            Database database,
            Changelog changelog,
            Schema before,
            Schema after,
            Optional<Measure> measure,
            List<String> remarks) {
        boolean filled = measure.isPresent();
        up(database, changelog);
        requireEqual(database, after, changelog, "after it went up");
        List<Change> changes =
                changelog.changes().stream().map(PlacedChange::change).toList();
        Survivors survivors = Survivors.of(before, changes);
        long rows = measure.map(much -> fill(database, after, survivors, much, changelog, remarks))
                .orElse(0L);
        HeldRows held = HeldRows.of(database, after, survivors);
        if (!wayBack(database, changelog, filled, remarks)) {
            return rows;
        }
        requireEqual(database, before, changelog, "after it was taken back");
        again(database, changelog, filled);
        requireEqual(database, after, changelog, "after it went up again");
        held.difference(HeldRows.of(database, after, survivors)).ifPresent(difference -> {
            throw failed(changelog, difference);
        });
        return rows;
    }

    private void up(Database database, Changelog changelog) {
        robot.upgrade(database, Target.version(changelog.id().toString()), Progress.NONE);
    }

    private boolean wayBack(Database database, Changelog changelog, boolean filled, List<String> remarks) {
        try {
            robot.downgrade(database, Target.USUAL, plan -> true, Progress.NONE);
            return true;
        } catch (Problem problem) {
            List<Problem> all = Problems.of(problem);
            if (all.stream().allMatch(Irreversible.class::isInstance)) {
                remarks.add("no way back: " + all.get(0).text());
                return false;
            }
            throw inTheWay(problem, filled).orElse(problem);
        }
    }

    private void again(Database database, Changelog changelog, boolean filled) {
        try {
            up(database, changelog);
        } catch (Problem problem) {
            throw inTheWay(problem, filled).orElse(problem);
        }
    }

    /** What a failure is where only the rows are to blame: that they lack a fill, or don't fit. */
    private static Optional<RuntimeException> inTheWay(Problem problem, boolean filled) {
        boolean byRows =
                !(problem instanceof StatementFailed failed) || failed.said().isAboutRows();
        return filled && byRows
                ? Optional.of(
                        new RowsInTheWay(problem.text().lines().findFirst().orElse("")))
                : Optional.empty();
    }

    private static long fill(
            Database database,
            Schema schema,
            Survivors survivors,
            Measure measure,
            Changelog changelog,
            List<String> remarks) {
        Map<Name, Integer> made = new RowMaker(
                        database, schema, survivors, measure, changelog.id().number())
                .fill();
        String without = made.entrySet().stream()
                .filter(table -> table.getValue() == 0)
                .map(table -> "'" + table.getKey() + "'")
                .collect(Collectors.joining(", "));
        if (!without.isEmpty()) {
            remarks.add("no rows could be made up for " + without);
        }
        return made.values().stream().mapToLong(Integer::longValue).sum();
    }

    private void requireEqual(Database database, Schema wished, Changelog changelog, String when) {
        Schema printed = database.asPrinted(wished);
        Schema live = Adoption.withoutForeign(database.live(wished, own), wished);
        Difference difference = new Differ(Adoption.NO_DECISIONS, Past.NONE).diff(printed, live, List.of());
        if (!difference.isEmpty()) {
            throw failed(
                    changelog,
                    "the database isn't what the changelogs say " + when + "; it differs by:\n"
                            + difference.changes().stream()
                                    .map(change -> "  " + change.describe())
                                    .collect(Collectors.joining("\n")));
        }
    }

    private static Problem failed(Changelog changelog, String what) {
        return new Problem(Place.of(changelog.path()), what);
    }
}
