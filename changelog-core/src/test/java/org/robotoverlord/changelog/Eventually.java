package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what nobody announces: it is asked for again and again, for a minute at the most. */
public final class Eventually {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(5);

    private Eventually() {}

    /** Comes back when the moment has come; fails with what it was where it doesn't come. */
    public static void is(String what, BooleanSupplier moment) {
        is(what, POLL, moment);
    }

    /** The same, where a server that is asked more often than that goes on telling what it told before. */
    public static void is(String what, Duration poll, BooleanSupplier moment) {
        long begun = System.nanoTime();
        while (!moment.getAsBoolean()) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                fail("it didn't come to this: " + what);
            }
            LockSupport.parkNanos(poll.toNanos());
        }
    }
}
