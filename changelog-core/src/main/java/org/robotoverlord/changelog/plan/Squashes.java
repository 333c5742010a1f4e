package org.robotoverlord.changelog.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;

/**
 * What squashes come to on one database. One that ran none of what a squash replaces runs the squash; one that ran all of it takes
 * the squash as run; one that ran some of it runs the rest first, if that is here.
 */
final class Squashes {
    private static final int MOST_NAMED = 5;

    private final Map<String, ChangelogFile> files = new LinkedHashMap<>();
    private final Map<String, AppliedRow> rows;
    private final BiFunction<ChangelogFile, Optional<AppliedRow>, Boolean> isAsApplied;
    /** What isn't run here by itself → the squash that replaces it. */
    private final Map<String, ChangelogFile> hidden = new HashMap<>();

    private final List<ChangelogFile> undone = new ArrayList<>();
    private final List<Takeover> takeovers = new ArrayList<>();
    private final List<Problem> stuck = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> waiting = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    private Squashes(
            List<ChangelogFile> files,
            Map<String, AppliedRow> rows,
            BiFunction<ChangelogFile, Optional<AppliedRow>, Boolean> isAsApplied) {
        files.forEach(file -> this.files.put(file.id().toString(), file));
        this.rows = new HashMap<>(rows);
        this.isAsApplied = isAsApplied;
    }

    /**
     * @param rows id → its row
     * @param isAsApplied whether all of a changelog was applied, and it means what it meant then
     * @throws Problem where a squash is broken
     */
    static Squashes of(
            List<ChangelogFile> files,
            Map<String, AppliedRow> rows,
            BiFunction<ChangelogFile, Optional<AppliedRow>, Boolean> isAsApplied) {
        Squashes squashes = new Squashes(files, rows, isAsApplied);
        files.forEach(squashes::settle);
        return squashes;
    }

    /** A squash of a squash is settled after that one. */
    private void settle(ChangelogFile squash) {
        List<String> ids = squash.replaces();
        if (ids.isEmpty() || !seen.add(squash.id().toString())) {
            return;
        }
        ids.stream().filter(files::containsKey).map(files::get).forEach(this::settle);
        List<AppliedRow> ran =
                ids.stream().filter(rows::containsKey).map(rows::get).toList();
        boolean begun = !ran.isEmpty() || ids.stream().anyMatch(this::isUndone);
        if (rows.containsKey(squash.id().toString()) || !begun) {
            ids.forEach(id -> hidden.put(id, squash));
        } else if (ran.size() == ids.size() && ran.stream().allMatch(this::isWhole)) {
            Takeover takeover = new Takeover(squash, ran);
            takeovers.add(takeover);
            ids.forEach(id -> hidden.put(id, squash));
            ids.forEach(rows::remove);
            rows.put(squash.id().toString(), takeover.row());
        } else {
            undo(squash, ids);
        }
    }

    private boolean isUndone(String id) {
        return undone.stream().anyMatch(squash -> squash.id().toString().equals(id));
    }

    private boolean isWhole(AppliedRow row) {
        ChangelogFile file = files.get(row.id());
        return file == null ? !row.isInterrupted() : isAsApplied.apply(file, Optional.of(row));
    }

    private void undo(ChangelogFile squash, List<String> ids) {
        undone.add(squash);
        List<String> gone = ids.stream().filter(id -> !files.containsKey(id)).toList();
        known.addAll(ids);
        List<String> open = ids.stream()
                .filter(id -> !rows.containsKey(id) || rows.get(id).isInterrupted())
                .toList();
        if (gone.isEmpty() || open.isEmpty()) {
            return;
        }
        waiting.add(squash.id().toString());
        long ran = ids.size() - open.size();
        stuck.add(new Problem(
                Place.of(squash.path()),
                "it replaces " + ids.size() + " changelogs, of which this database ran " + ran + " and not "
                        + named(open)
                        + ", and their files aren't all here any more. Finish them first: check out the version of the"
                        + " project that has them ('git log --diff-filter=D --stat' shows what took them away), run"
                        + " robot:upgrade there, and then here."));
    }

    private static String named(List<String> ids) {
        String first = ids.stream().limit(MOST_NAMED).collect(Collectors.joining("', '", "'", "'"));
        return first + (ids.size() > MOST_NAMED ? " and " + (ids.size() - MOST_NAMED) + " more" : "");
    }

    /** The files that are run here by themselves, of all. */
    List<ChangelogFile> shown(List<ChangelogFile> all) {
        return all.stream()
                .filter(file -> !hidden.containsKey(file.id().toString()))
                .filter(file -> !isUndone(file.id().toString())
                        || waiting.contains(file.id().toString()))
                .toList();
    }

    /**
     * What to look for where a version is wanted: instead of a squash that isn't run here, the last that it replaces.
     *
     * @throws Problem where it is within one that is
     */
    String shown(String version) {
        String wanted = version;
        // An outer squash is undone after those that it replaces.
        for (int i = undone.size() - 1; i >= 0; i--) {
            List<String> ids = undone.get(i).replaces();
            wanted = undone.get(i).id().toString().equals(wanted) ? ids.get(ids.size() - 1) : wanted;
        }
        requireOutside(wanted);
        return wanted;
    }

    private void requireOutside(String version) {
        for (Map.Entry<String, ChangelogFile> each : hidden.entrySet()) {
            ChangelogFile squash = each.getValue();
            boolean meant = version.equals(each.getKey())
                    || each.getKey().startsWith(version + "_")
                            && !version.equals(String.valueOf(squash.id().number()));
            if (meant && !hidden.containsKey(squash.id().toString())) {
                throw new Problem("changelog '" + each.getKey() + "' is replaced by '" + squash.id()
                        + "', which is applied and taken back as a whole; give its number, or one outside of it");
            }
        }
    }

    /** Whether a row without a file is of a changelog that a squash replaces. */
    boolean knows(String id) {
        return known.contains(id);
    }

    /** The squashes in whose place what they replace stands. */
    List<ChangelogFile> undone() {
        return undone;
    }

    List<Takeover> takeovers() {
        return takeovers;
    }

    /** What can't be gone on with: the database ran some of what a squash replaces, and not all of the rest is here. */
    List<Problem> stuck() {
        return stuck;
    }
}
