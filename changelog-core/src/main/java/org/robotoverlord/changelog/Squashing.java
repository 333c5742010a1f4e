package org.robotoverlord.changelog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.diff.Differ;
import org.robotoverlord.changelog.diff.Difference;
import org.robotoverlord.changelog.diff.Past;
import org.robotoverlord.changelog.history.History;
import org.robotoverlord.changelog.history.Replacing;
import org.robotoverlord.changelog.history.SchemaAt;
import org.robotoverlord.changelog.history.Squash;
import org.robotoverlord.changelog.plan.AppliedRow;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/** Puts one changelog in the place of many, and takes away the files of those. */
final class Squashing {
    private final AppFiles files;
    private final Drafting drafting;
    private final Setting setting;

    Squashing(AppFiles files, Drafting drafting, Setting setting) {
        this.files = files;
        this.drafting = drafting;
        this.setting = setting;
    }

    /**
     * One changelog in the place of many. Nothing is written.
     *
     * @throws Problem for whatever the user can mend
     */
    Squash squash(SquashRequest request, Instant now) {
        History history = drafting.history();
        Squash squash = Squash.of(
                history.line(),
                request.first(history),
                request.end(history),
                request.name(),
                now,
                Schema.empty(setting),
                Squashing::difference);
        drafting.requireAble(squash.changes(), squash.before());
        ChangelogFile file = file(squash);
        Schema made = SchemaAt.after(List.of(file.read()), squash.before());
        if (!made.equals(squash.after())) {
            throw new IllegalStateException("the squash makes " + made + " instead of " + squash.after());
        }
        List<ChangelogFile> all = new ArrayList<>(files.changelogs());
        all.add(file);
        drafting.requireSameHints(history, History.read(all, setting));
        return squash;
    }

    /** Its file, which isn't written yet. */
    ChangelogFile file(Squash squash) {
        return new ChangelogFile(
                squash.id(), squash.id().fileName(), squash.text().getBytes(StandardCharsets.UTF_8));
    }

    /** The files of the changelogs before it on a line. */
    List<ChangelogFile> before(Squash squash, List<Changelog> line) {
        ChangelogId first = squash.replaced().get(0).id();
        Set<ChangelogId> before = line.stream()
                .map(Changelog::id)
                .takeWhile(id -> !id.equals(first))
                .collect(Collectors.toSet());
        return files.changelogs().stream()
                .filter(file -> before.contains(file.id()))
                .toList();
    }

    private static Optional<List<Change>> difference(Schema before, Schema after) {
        try {
            return Optional.of(new Differ(Adoption.NO_DECISIONS, Past.NONE)
                    .diff(before, after, List.of())
                    .changes());
        } catch (Problem | IllegalStateException notFound) {
            return Optional.empty();
        }
    }

    /**
     * Holds squashes against what they replace, as far as that is here.
     *
     * @throws Problem for each that makes another schema
     */
    void requireTrue() {
        Replacing replacing = Replacing.of(History.parsed(files.changelogs()));
        if (replacing.squashes().isEmpty()) {
            return;
        }
        List<Problem> found = new ArrayList<>();
        Schema schema = Schema.empty(setting);
        for (Changelog changelog : replacing.line()) {
            compare(changelog, schema, replacing, found);
            schema = SchemaAt.after(List.of(changelog), schema);
        }
        Problems.throwIfAny(found);
    }

    private static void compare(Changelog squash, Schema before, Replacing replacing, List<Problem> found) {
        if (squash.replaces().isEmpty()) {
            return;
        }
        replacing.allOf(squash).ifPresent(replaced -> {
            Schema at = before;
            for (Changelog each : replaced) {
                compare(each, at, replacing, found);
                at = SchemaAt.after(List.of(each), at);
            }
            Schema made = SchemaAt.after(List.of(squash), before);
            if (!made.equals(at)) {
                found.add(unlike(squash, at, made));
            }
        });
    }

    private static Problem unlike(Changelog squash, Schema wished, Schema made) {
        Difference difference = new Differ(Adoption.NO_DECISIONS, Past.NONE).diff(made, wished, List.of());
        return new Problem(
                Place.of(squash.path()),
                "it makes another schema than the changelogs that it replaces; to be theirs it would need:\n"
                        + difference.changes().stream()
                                .map(change -> "  " + change.describe())
                                .collect(Collectors.joining("\n"))
                        + "\nRestore the file, or delete it and run robot:squash again.");
    }

    /**
     * The files that squashes stand in for, those first that others stand in for.
     *
     * @param rows what a database ran; empty where none was looked at
     * @throws Problem where that has not taken a squash as run yet
     */
    List<ChangelogFile> prunable(List<AppliedRow> rows) {
        drafting.history();
        requireTrue();
        Replacing replacing = Replacing.of(History.parsed(files.changelogs()));
        Map<ChangelogId, ChangelogFile> byId = new HashMap<>();
        files.changelogs().forEach(file -> byId.put(file.id(), file));
        List<ChangelogFile> all = new ArrayList<>();
        List<Problem> found = new ArrayList<>();
        for (Changelog squash : replacing.squashes()) {
            List<Changelog> replaced = replacing.replacedBy(squash);
            Set<String> ids = new HashSet<>(squash.replaces());
            replaced.forEach(changelog -> ids.add(changelog.id().toString()));
            long ran = rows.stream().map(AppliedRow::id).filter(ids::contains).count();
            if (ran > 0) {
                found.add(new Problem(
                        Place.of(squash.path()),
                        "the database hasn't taken it as run yet: it has " + (ran == 1 ? "a row" : "rows") + " of "
                                + ran + (ran == 1 ? " changelog" : " changelogs")
                                + " that it replaces. Run robot:upgrade there first."));
            }
            replaced.forEach(changelog -> all.add(byId.get(changelog.id())));
        }
        Problems.throwIfAny(found);
        return all;
    }
}
