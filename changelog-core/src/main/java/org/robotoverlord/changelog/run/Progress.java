package org.robotoverlord.changelog.run;

import org.robotoverlord.changelog.plan.PlannedChangelog;
import org.robotoverlord.changelog.plan.Takeover;

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

    /**
     * Another run has the lock, and this one asks again. It is told at first, and now and then again.
     *
     * @param holder who has it; empty text where that can't be told
     * @param done what that run has done since this one began to ask; empty text where that isn't known, or nothing
     * @param seconds how long it asks from now on, where the other one gets no further; each step of it makes that begin anew
     */
    default void waiting(String holder, String done, long seconds) {}

    /** A squash counts as run from now on, as the database ran all that it replaces. */
    default void tookOver(Takeover takeover) {}

    /** Something that a person should know, and that isn't a failure. */
    default void note(String text) {}

    /** The run ends, well or not. */
    default void end() {}
}
