package org.robotoverlord.it.crash;

import java.io.IOException;
import java.sql.SQLException;

/** Runs die on PostgreSQL. */
class CrashPostgresTest extends ServerCrashes {
    @Override
    Subject subject() throws IOException, SQLException {
        return new PostgresSubject();
    }
}
