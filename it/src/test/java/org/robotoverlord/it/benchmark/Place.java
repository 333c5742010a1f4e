package org.robotoverlord.it.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** A database that is measured on, as durable as its server is when nobody says otherwise. */
interface Place extends AutoCloseable {
    /** Which it is, with its version. */
    String title();

    /** How its SQL is written. */
    Wording wording();

    /** Makes it empty. @return its JDBC URL, user included, for every tool */
    String empty() throws SQLException;

    /** Its JDBC URL, user included, with whatever is in it. */
    String url();

    /** Runs a workload's statements with the database's own tool, on nothing; empty where one can't expect to find that tool. */
    default Optional<Run> script(Workload workload) throws IOException {
        return Optional.empty();
    }

    @Override
    void close();
}
