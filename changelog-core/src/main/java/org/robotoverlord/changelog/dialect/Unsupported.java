package org.robotoverlord.changelog.dialect;

import org.robotoverlord.changelog.problem.Problem;

/** That a database can't do a change, told when the plan is made, with a way out. */
public final class Unsupported extends Problem {
    private static final long serialVersionUID = 1L;

    /** @param message which database can't do what, and what to write instead */
    public Unsupported(String message) {
        super(message);
    }
}
