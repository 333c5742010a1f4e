package org.robotoverlord.changelog.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.history.History;
import org.robotoverlord.changelog.history.Version;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.schema.Setting;

/** How the changelogs here and the rows of a database's migration table stand with each other, oldest first. */
public final class Standing {
    private final List<Entry> entries;
    private final Squashes squashes;
    private final List<Takeover> moved;

    private Standing(List<Entry> entries, Squashes squashes, List<Takeover> moved) {
        this.entries = List.copyOf(entries);
        this.squashes = squashes;
        this.moved = List.copyOf(moved);
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
        List<Takeover> moved = moved(files, byId);
        moved.forEach(takeover -> takeOver(takeover, byId));
        Squashes squashes = squashes(files, byId);
        squashes.takeovers().forEach(takeover -> takeOver(takeover, byId));
        List<Entry> entries = new ArrayList<>();
        for (ChangelogFile file : squashes.shown(files)) {
            String id = file.id().toString();
            Optional<AppliedRow> row = Optional.ofNullable(byId.get(id));
            entries.add(new Entry(id, file.id().number(), state(file, row, files, byId), Optional.of(file), row));
        }
        entries.forEach(entry -> byId.remove(entry.id()));
        byId.values()
                .forEach(row -> entries.add(new Entry(
                        row.id(), row.number(), withoutFile(row, squashes), Optional.empty(), Optional.of(row))));
        entries.sort(Comparator.comparingLong(Entry::number).thenComparing(Entry::id));
        return new Standing(entries, squashes, moved);
    }

    private static void takeOver(Takeover takeover, Map<String, AppliedRow> rows) {
        takeover.replaced().forEach(row -> rows.remove(row.id()));
        rows.put(takeover.squash().id().toString(), takeover.row());
    }

    private static List<Takeover> moved(List<ChangelogFile> files, Map<String, AppliedRow> rows) {
        try {
            return Moved.among(files, rows);
        } catch (Problem broken) {
            tellAllBroken(files, rows);
            throw broken;
        }
    }

    private static Squashes squashes(List<ChangelogFile> files, Map<String, AppliedRow> rows) {
        try {
            return Squashes.of(files, rows, (file, row) -> state(file, row, files, rows) == State.APPLIED);
        } catch (Problem broken) {
            tellAllBroken(files, rows);
            throw broken;
        }
    }

    /** A squash may know what isn't here. */
    private static State withoutFile(AppliedRow row, Squashes squashes) {
        if (!squashes.knows(row.id())) {
            return State.UNKNOWN;
        }
        return row.isInterrupted() ? State.INTERRUPTED : State.APPLIED;
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

    /** Those whose rows have yet to take the place of others: changelogs that moved, and squashes that count as run here. */
    public List<Takeover> takeovers() {
        return Stream.concat(moved.stream(), squashes.takeovers().stream()).toList();
    }

    /** The changelogs that were applied here when they had other names. */
    public List<Takeover> moved() {
        return moved;
    }

    /** Those that count as run once a plan is done, too. */
    public List<Takeover> takeoversAfter(Plan plan) {
        if (squashes.undone().isEmpty()) {
            return List.of();
        }
        List<AppliedRow> rows = Stream.concat(
                        entries.stream()
                                .flatMap(entry -> entry.row().stream())
                                .filter(row -> plan.changelogs().stream()
                                        .noneMatch(done ->
                                                row.id().equals(done.file().id().toString()))),
                        plan.changelogs().stream()
                                .filter(done -> done.direction() == Direction.UP)
                                .map(done -> AppliedRow.foreseen(done.file())))
                .toList();
        List<ChangelogFile> files = Stream.concat(
                        squashes.undone().stream(), entries.stream().flatMap(entry -> entry.file().stream()))
                .distinct()
                .toList();
        return of(files, rows).takeovers();
    }

    /**
     * Some of the changelogs in the order of the line, as this database goes.
     *
     * @throws Problem where they make none; those among them that this database hasn't got may keep them from it too, unless
     *     none of these is a parent
     */
    public List<Changelog> line(List<Entry> chosen, Setting setting) {
        Set<String> ids = chosen.stream().map(Entry::id).collect(Collectors.toSet());
        List<Entry> read = hasGap() && !hasParents(chosen) ? entries : chosen;
        List<ChangelogFile> files = Stream.concat(
                        squashes.undone().stream()
                                .filter(squash -> read.stream()
                                        .noneMatch(entry ->
                                                entry.id().equals(squash.id().toString()))),
                        read.stream().flatMap(entry -> entry.file().stream()))
                .toList();
        return History.read(
                        files,
                        setting,
                        squashes.undone().stream()
                                .map(squash -> squash.id().toString())
                                .collect(Collectors.toSet()))
                .line()
                .stream()
                .filter(changelog -> ids.contains(changelog.id().toString()))
                .toList();
    }

    /** Whether what some come after is among them too: then no other line that forks off there concerns them. */
    private static boolean hasParents(List<Entry> chosen) {
        Set<String> ids = chosen.stream().map(Entry::id).collect(Collectors.toSet());
        return chosen.stream()
                .flatMap(entry -> entry.file().stream())
                .allMatch(file -> file.read()
                        .parent()
                        .filter(parent -> !ids.contains(parent))
                        .isEmpty());
    }

    /** Whether this database has one that comes after another that it hasn't got. */
    private boolean hasGap() {
        boolean pending = false;
        for (Entry entry : entries) {
            if (pending && entry.row().isPresent()) {
                return true;
            }
            pending |= entry.row().isEmpty();
        }
        return false;
    }

    /**
     * The changelog of a number or an id.
     *
     * @throws Problem if there is none, or it is within a squash
     */
    public Entry find(String version) {
        String wanted = squashes.shown(version);
        return Version.find(wanted, entries, Entry::id, Entry::number);
    }

    /**
     * Refuses to say anything of a database that ran some of what a squash replaces, and the rest isn't here.
     *
     * @throws Problem with all such squashes
     */
    public void requireFinished() {
        Problems.throwIfAny(squashes.stuck());
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
     * Refuses to go on where an applied changelog was changed or is unknown here.
     *
     * @throws Problem with all of them
     */
    public void requireSound() {
        requireFinished();
        List<Problem> found = new ArrayList<>();
        List<Rewritten> rewritten = rewritten();
        in(State.CHANGED).stream()
                .filter(entry -> rewritten.stream()
                        .noneMatch(anew -> anew.has(entry.row().orElseThrow())))
                .forEach(entry ->
                        found.add(edited(entry.file().orElseThrow(), entry.row().orElseThrow())));
        rewritten.forEach(anew -> found.add(new Problem(anew.told())));
        for (Entry entry : in(State.UNKNOWN)) {
            if (rewritten.stream().anyMatch(anew -> anew.has(entry.row().orElseThrow()))) {
                continue;
            }
            found.add(new Problem("changelog '" + entry.id() + "' was applied to this database"
                    + entry.row()
                            .map(row -> " by " + row.appliedBy() + " at " + row.appliedAt())
                            .orElse("")
                    + " and isn't here. Bring its file back (another branch may have it), or downgrade it from where it is."
                    + " Where the file got another name, or is gone for good, robot:repair mends that."));
        }
        Problems.throwIfAny(found);
    }

    /** Those that were applied and written anew since. */
    public List<Rewritten> rewritten() {
        return Rewritten.among(entries);
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

    /** The newest that is in the database and here. */
    public Optional<Entry> newestApplied() {
        return entries.stream()
                .filter(entry -> entry.row().isPresent() && entry.file().isPresent())
                .reduce((earlier, later) -> later);
    }
}
