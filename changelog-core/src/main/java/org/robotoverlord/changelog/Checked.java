package org.robotoverlord.changelog;

import java.util.Locale;

/** What {@code robot:check} looks at. */
public enum Checked {
    /** Whether they can be read, make a line, and can happen. */
    CHANGELOGS,
    /** Whether they can be read, and say what the changelogs do. */
    MODELS,
    /** How it stands with the changelogs that are here. */
    DATABASE;

    /** The rule of what is found by it. */
    public String rule() {
        return "check/" + name().toLowerCase(Locale.ROOT);
    }
}
