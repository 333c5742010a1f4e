package org.robotoverlord.it.crash;

import java.io.IOException;
import java.sql.SQLException;

/** Runs die on PostgreSQL. */
class CrashPostgresTest extends Crashes {
    @Override
    Subject subject() throws IOException, SQLException {
        return new PostgresSubject();
    }

    @Override
    String endless() {
        return "select pg_sleep(36000)";
    }
}
