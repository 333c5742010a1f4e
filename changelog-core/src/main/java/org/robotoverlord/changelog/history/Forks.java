package org.robotoverlord.changelog.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.changelog.Changelog;

/** Finds where changelogs make no line. */
public final class Forks {
    private final List<Changelog> all;
    private final Map<String, Changelog> byId = new HashMap<>();
    private final Map<String, List<Changelog>> children = new HashMap<>();
    private final List<Changelog> roots = new ArrayList<>();
    private final Set<Changelog> reached = new LinkedHashSet<>();
    private final List<Fork> found = new ArrayList<>();

    private Forks(List<Changelog> all) {
        this.all = all.stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
        this.all.forEach(changelog -> byId.put(changelog.id().toString(), changelog));
        for (Changelog changelog : this.all) {
            Optional<String> parent = changelog.parent();
            if (parent.isEmpty()) {
                roots.add(changelog);
            } else {
                children.computeIfAbsent(parent.get(), none -> new ArrayList<>())
                        .add(changelog);
            }
        }
    }

    /**
     * All places, those that others are part of after these.
     *
     * @param all in any order; of several that name no parent, those with the number of the lowest count as the first
     */
    public static List<Fork> of(List<Changelog> all) {
        return new Forks(all).found();
    }

    /** How each changelog that is part of such a place stands there, in a few words, by its id. */
    public static Map<String, String> marks(List<Changelog> all) {
        Map<String, String> marks = new HashMap<>();
        for (Fork fork : of(all)) {
            for (int i = 0; i < fork.lines().size(); i++) {
                boolean told = fork.isOpen() || i == fork.lines().size() - 1;
                String mark = told ? fork.mark(i) : "";
                fork.lines().get(i).stream()
                        .filter(changelog -> told)
                        .forEach(changelog -> marks.putIfAbsent(changelog.id().toString(), mark));
            }
        }
        return marks;
    }

    private List<Fork> found() {
        List<Changelog> firsts = roots.stream()
                .filter(root -> root.id().number() == roots.get(0).id().number())
                .toList();
        if (firsts.size() > 1) {
            fork(Fork.Kind.FIRST, List.of(), firsts);
        } else if (!firsts.isEmpty()) {
            walk(firsts.get(0), new ArrayList<>());
        }
        // One without a parent that isn't the first is told by itself; what comes after it is as it should be.
        roots.stream().filter(root -> !firsts.contains(root)).forEach(root -> reached.addAll(with(root)));
        detached();
        return found;
    }

    /** Goes along a line from one on, to its end or to where it forks. */
    private void walk(Changelog from, List<Changelog> before) {
        Changelog at = from;
        while (true) {
            reached.add(at);
            before.add(at);
            List<Changelog> next = childrenOf(at);
            if (next.isEmpty()) {
                return;
            }
            if (next.size() > 1) {
                fork(Fork.Kind.PARENT, before, next);
                return;
            }
            if (next.get(0).id().number() <= at.id().number() && isFirstOfItsKind()) {
                found.add(new Fork(Fork.Kind.NUMBER, before, List.of(with(next.get(0)))));
            }
            at = next.get(0);
        }
    }

    private boolean isFirstOfItsKind() {
        return found.stream().noneMatch(fork -> fork.kind() == Fork.Kind.NUMBER);
    }

    /** Those within its lines come first: they have to be settled before it can be. */
    private void fork(Fork.Kind kind, List<Changelog> before, List<Changelog> next) {
        List<List<Changelog>> lines = next.stream().map(this::with).toList();
        next.forEach(child -> walk(child, new ArrayList<>(before)));
        found.add(new Fork(kind, before, lines));
    }

    private void detached() {
        List<Changelog> left =
                all.stream().filter(changelog -> !reached.contains(changelog)).toList();
        for (Changelog changelog : left) {
            boolean missing = changelog
                    .parent()
                    .filter(parent -> !byId.containsKey(parent))
                    .isPresent();
            if (missing) {
                walk(changelog, new ArrayList<>());
                found.add(detached(Fork.Kind.MISSING, with(changelog)));
            }
        }
        List<Changelog> circle =
                left.stream().filter(changelog -> !reached.contains(changelog)).toList();
        if (!circle.isEmpty()) {
            found.add(detached(Fork.Kind.CIRCLE, circle));
        }
    }

    private Fork detached(Fork.Kind kind, List<Changelog> line) {
        List<Changelog> others =
                all.stream().filter(other -> !line.contains(other)).toList();
        return new Fork(kind, List.of(), others.isEmpty() ? List.of(line) : List.of(others, line));
    }

    /** One, and all that come after it. */
    private List<Changelog> with(Changelog changelog) {
        Set<Changelog> line = new LinkedHashSet<>();
        List<Changelog> open = new ArrayList<>(List.of(changelog));
        while (!open.isEmpty()) {
            Changelog next = open.remove(0);
            if (line.add(next)) {
                open.addAll(childrenOf(next));
            }
        }
        return List.copyOf(line);
    }

    private List<Changelog> childrenOf(Changelog changelog) {
        return children.getOrDefault(changelog.id().toString(), List.of());
    }
}
