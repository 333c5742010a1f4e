package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Name;

/**
 * Pairs what is gone from one place with what is new there: first as hints say, then as somebody said beforehand, then where the
 * names differ in case only, at last by asking about what is alike, the likeliest first.
 */
final class RenameFinder {
    private final Hint.Kind kind;
    private final Name owner;
    private final RenameDecisions decisions;
    private final Set<Name> gone;
    private final Set<Name> fresh;
    private final Map<Name, Name> renames = new LinkedHashMap<>();

    /**
     * @param owner the table or enum that the things belong to, as the models call it; for tables and enums themselves, any
     * @param hinted the renames that hints ask for, as name before → name after
     */
    RenameFinder(
            Hint.Kind kind,
            Name owner,
            Set<Name> before,
            Set<Name> after,
            Map<Name, Name> hinted,
            RenameDecisions decisions) {
        this.kind = kind;
        this.owner = owner;
        this.decisions = decisions;
        Set<Name> taken = Set.copyOf(hinted.values());
        gone = new LinkedHashSet<>(before);
        gone.removeIf(name -> hinted.containsKey(name) || after.contains(name) && !taken.contains(name));
        fresh = new LinkedHashSet<>(after);
        fresh.removeIf(name -> taken.contains(name) || before.contains(name) && !hinted.containsKey(name));
        hinted.forEach((from, to) -> {
            settle(pair(from, to));
            renames.put(from, to);
        });
        findSaid();
        findCase();
    }

    private RenamePair pair(Name from, Name to) {
        return new RenamePair(kind, RenamePair.isWhole(kind) ? to : owner, from, to);
    }

    /** Lets an answer that was given beforehand count as used where the rename needs no answer. */
    private void settle(RenamePair pair) {
        if (decisions.isSaid(pair)) {
            decisions.isRename(pair);
        }
    }

    private void findSaid() {
        for (Name from : List.copyOf(gone)) {
            for (Name to : List.copyOf(fresh)) {
                if (gone.contains(from) && decisions.isSaid(pair(from, to)) && decisions.isRename(pair(from, to))) {
                    accept(from, to);
                }
            }
        }
    }

    private void findCase() {
        for (Name from : List.copyOf(gone)) {
            List<Name> same =
                    fresh.stream().filter(to -> sameButForCase(from, to)).toList();
            boolean only =
                    gone.stream().filter(other -> sameButForCase(other, from)).count() == 1;
            if (only && same.size() == 1) {
                accept(from, same.get(0));
            }
        }
    }

    private static boolean sameButForCase(Name one, Name other) {
        return one.schema().equals(other.schema())
                && Likeness.lower(one.local()).equals(Likeness.lower(other.local()));
    }

    /** Pairs without asking what surely is the same: where there is one candidate only, and none but it for the other. */
    RenameFinder pairEqual(BiPredicate<Name, Name> equal) {
        for (Name from : List.copyOf(gone)) {
            List<Name> same = fresh.stream().filter(to -> equal.test(from, to)).toList();
            boolean only = same.size() == 1
                    && gone.stream()
                                    .filter(other -> equal.test(other, same.get(0)))
                                    .count()
                            == 1;
            if (only) {
                accept(from, same.get(0));
            }
        }
        return this;
    }

    /**
     * Asks about what is alike.
     *
     * @param alike whether two may be the same
     * @param typeDifference how much they differ beside their names
     */
    RenameFinder ask(BiPredicate<Name, Name> alike, BiFunction<Name, Name, Integer> typeDifference) {
        List<Candidate> candidates = new ArrayList<>();
        int order = 0;
        for (Name to : fresh) {
            for (Name from : gone) {
                if (alike.test(from, to)) {
                    int distance = Likeness.distance(from.local(), to.local());
                    candidates.add(new Candidate(from, to, distance, typeDifference.apply(from, to), order++));
                }
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::distance)
                .thenComparingInt(Candidate::typeDifference)
                .thenComparingInt(Candidate::order));
        for (Candidate candidate : candidates) {
            boolean open = gone.contains(candidate.from) && fresh.contains(candidate.to);
            if (open && decisions.isRename(pair(candidate.from, candidate.to))) {
                accept(candidate.from, candidate.to);
            }
        }
        return this;
    }

    private record Candidate(Name from, Name to, int distance, int typeDifference, int order) {}

    private void accept(Name from, Name to) {
        gone.remove(from);
        fresh.remove(to);
        renames.put(from, to);
    }

    /** Name before → name after. */
    Map<Name, Name> renames() {
        return renames;
    }

    /** The names before that nothing is called by any more. */
    Set<Name> gone() {
        return gone;
    }
}
