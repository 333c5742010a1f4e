package org.robotoverlord.it.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.robotoverlord.changelog.Eventually;
import org.robotoverlord.changelog.TestPlace;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.embedded.EmbeddedPostgres;
import org.robotoverlord.changelog.embedded.Settings;
import org.robotoverlord.it.build.Rows;
import org.robotoverlord.it.samples.Catalogue;

/**
 * A PostgreSQL of its own. A statement is held up by locks of tables, and of the catalogue's: it has begun by then. A commit is held up
 * where it waits for a standby that there isn't: it is on the disk by then, and nobody was told.
 */
final class PostgresSubject implements ServerSubject {
    private static final String DATABASE = "crash";
    /** What a statement that writes to the catalogue comes to in the middle of its work. */
    private static final String LOCKS = """
            do $$declare t record; begin
              for t in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind in ('r', 'p')
                  or n.nspname = 'pg_catalog' and %s and c.relname in ('pg_class', 'pg_attribute', 'pg_type', 'pg_enum', 'pg_constraint', 'pg_proc',
                    'pg_trigger', 'pg_rewrite', 'pg_attrdef', 'pg_description', 'pg_depend', 'pg_index')
                order by n.nspname = 'pg_catalog', c.oid
              loop
                begin execute format('lock table %%s in %s mode nowait', t.name); exception when others then null; end;
              end loop;
            end$$""";

    private static final String WAITS = "select 1 from pg_stat_activity where pid = %d and state = 'active'"
            + " and (wait_event_type = 'Lock' or wait_event = 'SyncRep')";
    private static final String NOBODY = "select not exists (select from pg_stat_activity where datname = '" + DATABASE
            + "') and not exists (select from pg_locks where locktype = 'advisory')";

    private final Path directory;
    private EmbeddedPostgres server;
    private Connection administrator;
    private int kills;

    PostgresSubject() throws IOException, SQLException {
        this.directory =
                TestPlace.find().resolve("robot-test-" + ProcessHandle.current().pid() + "-crash");
        startServer();
    }

    @Override
    public String title() {
        return "PostgreSQL " + TestPostgres.NEWEST;
    }

    @Override
    public Migration migration() {
        return new Migration(Path.of("src/test/crash/postgresql"), "postgresql");
    }

    @Override
    public void makeAnew() throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            statement.execute("drop database if exists " + DATABASE + " with (force)");
            statement.execute("create database " + DATABASE);
        }
    }

    @Override
    public String url() {
        return server.jdbcUrl().replace("/postgres?", "/" + DATABASE + "?") + "&ApplicationName=robot";
    }

    @Override
    public List<String> contents() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url())) {
            List<String> contents = new ArrayList<>(Catalogue.lines(query -> rows(connection, query)));
            String tables = "select tablename from pg_tables where schemaname = 'public' order by 1";
            for (String table : rows(connection, tables)) {
                contents.addAll(rows(
                        connection,
                        table.equals("robot_migrations")
                                ? "select id, steps_done, steps_total from robot_migrations order by number"
                                : "select '" + table + "', to_jsonb(t) from " + table + " t order by 2"));
            }
            return contents;
        }
    }

    private static List<String> rows(Connection connection, String query) {
        try {
            return Rows.of(connection, query);
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    @Override
    public void awaitNobody() {
        Eventually.is("no session, no lock", () -> rows(administrator, NOBODY).equals(List.of("t")));
    }

    /** A build that waits for those who write to its table has its invalid index by then. */
    @Override
    public Hold hold(long session, String sql) throws SQLException {
        boolean alone = sql.contains("concurrently");
        Connection holder = DriverManager.getConnection(url().replace("=robot", "=holder"));
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute(LOCKS.formatted(!alone, alone ? "row exclusive" : "share"));
        }
        return new Hold() {
            @Override
            public String order() {
                return sql.equals("commit") ? "set synchronous_commit = on" : Stop.GO;
            }

            @Override
            public boolean isHeld() {
                return !given(administrator, WAITS.formatted(session)).isEmpty();
            }

            @Override
            public void close() {
                try (holder) {
                    holder.rollback();
                    // Of a commit that waits, this ends the waiting alone.
                    given(
                            administrator,
                            "select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'");
                } catch (SQLException gone) {
                    // The server is.
                }
            }
        };
    }

    private static List<String> given(Connection connection, String query) {
        try {
            return Rows.of(connection, query);
        } catch (SQLException failed) {
            return List.of();
        }
    }

    @Override
    public String numbering() {
        return "select pg_backend_pid()";
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public String endless() {
        return "select pg_sleep(36000)";
    }

    @Override
    public boolean isAtWork(long session) {
        return !rows(administrator, "select 1 from pg_stat_activity where wait_event = 'PgSleep' and pid = " + session)
                .isEmpty();
    }

    @Override
    public boolean isConnected(long session) {
        return !rows(administrator, "select 1 from pg_stat_activity where pid = " + session)
                .isEmpty();
    }

    @Override
    public void endSession(long session) {
        rows(administrator, "select pg_terminate_backend(" + session + ", 60000)");
    }

    /** By turns an immediate shutdown, and the death of the process that is above the others. */
    @Override
    public void killServer() throws Exception {
        String pid =
                Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0);
        ProcessHandle process = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        new ProcessBuilder("sh", "-c", "kill -" + (kills++ % 2 == 0 ? "QUIT " : "KILL ") + pid)
                .start()
                .waitFor();
        process.onExit().join();
        server.close();
    }

    @Override
    public void startServer() throws SQLException {
        server = EmbeddedPostgres.start(Settings.of(TestPostgres.binaries(TestPostgres.NEWEST), directory)
                .with("fsync", "off")
                .with("synchronous_standby_names", "nobody")
                .with("synchronous_commit", "local"));
        administrator = DriverManager.getConnection(server.jdbcUrl());
    }

    @Override
    public void close() {
        server.close();
        EmbeddedPostgres.delete(directory);
    }
}
