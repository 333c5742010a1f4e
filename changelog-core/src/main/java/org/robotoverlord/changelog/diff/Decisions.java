package org.robotoverlord.changelog.diff;

/** All that a diff leaves to a person. {@link Answers} is the one that people meet. */
public interface Decisions extends RenameDecisions, FillDecisions, MapDecisions {
    /** Whether the difference is there already and only told, so that a change which rows may not let happen isn't refused. */
    default boolean happened() {
        return false;
    }

    /**
     * Called when everything was decided.
     *
     * @throws org.robotoverlord.changelog.problem.Problem if the decisions don't hold
     */
    default void finish() {}
}
