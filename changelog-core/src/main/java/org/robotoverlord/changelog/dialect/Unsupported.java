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

    /**
     * The same, said of the server by its own name.
     *
     * @param dialect what its dialect is called, with which all that it says begins
     * @param server what the server is called
     */
    public Unsupported naming(String dialect, String server) {
        if (dialect.equals(server) || !text().startsWith(dialect)) {
            return this;
        }
        Unsupported named = new Unsupported(server + text().substring(dialect.length()));
        named.about(path());
        named.setStackTrace(getStackTrace());
        named.change = change;
        return named;
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
