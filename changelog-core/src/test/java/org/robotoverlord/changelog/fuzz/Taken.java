package org.robotoverlord.changelog.fuzz;

import java.lang.management.ManagementFactory;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;

/**
 * What became of an input: it was taken, or refused with a problem that says where. All else is a failure: another exception, a
 * stack or a heap that ran over, work or memory out of all proportion to the input.
 */
public enum Taken {
    WELL,
    REFUSED;

    private static final long MOST_MILLIS = 4_000;
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final long LONGEST_PROBLEM = 16_000;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Gives an input to a target. @throws AssertionError if it is neither taken nor refused as it should be */
    public static Taken of(FuzzTarget target, byte[] input) {
        return of(target, input, 1);
    }

    /** @param slack how many times the usual work and memory are let pass */
    static Taken of(FuzzTarget target, byte[] input, int slack) {
        long nanos = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        try {
            target.take(input);
            return WELL;
        } catch (Problem refused) {
            for (Problem problem : Problems.of(refused)) {
                require(target.isTold(problem.getMessage()), "its problem doesn't say where it is", problem);
                require(problem.text().length() < LONGEST_PROBLEM, "its problem is longer than one reads", problem);
            }
            return REFUSED;
        } catch (Throwable bug) {
            throw new AssertionError("it was neither taken nor refused: " + bug, bug);
        } finally {
            long millis = (THREADS.getCurrentThreadCpuTime() - nanos) / 1_000_000;
            long spent = THREADS.getCurrentThreadAllocatedBytes() - bytes;
            require(millis < slack * (MOST_MILLIS + input.length / 200), "it took " + millis + " ms", null);
            require(spent < slack * (MOST_BYTES + 500L * input.length), "it took " + spent + " bytes of memory", null);
        }
    }

    private static void require(boolean so, String otherwise, Problem problem) {
        if (!so) {
            throw new AssertionError(problem == null ? otherwise : otherwise + ": " + shortened(problem), problem);
        }
    }

    private static String shortened(Problem problem) {
        String message = problem.getMessage();
        return message.length() <= 300 ? message : message.substring(0, 300) + "…";
    }
}
