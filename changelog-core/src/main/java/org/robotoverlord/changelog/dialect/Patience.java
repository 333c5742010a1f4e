package org.robotoverlord.changelog.dialect;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a run waits for what others hold.
 *
 * @param lockTimeout how long a statement waits for a lock before it gives way; whoever came after it waits as long behind it
 * @param lockRetry how long what gave way is tried again, and how long a run waits for another one that gets no further
 * @param statementTimeout how long a statement may take; empty for as long as it likes
 */
public record Patience(Duration lockTimeout, Duration lockRetry, Optional<Duration> statementTimeout) {
    /** What is right where nobody says otherwise. */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(3), Duration.ofSeconds(60), Optional.empty());

    /** The usual one, but for how long to try again. */
    public static Patience trying(Duration lockRetry) {
        return new Patience(USUAL.lockTimeout, lockRetry, USUAL.statementTimeout);
    }

    /** How long a statement waits that is in nobody's way meanwhile. */
    public Duration longest() {
        return lockRetry.compareTo(lockTimeout) > 0 ? lockRetry : lockTimeout;
    }
}
