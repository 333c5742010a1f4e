package org.robotoverlord.changelog.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/**
 * All changelogs of an app, read, in the order of the line that their parents make. A line has one beginning and no fork; what
 * makes no line is a problem.
 */
public final class History {
    private static final Setting ANY = new Setting("", Set.of());

    private final List<Changelog> line;

    private History(List<Changelog> line) {
        this.line = line;
    }

    /** As {@link #of(List, Setting)}, where it isn't known what the replay takes as given. */
    public static History of(List<Changelog> changelogs) {
        return of(changelogs, ANY);
    }

    /**
     * @param changelogs in any order
     * @param setting what the replay takes as given: what changelogs have in common that make no line is found by it
     * @throws Conflict or {@link Problems} where they make no line: two of one number, a parent that isn't there, a fork
     */
    public static History of(List<Changelog> changelogs, Setting setting) {
        return of(changelogs, setting, Set.of());
    }

    private static History of(List<Changelog> changelogs, Setting setting, Set<String> undone) {
        List<Changelog> line = Replacing.of(changelogs).line(undone).stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
        Problems.throwIfAny(problems(line, setting));
        return new History(line);
    }

    /** As {@link #read(List, Setting)}, where it isn't known what the replay takes as given. */
    public static History read(List<ChangelogFile> files) {
        return read(files, ANY);
    }

    /**
     * Parses files, several at once, and makes a line of them.
     *
     * @throws Problem or {@link Problems} with all that is wrong in any of them, or where they make no line
     */
    public static History read(List<ChangelogFile> files, Setting setting) {
        return read(files, setting, Set.of());
    }

    /**
     * The same for a database that goes its own way.
     *
     * @param undone the ids of the squashes in whose place the changelogs stand that they replace
     * @throws Problem or {@link Problems} with all that is wrong in any of them, or where they make no line
     */
    public static History read(List<ChangelogFile> files, Setting setting, Set<String> undone) {
        return of(parsed(files), setting, undone);
    }

    /**
     * Parses files, several at once.
     *
     * @throws Problem or {@link Problems} with all that is wrong in any of them
     */
    public static List<Changelog> parsed(List<ChangelogFile> files) {
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
        return read;
    }

    private static List<Problem> problems(List<Changelog> line, Setting setting) {
        List<Problem> found = new ArrayList<>();
        Schema empty = Schema.empty(setting);
        Forks.of(line).forEach(fork -> found.add(Conflict.of(fork, line, empty)));
        for (int i = 1; i < line.size(); i++) {
            Changelog changelog = line.get(i);
            boolean isAlsoFirst = changelog.id().number() == line.get(0).id().number();
            if (changelog.parent().isEmpty() && !isAlsoFirst) {
                found.add(new Problem(
                        changelog.parentPlace(),
                        "it names no parent, though it isn't the first; add 'parent: "
                                + line.get(i - 1).id() + "'"));
            }
        }
        return found;
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
