package org.robotoverlord.changelog.diff;

/**
 * Decides whether what is gone and what is new are the same thing under another name. The differ asks the likeliest pair first;
 * after a yes neither name is asked about again, after a no the next pair is.
 */
public interface RenameDecisions {
    /** Whether the pair is a rename; may ask somebody. */
    boolean isRename(RenamePair pair);

    /** Whether somebody said beforehand that the pair is a rename, likely or not. Asks nobody. */
    default boolean isSaid(RenamePair pair) {
        return false;
    }
}
