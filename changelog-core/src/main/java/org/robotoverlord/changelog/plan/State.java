package org.robotoverlord.changelog.plan;

import java.util.Locale;

/** How a changelog stands with a database. */
public enum State {
    /** It was applied, and means what it meant then. */
    APPLIED,
    /** It wasn't applied yet. */
    PENDING,
    /** It was applied, and means something else now. */
    CHANGED,
    /** It was applied, and there is no such file here. */
    UNKNOWN,
    /** A run ended within it. */
    INTERRUPTED;

    /** As users read it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
