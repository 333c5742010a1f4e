package org.robotoverlord.changelog.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.changelog.ChangelogWriter;
import org.robotoverlord.changelog.changelog.PlacedChange;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Schema;

/**
 * One changelog in place of a stretch of the line, before it is written.
 *
 * @param id the number of the last that it replaces, and a name
 * @param parent what the first of them comes after
 * @param replaced those, in order
 * @param changes what they come to, which may be nothing
 * @param leftOut how many of their changes had done their work, so that new databases do without them
 * @param before the schema before them
 * @param after the schema after them
 */
public record Squash(
        ChangelogId id,
        Optional<String> parent,
        List<Changelog> replaced,
        List<Change> changes,
        int leftOut,
        Schema before,
        Schema after) {
    public Squash {
        replaced = List.copyOf(replaced);
        changes = List.copyOf(changes);
    }

    /**
     * @param line the changelogs
     * @param from the place of the first in the line, from 0
     * @param to the place after the last
     * @param name empty for one that says the numbers
     * @param empty the schema before the first of all
     * @param difference the changes that make one schema of another, where they can be found
     * @throws Problem if there are fewer than two, or one has no change yet
     */
    public static Squash of(
            List<Changelog> line,
            int from,
            int to,
            Optional<String> name,
            Instant now,
            Schema empty,
            BiFunction<Schema, Schema, Optional<List<Change>>> difference) {
        if (to - from < 2) {
            throw new Problem("there "
                    + (from < to ? "is one changelog" : "is no changelog")
                    + " to put another in place of, and a squash needs"
                    + " two at least; give others, as in -Dfrom=1 -Dto=20, or keep fewer, as in -Dkeep=5");
        }
        List<Changelog> replaced = line.subList(from, to);
        replaced.forEach(Squash::requireChanges);
        Schema before = SchemaAt.after(line.subList(0, from), empty);
        List<PlacedChange> changes = replaced.stream()
                .flatMap(changelog -> changelog.changes().stream())
                .toList();
        Shortening.Shortened shortened = Shortening.of(changes, before, from == 0, difference);
        Changelog first = replaced.get(0);
        Changelog last = replaced.get(replaced.size() - 1);
        ChangelogId id = ChangelogId.of(
                last.id().number(),
                now,
                ChangelogId.name(name.orElse(
                        "squashed_" + lowest(first) + "_to_" + last.id().number())));
        return new Squash(
                id,
                first.parent(),
                replaced,
                shortened.changes(),
                shortened.leftOut(),
                before,
                SchemaAt.after(replaced, before));
    }

    private static void requireChanges(Changelog changelog) {
        if (changelog.changes().isEmpty() && changelog.replaces().isEmpty()) {
            throw new Problem(
                    Place.of(changelog.path()),
                    "it has no change yet, so nothing can stand in for it; write its changes, or delete the file");
        }
    }

    private static long lowest(Changelog changelog) {
        return changelog.replaces().stream()
                .flatMap(id -> ChangelogId.parse(id).stream())
                .map(ChangelogId::number)
                .findFirst()
                .orElse(changelog.id().number());
    }

    /** Whether only new databases run it, for it begins the line. */
    public boolean isFresh() {
        return parent.isEmpty();
    }

    /** How many changes those that it replaces have. */
    public long changesBefore() {
        return replaced.stream()
                .mapToLong(changelog -> changelog.changes().size())
                .sum();
    }

    /** Its file's text. */
    public String text() {
        String first = replaced.get(0).id().toString();
        String last = replaced.get(replaced.size() - 1).id().toString();
        String description = "Takes the place of " + replaced.size() + " changelogs, " + first + " to " + last + "."
                + (leftOut == 0
                        ? ""
                        : " Leaves out " + leftOut + (leftOut == 1 ? " data change" : " data changes") + " that did "
                                + (leftOut == 1 ? "its" : "their") + " work.");
        return ChangelogWriter.text(
                Optional.of(description),
                parent,
                changes,
                replaced.stream().map(changelog -> changelog.id().toString()).toList());
    }

    /** What they do without it, a change at a time: those left out aside that only old databases need. */
    public List<Change> changesOf(Changelog changelog) {
        Stream<Change> all = changelog.plainChanges().stream();
        return (isFresh() ? all.filter(change -> !change.once()) : all).toList();
    }
}
