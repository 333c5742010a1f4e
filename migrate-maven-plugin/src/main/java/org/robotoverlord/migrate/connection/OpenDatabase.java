package org.robotoverlord.migrate.connection;

import java.util.Optional;
import org.robotoverlord.changelog.dialect.Access;
import org.robotoverlord.changelog.embedded.EmbeddedPostgres;
import org.robotoverlord.changelog.run.Database;

/**
 * A database that a goal works on, and the server that was started for it.
 *
 * @param database the connection
 * @param access how it was reached
 * @param server the embedded PostgreSQL; empty where the database is somebody else's
 */
public record OpenDatabase(Database database, Access access, Optional<EmbeddedPostgres> server)
        implements AutoCloseable {
    /** What the database is called. */
    public String name() {
        return Connector.databaseName(database.connection()).orElse("");
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            server.ifPresent(EmbeddedPostgres::close);
        }
    }
}
