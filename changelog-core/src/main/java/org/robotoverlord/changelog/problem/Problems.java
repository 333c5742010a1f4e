package org.robotoverlord.changelog.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Several problems told at once, one a line: what git couldn't merge, and then in the order of their places. */
public final class Problems extends Problem {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> all;

    private Problems(List<Problem> all) {
        super(all.stream().map(Problem::getMessage).collect(Collectors.joining("\n")));
        this.all = all;
    }

    /** Throws what was found: nothing, the one problem, or all of them as one. */
    public static void throwIfAny(Collection<? extends Problem> found) {
        if (found.size() == 1) {
            throw found.iterator().next();
        }
        if (!found.isEmpty()) {
            throw new Problems(sorted(found));
        }
    }

    /** The single problems that a failure stands for. */
    public static List<Problem> of(Problem failure) {
        return failure instanceof Problems several ? several.all : List.of(failure);
    }

    private static List<Problem> sorted(Collection<? extends Problem> found) {
        return found.stream()
                .<Problem>flatMap(problem -> of(problem).stream())
                .sorted(Comparator.<Problem, Boolean>comparing(problem -> !(problem instanceof Unmerged))
                        .thenComparing(problem -> problem.place().orElse(Place.of("\uffff"))))
                .toList();
    }

    /** The single problems, in the order of their places; never empty. */
    public List<Problem> all() {
        return all;
    }

    /** Says of each which part of the value is wrong. */
    @Override
    public Problem about(List<String> keys) {
        all.forEach(problem -> problem.about(keys));
        return this;
    }

    @Override
    public Problem relocate(UnaryOperator<List<String>> written) {
        all.forEach(problem -> problem.relocate(written));
        return this;
    }

    /** Fills in the place of each that has none. */
    @Override
    public Problem at(Place where) {
        return new Problems(all.stream().map(problem -> problem.at(where)).toList());
    }

    /** The place of the first, if it has one. */
    public Optional<Place> first() {
        return all.get(0).place();
    }
}
