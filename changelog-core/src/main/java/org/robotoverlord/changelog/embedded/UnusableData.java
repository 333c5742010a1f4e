package org.robotoverlord.changelog.embedded;

import java.nio.file.Path;
import org.robotoverlord.changelog.problem.Problem;

/**
 * A data directory that is ours but that this PostgreSQL, run by this user, can't use. Nothing in it was touched; {@link
 * EmbeddedPostgres#delete} makes room for a new one.
 */
public final class UnusableData extends Problem {
    private static final long serialVersionUID = 1L;

    private final transient Path directory;

    UnusableData(Path directory, String what, String orElse) {
        super(what.strip() + (what.endsWith("\n") ? "\n" : " ") + "Run robot:clean, or delete the directory '"
                + directory + "': its data is lost then. Or " + orElse + ".");
        this.directory = directory;
    }

    /** The directory, as given in the settings. */
    public Path directory() {
        return directory;
    }
}
