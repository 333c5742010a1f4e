package org.robotoverlord.migrate.connection;

import java.nio.file.Path;
import org.robotoverlord.changelog.CopyingBench;
import org.robotoverlord.changelog.Workbench;
import org.robotoverlord.changelog.embedded.EmbeddedPostgres;
import org.robotoverlord.changelog.run.Database;

/** An embedded PostgreSQL to try things on; closing it deletes it. */
public final class ThrowAway implements AutoCloseable {
    private static final String FIRST = "postgres";
    private static final String TRIED = "verify";

    private final EmbeddedPostgres server;
    private final Path folder;
    private final String home;

    ThrowAway(EmbeddedPostgres server, Path folder, String home) {
        this.server = server;
        this.folder = folder;
        this.home = home;
    }

    /** An empty database, and copies of it. */
    public Workbench bench() {
        try (Database administration = open(FIRST)) {
            administration.execute(administration.dialect().copyDatabase("template1", TRIED));
        }
        return new CopyingBench(this::open, FIRST, TRIED);
    }

    private Database open(String name) {
        String url = server.jdbcUrl().replace("/" + FIRST + "?", "/" + name + "?");
        ConnectionUrl own = ConnectionUrl.parse(url, "the embedded PostgreSQL");
        return Databases.open(
                own,
                new Login(own.user(), own.password()),
                "the embedded PostgreSQL",
                home,
                Drivers.NONE,
                "robot verify");
    }

    @Override
    public void close() {
        server.close();
        EmbeddedPostgres.delete(folder);
    }
}
