package org.robotoverlord.changelog.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogWriter;
import org.robotoverlord.changelog.changelog.PlacedChange;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.schema.Schema;

/** That changelogs make no line: which ones, what each changes, what they have in common, and the command that mends it. */
public final class Conflict extends Problem {
    private static final long serialVersionUID = 1L;

    private static final int MOST_CHANGES = 6;
    private static final int MOST_THINGS = 12;
    private static final int MOST_LINES = 12;

    private final transient Fork fork;

    private Conflict(Place place, String message, Fork fork) {
        super(place, message);
        this.fork = fork;
    }

    /**
     * @param fork where they make no line
     * @param all all changelogs, for what may have been meant
     * @param empty the schema before the first
     */
    static Conflict of(Fork fork, List<Changelog> all, Schema empty) {
        String message =
                what(fork, all) + changes(fork) + (fork.isOpen() ? common(fork, empty) : "") + "\n" + mending(fork);
        return new Conflict(fork.last().parentPlace(), message, fork);
    }

    /** The changelogs that it is about. */
    public Fork fork() {
        return fork;
    }

    private static String what(Fork fork, List<Changelog> all) {
        Changelog last = fork.last();
        String parent = last.parent().orElse("");
        return switch (fork.kind()) {
            case PARENT ->
                firsts(fork) + (fork.lines().size() == 2 ? " both" : " all") + " come after '"
                        + last(fork.before()).id() + "', so the changelogs fork there" + numbers(fork) + ":";
            case FIRST ->
                firsts(fork) + (fork.lines().size() == 2 ? " both" : " all")
                        + " name no parent, so there is more than one first changelog" + numbers(fork) + ":";
            case MISSING ->
                "its parent '" + parent + "' isn't there"
                        + Suggestion.of(
                                parent,
                                all.stream()
                                        .filter(other -> !fork.lines()
                                                .get(fork.lines().size() - 1)
                                                .contains(other))
                                        .map(other -> other.id().toString())
                                        .toList())
                        + ":";
            case CIRCLE -> "these come after each other in a circle:";
            case NUMBER -> "its parent '" + parent + "' has no lower number; numbers rise along the line:";
        };
    }

    private static String firsts(Fork fork) {
        List<String> ids =
                fork.lines().stream().map(line -> "'" + line.get(0).id() + "'").toList();
        return String.join(", ", ids.subList(0, ids.size() - 1)) + " and " + ids.get(ids.size() - 1);
    }

    private static String numbers(Fork fork) {
        Map<Long, Integer> times = new LinkedHashMap<>();
        fork.all().forEach(changelog -> times.merge(changelog.id().number(), 1, Integer::sum));
        List<String> twice = times.entrySet().stream()
                .filter(number -> number.getValue() > 1)
                .map(number -> number.getKey().toString())
                .toList();
        return twice.isEmpty()
                ? ""
                : ", and number" + (twice.size() > 1 ? "s " : " ") + String.join(", ", twice)
                        + (twice.size() > 1 ? " are" : " is") + " taken more than once";
    }

    /** What each does, a line a change. Of those that are there beside detached ones nothing is told. */
    private static String changes(Fork fork) {
        List<Changelog> told = new ArrayList<>();
        if (fork.isOpen()) {
            told.addAll(fork.all());
        } else {
            told.addAll(fork.lines().get(fork.lines().size() - 1));
        }
        StringBuilder text = new StringBuilder();
        for (Changelog changelog : told) {
            text.append("\n  ").append(changelog.path());
            List<Change> changes = changelog.plainChanges();
            changes.stream()
                    .limit(MOST_CHANGES)
                    .forEach(
                            change -> text.append("\n    ").append(line(change)).append(asWritten(change, told)));
            if (changes.size() > MOST_CHANGES) {
                text.append("\n    … and ")
                        .append(changes.size() - MOST_CHANGES)
                        .append(" more");
            }
        }
        return text.toString();
    }

    private static String line(Change change) {
        return change.describe().lines().findFirst().orElse("");
    }

    /** How it is written, where another that isn't the same reads the same in a line: what they differ in is what matters. */
    private static String asWritten(Change change, List<Changelog> told) {
        boolean readsTheSame = told.stream()
                .flatMap(changelog -> changelog.plainChanges().stream())
                .anyMatch(other -> !other.equals(change) && line(other).equals(line(change)));
        return readsTheSame
                ? ChangelogWriter.changes(List.of(change))
                        .lines()
                        .limit(MOST_LINES)
                        .map(line -> "\n      " + line)
                        .collect(Collectors.joining())
                : "";
    }

    private static String common(Fork fork, Schema empty) {
        Optional<Set<Thing>> common = touchedByMore(fork, empty);
        if (common.isEmpty()) {
            return "\nWhether they touch the same things can't be told, as they can't all be replayed.";
        }
        if (common.get().isEmpty()) {
            return "\nThey touch nothing in common.";
        }
        String more =
                common.get().size() > MOST_THINGS ? " and " + (common.get().size() - MOST_THINGS) + " more" : "";
        return "\nThey touch in common: "
                + common.get().stream().limit(MOST_THINGS).map(Thing::toString).collect(Collectors.joining(", "))
                + more + ".";
    }

    /** What more than one line touches; empty where that can't be told. */
    private static Optional<Set<Thing>> touchedByMore(Fork fork, Schema empty) {
        try {
            Schema before = SchemaAt.after(fork.before(), empty);
            Set<Thing> common = new TreeSet<>();
            List<Set<Thing>> earlier = new ArrayList<>();
            for (List<Changelog> line : fork.lines()) {
                Set<Thing> touched = touched(line, before);
                earlier.forEach(other -> common.addAll(Touched.shared(touched, other)));
                earlier.add(touched);
            }
            return Optional.of(common);
        } catch (Problem broken) {
            return Optional.empty();
        }
    }

    private static Set<Thing> touched(List<Changelog> line, Schema before) {
        Set<Thing> touched = new TreeSet<>();
        Schema schema = before;
        for (Changelog changelog : line) {
            for (PlacedChange placed : changelog.changes()) {
                Schema after = SchemaAt.after(placed, schema);
                touched.addAll(Touched.by(placed.change(), schema, after));
                schema = after;
            }
        }
        return touched;
    }

    private static String mending(Fork fork) {
        String rebase = "mvn robot:rebase";
        return switch (fork.kind()) {
            case PARENT, FIRST ->
                "Put one after the other: " + rebase + " -Dname=" + fork.last().id()
                        + (fork.lines().size() == 2 ? " moves the last of them" : " moves the last of them first")
                        + "; name the one that the fewest databases have.";
            case MISSING ->
                fork.before().isEmpty() && fork.lines().size() == 1
                        ? "Bring that file back, or, if it is the first of all, take its 'parent' out."
                        : "Bring that file back; or, if it isn't needed, put this one after the others: " + rebase
                                + " -Dname=" + fork.last().id();
            case CIRCLE ->
                fork.lines().size() == 1
                        ? "Take the 'parent' of the first out."
                        : "Put them after the others, by their numbers: " + rebase + " -Dname="
                                + fork.last().id();
            case NUMBER -> "Give it the next number: " + rebase;
        };
    }

    private static Changelog last(List<Changelog> line) {
        return line.get(line.size() - 1);
    }
}
