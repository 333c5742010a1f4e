package org.robotoverlord.changelog.embedded;

import java.time.Duration;
import org.robotoverlord.changelog.problem.Problem;

/** Waiting that an interruption ends. */
final class Pause {
    private Pause() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Keeps the interruption for whoever looks at the thread next. */
    static Problem interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Problem("The embedded PostgreSQL was interrupted. Run this again.", e);
    }
}
