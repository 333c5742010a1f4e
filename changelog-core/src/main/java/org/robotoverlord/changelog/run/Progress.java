package org.robotoverlord.changelog.run;

import org.robotoverlord.changelog.plan.PlannedChangelog;

/** Is told how a run gets on. Whoever shows it to a person decides how; {@link #NONE} tells nobody. */
public interface Progress {
    /** Tells nobody. */
    Progress NONE = new Progress() {};

    /** A run begins that has so many changelogs to do. */
    default void begin(int changelogs) {}

    /** A changelog begins. */
    default void begin(PlannedChangelog changelog) {}

    /**
     * A changelog is done and committed: whatever becomes of this program, the database has it. Until the run ends, a crash of the
     * server itself may take the newest back, each whole; they are pending again then.
     */
    default void done(PlannedChangelog changelog) {}

    /** Another run has the lock; this one asks again, for so many seconds at the most. */
    default void waiting(String holder, long seconds) {}

    /** Something that a person should know, and that isn't a failure. */
    default void note(String text) {}

    /** The run ends, well or not. */
    default void end() {}
}
