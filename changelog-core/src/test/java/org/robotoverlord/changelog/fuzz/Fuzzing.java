package org.robotoverlord.changelog.fuzz;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives inputs to a target, one after another, and keeps one of each kind that fails. */
public final class Fuzzing {
    private static final int MOST_KINDS = 20;

    private final FuzzTarget target;
    private final Map<String, Failure> failures = new LinkedHashMap<>();
    private final Map<Taken, Long> taken = new EnumMap<>(Taken.class);
    private long inputs;

    /**
     * An input that was neither taken nor refused as it should be.
     *
     * @param input its bytes
     * @param how what became of it
     */
    public record Failure(byte[] input, AssertionError how) {
        /** What failures of one cause have in common. */
        String kind() {
            Throwable thrown = how.getCause() == null ? how : how.getCause();
            String where =
                    Arrays.stream(thrown.getStackTrace()).limit(2).toList().toString();
            return thrown.getClass() + where + how.getMessage().replaceAll("(?s)'.*|\\d+|\n.*", "");
        }
    }

    public Fuzzing(FuzzTarget target) {
        this.target = target;
    }

    /** Gives one. */
    public void give(byte[] input) {
        inputs++;
        try {
            taken.merge(Taken.of(target, input), 1L, Long::sum);
        } catch (AssertionError failed) {
            Failure failure = new Failure(input, failed);
            failures.putIfAbsent(failure.kind(), failure);
        }
    }

    /** Gives those with some numbers, until there are many kinds of failures or a time is over. */
    public void give(long from, long count, long untilNanos) {
        Inputs all = new Inputs(target);
        for (long i = from; i < from + count && failures.size() < MOST_KINDS && System.nanoTime() < untilNanos; i++) {
            give(all.get(i));
        }
    }

    /** What failed: the first of each kind, in the order it was given. */
    public List<Failure> failures() {
        return List.copyOf(failures.values());
    }

    /** How many were given, taken and refused. */
    @Override
    public String toString() {
        return target.name() + ": " + inputs + " inputs, " + taken.getOrDefault(Taken.WELL, 0L) + " taken, "
                + taken.getOrDefault(Taken.REFUSED, 0L) + " refused with their place, " + failures.size()
                + " kinds of failures";
    }
}
