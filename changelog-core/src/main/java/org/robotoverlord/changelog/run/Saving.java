package org.robotoverlord.changelog.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.robotoverlord.changelog.dialect.Access;
import org.robotoverlord.changelog.dialect.Saver;
import org.robotoverlord.changelog.problem.Problem;

/** Saves a database by its dialect's own means. */
public final class Saving {
    private final Database database;
    private final Saver saver;

    private Saving(Database database, Saver saver) {
        this.database = database;
        this.saver = saver;
    }

    /**
     * Makes sure that a database can be saved.
     *
     * @param access how it was reached
     * @param program the program that saves, where one does; empty for the usual
     * @throws Problem if it can't be, with what to do
     */
    public static Saving of(Database database, Access access, Optional<String> program) {
        return new Saving(
                database, database.dialect().saver(database.connection(), database.server(), access, program));
    }

    /**
     * Writes it into a file that is there and empty.
     *
     * @throws Problem if the database refuses
     */
    public void save(Path file) throws IOException {
        Heartbeat heartbeat = Heartbeat.of(database, file);
        try {
            saver.save(file);
        } catch (SQLException failed) {
            throw database.failure("the backup failed, and nothing was done", failed);
        } finally {
            heartbeat.end();
        }
    }

    /** How a person brings the database back from a file. */
    public String restoring(String file) {
        return saver.restoring(file);
    }
}
