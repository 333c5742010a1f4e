package org.robotoverlord.changelog.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.history.History;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;

/** How the changelogs here and the rows of a database's migration table stand with each other, oldest first. */
public final class Standing {
    private final List<Entry> entries;

    private Standing(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * A changelog that is here, in the database, or both.
     *
     * @param id its id
     * @param number its number
     * @param state how it stands
     * @param file its file, if it is here
     * @param row its row, if it is in the database
     */
    public record Entry(String id, long number, State state, Optional<ChangelogFile> file, Optional<AppliedRow> row) {}

    /**
     * Compares files with rows. A file is parsed only where its bytes aren't those that were applied.
     *
     * @throws Problem where a file that has to be parsed is broken
     */
    public static Standing of(List<ChangelogFile> files, List<AppliedRow> rows) {
        Map<String, AppliedRow> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        List<Entry> entries = new ArrayList<>();
        for (ChangelogFile file : files) {
            String id = file.id().toString();
            Optional<AppliedRow> row = Optional.ofNullable(byId.get(id));
            entries.add(new Entry(id, file.id().number(), state(file, row, files, byId), Optional.of(file), row));
        }
        entries.forEach(entry -> byId.remove(entry.id()));
        byId.values()
                .forEach(row -> entries.add(
                        new Entry(row.id(), row.number(), State.UNKNOWN, Optional.empty(), Optional.of(row))));
        entries.sort(Comparator.comparingLong(Entry::number).thenComparing(Entry::id));
        return new Standing(entries);
    }

    private static State state(
            ChangelogFile file, Optional<AppliedRow> row, List<ChangelogFile> files, Map<String, AppliedRow> rows) {
        if (row.isEmpty()) {
            return State.PENDING;
        }
        if (!isAsApplied(file, row.get()) && !meansTheSame(file, row.get(), files, rows)) {
            return State.CHANGED;
        }
        return row.get().isInterrupted() ? State.INTERRUPTED : State.APPLIED;
    }

    private static boolean isAsApplied(ChangelogFile file, AppliedRow row) {
        return file.hash().equals(row.fileHash());
    }

    private static boolean meansTheSame(
            ChangelogFile file, AppliedRow row, List<ChangelogFile> files, Map<String, AppliedRow> rows) {
        try {
            return file.checksum().equals(row.checksum());
        } catch (Problem broken) {
            tellAllBroken(files, rows);
            throw broken;
        }
    }

    /** What is wrong with any file that isn't as it was applied is told at once. */
    private static void tellAllBroken(List<ChangelogFile> files, Map<String, AppliedRow> rows) {
        History.read(files.stream()
                .filter(file -> !rows.containsKey(file.id().toString())
                        || !isAsApplied(file, rows.get(file.id().toString())))
                .toList());
    }

    /** All of them, oldest first. */
    public List<Entry> entries() {
        return entries;
    }

    /** Those of a state, oldest first. */
    public List<Entry> in(State state) {
        return entries.stream().filter(entry -> entry.state() == state).toList();
    }

    /**
     * Refuses to go on where an applied changelog was changed or is unknown here, or one is pending below an applied one.
     *
     * @throws Problem with all of them
     */
    public void requireSound() {
        List<Problem> found = new ArrayList<>();
        for (Entry entry : in(State.CHANGED)) {
            found.add(edited(entry.file().orElseThrow(), entry.row().orElseThrow()));
        }
        for (Entry entry : in(State.UNKNOWN)) {
            found.add(new Problem("changelog '" + entry.id() + "' was applied to this database"
                    + entry.row()
                            .map(row -> " by " + row.appliedBy() + " at " + row.appliedAt())
                            .orElse("")
                    + " and isn't here. Bring its file back (another branch may have it), or downgrade it from where it is."
                    + " Where the file got another name, or is gone for good, robot:repair mends that."));
        }
        found.addAll(pendingBelowApplied());
        Problems.throwIfAny(found);
    }

    private static Problem edited(ChangelogFile file, AppliedRow row) {
        String checksums = ": its changes mean something else now (checksum " + shortened(file.checksum())
                + ", applied " + shortened(row.checksum()) + "). Restore the file as it was applied, ";
        return new Problem(
                Place.of(file.path()),
                row.isInterrupted()
                        ? "it was edited after some of its steps were applied" + checksums
                                + "take back what was done of it with robot:downgrade, and edit it then. Where that can't be,"
                                + " robot:repair says what is left to do."
                        : "it was edited after it was applied" + checksums
                                + "and write what is new into a changelog of its own. Where the database has what the file says now,"
                                + " robot:repair accepts the edit.");
    }

    private static String shortened(String checksum) {
        return checksum.length() <= 12 ? checksum : checksum.substring(0, 12) + "…";
    }

    private List<Problem> pendingBelowApplied() {
        Optional<Entry> newest = newestApplied();
        if (newest.isEmpty()) {
            return List.of();
        }
        List<Entry> below = in(State.PENDING).stream()
                .filter(entry -> entry.number() < newest.get().number())
                .toList();
        if (below.isEmpty()) {
            return List.of();
        }
        String ids = below.stream().map(Entry::id).collect(Collectors.joining("', '", "'", "'"));
        return List.of(new Problem(
                "changelog " + ids + " is not applied, though '" + newest.get().id()
                        + "', which comes after, is. Give it a number above, and the newest as its parent."));
    }

    /** The newest that is in the database and here. */
    public Optional<Entry> newestApplied() {
        return entries.stream()
                .filter(entry -> entry.row().isPresent() && entry.file().isPresent())
                .reduce((earlier, later) -> later);
    }
}
