package org.robotoverlord.changelog.dialect;

import java.util.Optional;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.problem.Problem;

/** That a database can't do a change, told when the plan is made, with a way out. */
public final class Unsupported extends Problem {
    private static final long serialVersionUID = 1L;

    private transient Change change;

    /** @param message which database can't do what, and what to write instead */
    public Unsupported(String message) {
        super(message);
    }

    Unsupported of(Change which) {
        change = change == null ? which : change;
        return this;
    }

    /** The change that can't be done, so that whoever read it can say where it is written. */
    public Optional<Change> change() {
        return Optional.ofNullable(change);
    }
}
