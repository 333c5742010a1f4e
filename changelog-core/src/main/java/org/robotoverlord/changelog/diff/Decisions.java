package org.robotoverlord.changelog.diff;

/** All that a diff leaves to a person. {@link Answers} is the one that people meet. */
public interface Decisions extends RenameDecisions, FillDecisions, MapDecisions {
    /**
     * Called when everything was decided.
     *
     * @throws org.robotoverlord.changelog.problem.Problem if the decisions don't hold
     */
    default void finish() {}
}
