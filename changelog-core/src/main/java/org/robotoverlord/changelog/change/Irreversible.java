package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.problem.Problem;

/** That a change has no way back, with the reason and what to write instead. */
public final class Irreversible extends Problem {
    private static final long serialVersionUID = 1L;

    /** @param message why there is no way back, and what to write */
    public Irreversible(String message) {
        super(message);
    }
}
