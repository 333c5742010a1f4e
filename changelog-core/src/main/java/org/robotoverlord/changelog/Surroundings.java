package org.robotoverlord.changelog;

import java.time.Clock;
import java.time.Duration;
import org.robotoverlord.changelog.dialect.Patience;

/**
 * What is read at the door and passed in.
 *
 * @param clock what time it is
 * @param user who runs this, as rows record it
 * @param toolVersion the version of this tool, as rows record it
 * @param patience how long to wait for what others hold
 */
public record Surroundings(Clock clock, String user, String toolVersion, Patience patience) {
    /** With the usual patience, but for how long to try again. */
    public Surroundings(Clock clock, String user, String toolVersion, Duration lockRetry) {
        this(clock, user, toolVersion, Patience.trying(lockRetry));
    }
}
