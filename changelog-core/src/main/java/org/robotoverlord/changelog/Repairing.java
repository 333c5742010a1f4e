package org.robotoverlord.changelog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.CreateSchema;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.dialect.Leftover;
import org.robotoverlord.changelog.diff.Difference;
import org.robotoverlord.changelog.plan.AppliedRow;
import org.robotoverlord.changelog.plan.Doubt;
import org.robotoverlord.changelog.plan.Moved;
import org.robotoverlord.changelog.plan.PlannedChangelog;
import org.robotoverlord.changelog.plan.Rewritten;
import org.robotoverlord.changelog.plan.Standing;
import org.robotoverlord.changelog.plan.State;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.run.Journal;
import org.robotoverlord.changelog.schema.Name;

/** Finds what a hand-edited or interrupted past left in a database and its migration table, and what mends it. It changes nothing. */
final class Repairing {
    private static final int MOST_LINES = 20;

    private final Database database;
    private final Journal journal;
    private final Standing standing;
    private final Predicate<Name> own;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param standing how files and rows stand with each other
     * @param own which tables are the app's
     */
    Repairing(Database database, Journal journal, Standing standing, Predicate<Name> own) {
        this.database = database;
        this.journal = journal;
        this.standing = standing;
        this.own = own;
    }

    /**
     * @param resumed gives an interrupted changelog as the next run would go on with it
     * @param drift how the database differs from what the changelogs make, as the files are now
     * @throws Problem where no changelog is here, but rows are
     */
    Diagnosis diagnosis(Function<String, PlannedChangelog> resumed, Function<Standing, Difference> drift) {
        requireFiles();
        List<Repair> found = new ArrayList<>();
        standing.in(State.INTERRUPTED).forEach(entry -> settling(entry, resumed).ifPresent(found::add));
        standing.moved().forEach(moved -> found.add(adopting(moved.last(), moved.squash())));
        Set<String> adopted = new HashSet<>();
        Optional<Problem> unfinished = unfinished();
        unfinished.ifPresent(problem -> notes.add(problem.getMessage()));
        List<Rewritten> rewritten = unfinished.isPresent() ? List.of() : standing.rewritten();
        rewritten.forEach(anew -> notes.add(anew.told() + withoutGit(anew)));
        for (Standing.Entry entry : unfinished.isPresent() ? List.<Standing.Entry>of() : standing.in(State.UNKNOWN)) {
            AppliedRow row = entry.row().orElseThrow();
            if (rewritten.stream().noneMatch(anew -> anew.has(row))) {
                found.add(missing(row, adopted));
            }
        }
        standing.in(State.CHANGED).stream()
                .filter(entry -> rewritten.stream()
                        .noneMatch(anew -> anew.has(entry.row().orElseThrow())))
                .forEach(entry -> changed(entry, drift).ifPresent(found::add));
        boolean settled = found.stream().noneMatch(repair -> repair.act() == Repair.Act.SETTLE);
        if (settled) {
            found.addAll(drops());
        }
        found.sort(Comparator.comparing(Repair::act));
        return new Diagnosis(found, notes);
    }

    /** Where the folder is empty, the wrong one may be looked at, and every row would seem to be nobody's. */
    private void requireFiles() {
        boolean rows = standing.entries().stream().anyMatch(entry -> entry.row().isPresent());
        boolean files =
                standing.entries().stream().anyMatch(entry -> entry.file().isPresent());
        if (rows && !files) {
            throw new Problem("this database has rows of changelogs, and there is no changelog here at all. Look at"
                    + " <location> and at the branch that is checked out, and bring the files back first.");
        }
    }

    private Optional<Repair> settling(Standing.Entry entry, Function<String, PlannedChangelog> resumed) {
        PlannedChangelog changelog;
        try {
            changelog = resumed.apply(entry.id());
        } catch (Problem unplanned) {
            notes.add("changelog '" + entry.id() + "' is interrupted, and how it goes on can't be told: "
                    + unplanned.getMessage());
            return Optional.empty();
        }
        int total = changelog.steps().size();
        boolean nothingYet = changelog.stepsDone() == 0;
        if (changelog.doubt().isEmpty() && !nothingYet) {
            notes.add(
                    "changelog '" + entry.id() + "' is interrupted after step " + changelog.stepsDone() + " of " + total
                            + ", and nothing of it is in doubt. robot:upgrade finishes it, robot:downgrade takes it back.");
            return Optional.empty();
        }
        String at = changelog
                .doubt()
                .map(Doubt::statement)
                .map(statement -> "at step " + (changelog.stepsDone() + 1) + " of " + total + ":\n    "
                        + statement.sql().strip().replace("\n", "\n    "))
                .orElse("before its first step");
        if (changelog
                .doubt()
                .filter(doubt -> !database.dialect().tells(doubt.statement()))
                .isPresent()) {
            notes.add("a run of changelog '" + entry.id() + "' ("
                    + changelog.direction().text() + ") ended " + at
                    + "\n  and no database can tell whether that is done. robot:upgrade runs it again, which it must bear, and goes"
                    + " on from there; robot:downgrade takes back what was done.");
            return Optional.empty();
        }
        return Optional.of(new Repair(
                Repair.Act.SETTLE,
                entry.id(),
                "a run of changelog '" + entry.id() + "' ("
                        + changelog.direction().text() + ") ended " + at
                        + "\n  The database is asked whether that is done, what is left half made of it is taken away, and the row"
                        + " says so. The next robot:upgrade would do the same by itself, and go on.",
                ""));
    }

    /** What isn't known here may be of a squash whose files are gone, and is no hand-edited past. */
    private Optional<Problem> unfinished() {
        try {
            standing.requireFinished();
            return Optional.empty();
        } catch (Problem problem) {
            return Optional.of(problem);
        }
    }

    /** To forget such a row alone would leave what it made in the way of the new file. */
    private static String withoutGit(Rewritten anew) {
        return "\nWhere nobody has the files as they were, undo by hand what they did, move '"
                + anew.file().id() + "' away, run robot:repair to forget the row, and move it back.";
    }

    private Repair missing(AppliedRow row, Set<String> adopted) {
        Optional<ChangelogFile> moved = moved(row, adopted);
        if (moved.isPresent()) {
            adopted.add(moved.get().id().toString());
            return adopting(row, moved.get());
        }
        String steps = row.isInterrupted()
                ? "\n  " + halfway(row) + ": what that made stays, and only the file can tell what it is"
                : "";
        return new Repair(
                Repair.Act.FORGET,
                row.id(),
                "changelog '" + row.id() + "' was applied by " + row.appliedBy() + " at " + row.appliedAt()
                        + ", and no file here is it, under whatever name" + steps
                        + "\n  Its row is deleted. What it made stays in the database, and no changelog says so any more; if a"
                        + " branch or a colleague has the file, bring it back instead.",
                journal.delete(row.id()));
    }

    private Repair adopting(AppliedRow row, ChangelogFile file) {
        return new Repair(
                Repair.Act.ADOPT,
                row.id(),
                "changelog '" + row.id() + "' was applied, and its file is called '" + file.id()
                        + "' now: it means the same\n  The row gets that name. The database isn't changed.",
                journal.rename(row.id(), file));
    }

    private static String halfway(AppliedRow row) {
        return row.isBeingTakenBack()
                ? "A run that took it back ended with " + -row.stepsDone() + " of " + row.stepsTotal() + " steps to go"
                : "A run ended within it, after " + row.stepsDone() + " of its " + row.stepsTotal() + " steps";
    }

    /** The pending file that means what a row's did. */
    private Optional<ChangelogFile> moved(AppliedRow row, Set<String> taken) {
        return Moved.file(
                row,
                standing.in(State.PENDING).stream()
                        .flatMap(entry -> entry.file().stream())
                        .filter(file -> !taken.contains(file.id().toString()))
                        .toList());
    }

    private Optional<Repair> changed(Standing.Entry entry, Function<Standing, Difference> drift) {
        AppliedRow row = entry.row().orElseThrow();
        ChangelogFile file = entry.file().orElseThrow();
        if (row.isInterrupted()) {
            notes.add("changelog '" + entry.id() + "' was edited while it was half applied. " + halfway(row)
                    + ", and which ones these are only the file as it was can tell. Restore it as it was applied (checksum "
                    + row.checksum()
                    + "), and run robot:upgrade or robot:downgrade. If it can't be had, make the database by hand"
                    + " what it was before that changelog, move the file away, run robot:repair to forget the row, and move it"
                    + " back.");
            return Optional.empty();
        }
        return Optional.of(new Repair(
                Repair.Act.ACCEPT,
                entry.id(),
                "changelog '" + entry.id() + "' was edited after it was applied by " + row.appliedBy() + " at "
                        + row.appliedAt() + " (checksum then " + row.checksum() + ", now " + file.checksum()
                        + ")\n  It says now:"
                        + lines(file.read().plainChanges().stream()
                                .map(Change::describe)
                                .toList())
                        + differing(drift)
                        + "\n  The row takes the file's checksum. The database isn't changed by it: what it lacks of the file, or"
                        + " has beside it, stays so.",
                journal.accept(file)));
    }

    /** What was applied isn't kept, but the database is there to be compared with what the files say now. */
    private String differing(Function<Standing, Difference> drift) {
        try {
            Difference difference = drift.apply(standing);
            return difference.isEmpty()
                    ? "\n  The database has what the changelogs say now."
                    : "\n  From what the changelogs say now, the database differs by:"
                            + lines(difference.changes().stream()
                                    .map(Change::describe)
                                    .toList());
        } catch (Problem untold) {
            return "\n  How the database differs from that can't be told: "
                    + untold.getMessage().lines().findFirst().orElse("");
        }
    }

    private static String lines(List<String> all) {
        StringBuilder text = new StringBuilder();
        all.stream().limit(MOST_LINES).forEach(line -> text.append("\n    ").append(line.replace("\n", "\n    ")));
        if (all.size() > MOST_LINES) {
            text.append("\n    … and ").append(all.size() - MOST_LINES).append(" more");
        }
        return text.toString();
    }

    private List<Repair> drops() {
        List<Repair> found = new ArrayList<>();
        for (Leftover left : database.leftovers(schemas())) {
            if (!own.test(left.table())) {
                continue;
            }
            if (left.busy().isPresent()) {
                notes.add(left.what() + ", but it may be being made: "
                        + left.busy().get() + ". Look again later.");
                continue;
            }
            found.add(new Repair(
                    Repair.Act.DROP,
                    left.name(),
                    left.what() + "\n  It is dropped with\n    " + left.drop()
                            + "\n  and isn't made again: if it is meant, robot:diff says so.",
                    left.drop()));
        }
        return found;
    }

    private Set<String> schemas() {
        Set<String> schemas = new LinkedHashSet<>();
        schemas.add(database.home());
        standing.entries().stream()
                .flatMap(entry -> entry.file().stream())
                .flatMap(file -> file.read().plainChanges().stream())
                .filter(CreateSchema.class::isInstance)
                .forEach(change -> schemas.add(((CreateSchema) change).name()));
        return schemas;
    }
}
