package org.robotoverlord.changelog.dialect;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Writes a whole database into a file, in a way of the database's own. What it needs was found to be there when it was made. */
public interface Saver {
    /**
     * Writes the database into a file that is there and empty, and makes sure that it can be read again.
     *
     * @throws org.robotoverlord.changelog.problem.Problem where that fails, with what to do
     */
    void save(Path file) throws IOException, SQLException;

    /** How a person brings the database back from a file: a command, or a few words. */
    String restoring(String file);
}
