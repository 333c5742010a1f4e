package org.robotoverlord.changelog.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;

/**
 * Which changelogs stand in for which others after a squash. A squash comes after what the first of those came after, and whatever
 * comes after the last of those comes after it, so no other file changes; the files of those may be there or not.
 */
public final class Replacing {
    private final List<Changelog> all;
    private final Map<String, Changelog> byId = new HashMap<>();
    /** Id → the squash that replaces it. */
    private final Map<String, Changelog> replacer = new HashMap<>();

    private Replacing(List<Changelog> all) {
        this.all = all;
        all.forEach(changelog -> byId.put(changelog.id().toString(), changelog));
    }

    /**
     * @param all in any order
     * @throws Problem or {@link Problems} for each squash that can't stand in for what it says
     */
    public static Replacing of(List<Changelog> all) {
        Replacing replacing = new Replacing(all);
        List<Changelog> squashes = all.stream()
                .filter(changelog -> !changelog.replaces().isEmpty())
                .sorted(Comparator.comparing(Changelog::id))
                .toList();
        List<Problem> found = new ArrayList<>();
        squashes.forEach(squash -> replacing.idProblem(squash).ifPresent(found::add));
        Problems.throwIfAny(found);
        squashes.forEach(squash -> replacing.take(squash).ifPresent(found::add));
        Problems.throwIfAny(found);
        squashes.forEach(squash -> replacing.lineProblem(squash).ifPresent(found::add));
        Problems.throwIfAny(found);
        return replacing;
    }

    /** What is wrong with the ids alone. */
    private Optional<Problem> idProblem(Changelog squash) {
        Optional<ChangelogId> before = Optional.empty();
        for (String id : squash.replaces()) {
            Optional<ChangelogId> parsed = ChangelogId.parse(id);
            if (parsed.isEmpty()) {
                return refused(
                        squash,
                        "it replaces '" + id + "', which is no changelog's id; an id is such as"
                                + " 2_20260525081500_add_user_verification");
            }
            if (id.equals(squash.id().toString())) {
                return refused(squash, "it replaces itself; name the changelogs that it stands in for");
            }
            if (before.isPresent() && before.get().number() >= parsed.get().number()) {
                return refused(
                        squash,
                        "it replaces '" + before.get() + "' and then '" + id
                                + "', which isn't the order of the line; name each once, lowest number first");
            }
            before = parsed;
        }
        long last = before.orElseThrow().number();
        return squash.id().number() == last
                ? Optional.empty()
                : refused(
                        squash,
                        "it replaces changelogs up to number " + last + ", so that must be its own number; rename the"
                                + " file");
    }

    private Optional<Problem> take(Changelog squash) {
        for (String id : squash.replaces()) {
            Changelog other = replacer.putIfAbsent(id, squash);
            if (other != null) {
                return refused(
                        squash,
                        "it replaces '" + id + "', which '" + other.id()
                                + "' replaces already; let it replace '" + other.id()
                                + "' as a whole, or delete one of the two files");
            }
        }
        Set<Changelog> around = new HashSet<>();
        for (Changelog outer = squash;
                outer != null;
                outer = replacer.get(outer.id().toString())) {
            if (!around.add(outer)) {
                return refused(
                        squash,
                        "it replaces '" + replacer.get(squash.id().toString()).id()
                                + "', which replaces it; delete one of the two files");
            }
        }
        return Optional.empty();
    }

    /** What is wrong with how it stands among the files that are there. */
    private Optional<Problem> lineProblem(Changelog squash) {
        List<String> ids = squash.replaces();
        Optional<Changelog> first = Optional.ofNullable(byId.get(ids.get(0)));
        if (first.isPresent() && !isSame(first.get().parent(), squash.parent())) {
            return Optional.of(new Problem(
                    squash.parentPlace(),
                    "it begins with '" + ids.get(0) + "', which comes after "
                            + named(first.get().parent()) + ", so it must come after that too, not after "
                            + named(squash.parent())));
        }
        for (int i = 1; i < ids.size(); i++) {
            Changelog changelog = byId.get(ids.get(i));
            boolean follows = changelog == null
                    || !byId.containsKey(ids.get(i - 1))
                    || isSame(changelog.parent(), Optional.of(ids.get(i - 1)));
            if (!follows) {
                return refused(
                        squash,
                        "it replaces '" + ids.get(i - 1) + "' and then '" + ids.get(i) + "', but that comes after "
                                + named(changelog.parent()) + "; name all of a stretch of the line");
            }
        }
        return between(squash, ChangelogId.parse(ids.get(0)).orElseThrow().number());
    }

    /** A changelog that would be left over within the stretch, or whose own past would be gone. */
    private Optional<Problem> between(Changelog squash, long first) {
        Set<String> inside = new HashSet<>(squash.replaces());
        inside.remove(last(squash));
        for (Changelog changelog : all) {
            if (changelog == squash || isReplaced(changelog)) {
                continue;
            }
            long number = changelog.id().number();
            if (number >= first && number <= squash.id().number()) {
                return refused(
                        squash,
                        "it replaces changelogs of the numbers " + first + " to "
                                + squash.id().number() + ", and not '" + changelog.id()
                                + "', which lies among them; add that, or put it after them: mvn robot:rebase -Dname="
                                + changelog.id());
            }
            if (changelog.parent().filter(inside::contains).isPresent()) {
                return Optional.of(new Problem(
                        changelog.parentPlace(),
                        "its parent '" + changelog.parent().get() + "' is replaced by '" + squash.id()
                                + "' together with what comes after it; put it after that: mvn robot:rebase -Dname="
                                + changelog.id()));
            }
        }
        return Optional.empty();
    }

    private static String named(Optional<String> parent) {
        return parent.map(id -> "'" + id + "'").orElse("nothing");
    }

    private static Optional<Problem> refused(Changelog squash, String what) {
        return Optional.of(new Problem(squash.replacesPlace(), what));
    }

    private boolean isReplaced(Changelog changelog) {
        return replacer.containsKey(changelog.id().toString());
    }

    /** Whether two ids are the same moment of the line: a squash is where the last is that it replaces. */
    private boolean isSame(Optional<String> one, Optional<String> other) {
        return one.map(this::moment).equals(other.map(this::moment));
    }

    private String moment(String id) {
        String at = id;
        while (byId.containsKey(at) && !byId.get(at).replaces().isEmpty()) {
            at = last(byId.get(at));
        }
        return at;
    }

    private static String last(Changelog squash) {
        return squash.replaces().get(squash.replaces().size() - 1);
    }

    /** The changelogs that a new database runs. */
    public List<Changelog> line() {
        return line(Set.of());
    }

    /**
     * The changelogs that are run: a squash, or where it is undone, those that it replaces.
     *
     * @param undone the ids of squashes
     */
    List<Changelog> line(Set<String> undone) {
        if (replacer.isEmpty()) {
            return all;
        }
        return all.stream()
                .filter(changelog -> !undone.contains(changelog.id().toString())
                        && !isHidden(changelog.id().toString(), undone))
                .map(changelog -> changelog.withParent(changelog.parent().map(parent -> shown(parent, undone))))
                .collect(Collectors.toList());
    }

    private boolean isHidden(String id, Set<String> undone) {
        Changelog squash = replacer.get(id);
        if (squash == null) {
            return false;
        }
        String by = squash.id().toString();
        return !undone.contains(by) || isHidden(by, undone);
    }

    /** What stands in the line where an id did. */
    private String shown(String id, Set<String> undone) {
        if (isHidden(id, undone)) {
            return shown(replacer.get(id).id().toString(), undone);
        }
        return undone.contains(id) && byId.containsKey(id) ? shown(last(byId.get(id)), undone) : id;
    }

    /** The squashes that a new database runs. */
    public List<Changelog> squashes() {
        return line().stream()
                .filter(changelog -> !changelog.replaces().isEmpty())
                .toList();
    }

    /** What a squash replaces, in order; empty where not all of it is there. */
    public Optional<List<Changelog>> allOf(Changelog squash) {
        return byId.keySet().containsAll(squash.replaces())
                ? Optional.of(squash.replaces().stream().map(byId::get).toList())
                : Optional.empty();
    }

    /** Those of the files that are there which a squash replaces, lowest number first, with all that these replace in their turn. */
    public List<Changelog> replacedBy(Changelog squash) {
        List<Changelog> replaced = new ArrayList<>();
        for (String id : squash.replaces()) {
            Optional.ofNullable(byId.get(id)).ifPresent(changelog -> {
                replaced.addAll(replacedBy(changelog));
                replaced.add(changelog);
            });
        }
        return replaced;
    }
}
