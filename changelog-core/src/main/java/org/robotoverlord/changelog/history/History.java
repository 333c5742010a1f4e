package org.robotoverlord.changelog.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.problem.Suggestion;

/**
 * All changelogs of an app, read, in the order of the line that their parents make. A line has one beginning and no fork; what
 * makes no line is a problem.
 */
public final class History {
    private final List<Changelog> line;

    private History(List<Changelog> line) {
        this.line = line;
    }

    /**
     * @param changelogs in any order
     * @throws Problem or {@link Problems} where they make no line: two of one number, a parent that isn't there, a fork
     */
    public static History of(List<Changelog> changelogs) {
        List<Changelog> line = changelogs.stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
        Problems.throwIfAny(problems(line));
        return new History(line);
    }

    /**
     * Parses files, several at once, and makes a line of them.
     *
     * @throws Problem or {@link Problems} with all that is wrong in any of them, or where they make no line
     */
    public static History read(List<ChangelogFile> files) {
        Queue<Problem> found = new ConcurrentLinkedQueue<>();
        List<Changelog> read = files.parallelStream()
                .flatMap(file -> {
                    try {
                        return Stream.of(file.read());
                    } catch (Problem broken) {
                        found.addAll(Problems.of(broken));
                        return Stream.empty();
                    }
                })
                .toList();
        Problems.throwIfAny(found);
        return of(read);
    }

    private static List<Problem> problems(List<Changelog> line) {
        List<Problem> found = new ArrayList<>(twoOfOneNumber(line));
        if (!found.isEmpty()) {
            return found;
        }
        Map<String, Changelog> children = new HashMap<>();
        Map<String, Changelog> byId = new HashMap<>();
        line.forEach(changelog -> byId.put(changelog.id().toString(), changelog));
        for (int i = 0; i < line.size(); i++) {
            Changelog changelog = line.get(i);
            Optional<Changelog> before = i == 0 ? Optional.empty() : Optional.of(line.get(i - 1));
            parentProblem(changelog, before, byId, children).ifPresent(found::add);
            changelog.parent().ifPresent(parent -> children.putIfAbsent(parent, changelog));
        }
        return found;
    }

    /** Two files with one number, told for each of them but the first. */
    private static List<Problem> twoOfOneNumber(List<Changelog> line) {
        List<Problem> found = new ArrayList<>();
        for (int i = 1; i < line.size(); i++) {
            ChangelogId id = line.get(i).id();
            ChangelogId before = line.get(i - 1).id();
            if (id.number() == before.number()) {
                found.add(new Problem(
                        Place.of(line.get(i).path()),
                        "number " + id.number() + " is taken by '" + before
                                + "' too; give one of the two files the next number,"
                                + " and name the other as its parent"));
            }
        }
        return found;
    }

    private static Optional<Problem> parentProblem(
            Changelog changelog,
            Optional<Changelog> before,
            Map<String, Changelog> byId,
            Map<String, Changelog> children) {
        if (changelog.parent().isEmpty()) {
            return before.map(earlier -> new Problem(
                    changelog.parentPlace(),
                    "it names no parent, though it isn't the first; add 'parent: " + earlier.id() + "'"));
        }
        String parent = changelog.parent().get();
        if (!byId.containsKey(parent)) {
            List<String> others = byId.keySet().stream()
                    .filter(id -> !id.equals(changelog.id().toString()))
                    .toList();
            return Optional.of(new Problem(
                    changelog.parentPlace(),
                    "its parent '" + parent + "' isn't there" + Suggestion.of(parent, others)
                            + (before.isPresent()
                                    ? "; bring that file back, or name the one before it"
                                    : "; bring that file back")));
        }
        if (byId.get(parent).id().compareTo(changelog.id()) >= 0) {
            return Optional.of(new Problem(
                    changelog.parentPlace(),
                    "its parent '" + parent + "' has no lower number; numbers rise along the line"));
        }
        Changelog sibling = children.get(parent);
        if (sibling != null) {
            return Optional.of(new Problem(
                    changelog.parentPlace(),
                    "'" + sibling.id() + "' and '" + changelog.id() + "' both come after '" + parent
                            + "'; put one after the other: give it the higher number and the other as its parent"));
        }
        return Optional.empty();
    }

    /** The changelogs, oldest first. */
    public List<Changelog> line() {
        return line;
    }

    /** The newest, if there is one. */
    public Optional<Changelog> head() {
        return line.isEmpty() ? Optional.empty() : Optional.of(line.get(line.size() - 1));
    }

    /**
     * The changelog of a number or an id.
     *
     * @throws Problem if there is none
     */
    public Changelog find(String version) {
        return Version.find(
                version,
                line,
                changelog -> changelog.id().toString(),
                changelog -> changelog.id().number());
    }

    /** The number that the next one gets: the highest + 1. */
    public long nextNumber() {
        return head().map(changelog -> changelog.id().number() + 1).orElse(1L);
    }

    /** Every change that ever happened, oldest first. */
    public Stream<Change> changes() {
        return line.stream().flatMap(changelog -> changelog.plainChanges().stream());
    }

    @Override
    public String toString() {
        return line.stream().map(changelog -> changelog.id().toString()).collect(Collectors.joining(" → "));
    }
}
