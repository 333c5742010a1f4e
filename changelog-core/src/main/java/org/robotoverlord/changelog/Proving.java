package org.robotoverlord.changelog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.changelog.ChangelogWriter;
import org.robotoverlord.changelog.diff.Differ;
import org.robotoverlord.changelog.diff.Difference;
import org.robotoverlord.changelog.diff.Past;
import org.robotoverlord.changelog.history.Squash;
import org.robotoverlord.changelog.plan.Target;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.rows.AllRows;
import org.robotoverlord.changelog.rows.Measure;
import org.robotoverlord.changelog.rows.RowMaker;
import org.robotoverlord.changelog.rows.Survivors;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Progress;
import org.robotoverlord.changelog.run.StatementFailed;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Proves a squash on a real database: what it replaces and the squash itself are run, each on a copy, and both leave the same schema
 * and the same rows. Where it doesn't begin the line, the tables before it have rows by then.
 */
final class Proving {
    private final Function<List<ChangelogFile>, Robot> robots;
    private final Workbench bench;
    private final Squash squash;
    private final List<ChangelogFile> before;
    private final Predicate<Name> own;
    private final StandIns standIns;

    /**
     * @param robots who runs changelogs that needn't be on the disk
     * @param before the files of the changelogs before it
     * @param line all changelogs
     * @param empty the schema before the first
     * @param own which tables are compared
     */
    Proving(
            Function<List<ChangelogFile>, Robot> robots,
            Workbench bench,
            Squash squash,
            List<ChangelogFile> before,
            List<Changelog> line,
            Schema empty,
            Predicate<Name> own) {
        this.robots = robots;
        this.bench = bench;
        this.squash = squash;
        this.before = before;
        this.standIns = new StandIns(line, empty);
        this.own = own.and(standIns::isNone);
        if (bench.isShared()) {
            line.forEach(Verifying::requireOneDatabase);
            standIns.requireHome();
        }
    }

    /** What a way leads to. */
    private record End(Schema schema, AllRows rows) {}

    /** That made-up rows keep the changelogs that are replaced from being run, as real ones might. */
    private static final class RowsInTheWay extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RowsInTheWay(Problem cause) {
            super(cause);
        }
    }

    /**
     * @param file the squash's
     * @param replaced the files of what it replaces, as they are now
     * @return how many rows were compared
     * @throws Problem where the two ways don't lead to the same
     */
    long run(ChangelogFile file, List<ChangelogFile> replaced) {
        bench.use(standIns::make);
        if (!before.isEmpty()) {
            bench.use(database -> robots.apply(before).upgrade(database, Target.USUAL, Progress.NONE));
        }
        List<ChangelogFile> oldWay = new ArrayList<>(before);
        oldWay.addAll(replaced);
        List<ChangelogFile> newWay = new ArrayList<>(before);
        newWay.add(file);
        if (!squash.before().tables().isEmpty()) {
            for (Measure measure : Measure.values()) {
                try {
                    return compared(oldWay, newWay, Optional.of(measure));
                } catch (RowsInTheWay fewer) {
                    // What is replaced refuses such rows itself, so they prove nothing.
                }
            }
        }
        return compared(oldWay, newWay, Optional.empty());
    }

    private long compared(List<ChangelogFile> oldWay, List<ChangelogFile> newWay, Optional<Measure> measure) {
        End wished = old(oldWay, measure);
        End made = made(newWay, measure);
        Difference difference =
                new Differ(Adoption.NO_DECISIONS, Past.NONE).diff(made.schema(), wished.schema(), List.of());
        if (!difference.isEmpty()) {
            throw unlike("to have the same schema it would need:\n"
                    + difference.changes().stream()
                            .map(change -> "  " + change.describe())
                            .collect(Collectors.joining("\n")));
        }
        if (made.rows().difference(wished.rows(), Set.of()).isPresent()) {
            Set<String> unsteady = wished.rows().unsteady(old(oldWay, measure).rows());
            made.rows().difference(wished.rows(), unsteady).ifPresent(rows -> {
                throw unlike(rows);
            });
        }
        return made.rows().count();
    }

    private Problem unlike(String what) {
        return new Problem(
                "the squash was tried on a database and leads elsewhere than the changelogs that it replaces, so it"
                        + " wasn't written; " + what
                        + "\nSquash fewer, as in -Dfrom and -Dto, and tell the makers of Robot: this is theirs to mend.");
    }

    private End old(List<ChangelogFile> way, Optional<Measure> measure) {
        try {
            return gone(way, measure);
        } catch (Problem problem) {
            boolean byRows = !(problem instanceof StatementFailed failed)
                    || failed.said().isAboutRows();
            if (measure.isPresent() && byRows) {
                throw new RowsInTheWay(problem);
            }
            throw new Problem(
                    "the changelogs that are to be replaced can't be run on a throw-away database, so nothing can be proved"
                            + " and nothing was written:\n" + problem.getMessage(),
                    problem);
        }
    }

    private End made(List<ChangelogFile> way, Optional<Measure> measure) {
        try {
            return gone(way, measure);
        } catch (Problem problem) {
            throw unlike("it fails there:\n" + problem.getMessage());
        }
    }

    private End gone(List<ChangelogFile> way, Optional<Measure> measure) {
        return bench.onCopy(database -> {
            measure.ifPresent(much -> fill(database, much));
            robots.apply(way).upgrade(database, Target.USUAL, Progress.NONE);
            Schema live = Adoption.withoutForeign(database.live(squash.after(), own), squash.after());
            return new End(live, AllRows.of(database, live, own));
        });
    }

    private void fill(Database database, Measure measure) {
        Survivors all = Survivors.of(squash.before(), List.of());
        new RowMaker(database, squash.before(), all, measure, squash.id().number()).fill();
    }

    /** The files of what a squash replaces, without the changes that it leaves out on purpose. */
    static List<ChangelogFile> replaced(Squash squash, List<ChangelogFile> files) {
        Map<ChangelogId, ChangelogFile> byId = new HashMap<>();
        files.forEach(file -> byId.put(file.id(), file));
        List<ChangelogFile> replaced = new ArrayList<>();
        Optional<String> parent = squash.parent();
        for (Changelog changelog : squash.replaced()) {
            List<Change> kept = squash.changesOf(changelog);
            if (kept.isEmpty() && !changelog.changes().isEmpty()) {
                continue;
            }
            boolean asItIs =
                    kept.equals(changelog.plainChanges()) && changelog.parent().equals(parent);
            replaced.add(
                    asItIs
                            ? byId.get(changelog.id())
                            : new ChangelogFile(
                                    changelog.id(),
                                    changelog.path(),
                                    ChangelogWriter.text(changelog.description(), parent, kept, changelog.replaces())
                                            .getBytes(StandardCharsets.UTF_8)));
            parent = Optional.of(changelog.id().toString());
        }
        return replaced;
    }
}
