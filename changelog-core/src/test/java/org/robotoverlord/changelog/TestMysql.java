package org.robotoverlord.changelog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Real MariaDB and MySQL databases for tests of all modules, told apart by their major versions: {@link #MARIADB}, {@link #MYSQL} and
 * {@link #OLD_MARIADB}. Each server is started at the first call and gone, with its data, when the tests end.
 *
 * <p>A server that this machine can't run is left out, and that is said loudly; where the variable {@code CI} is set, it is a failure.
 */
public final class TestMysql {
    /** MariaDB 11.4, from its jar. */
    public static final int MARIADB = 11;

    /** MySQL 8.0, from its jar; the program asks for the libraries libaio1 and libnuma1 of the system. */
    public static final int MYSQL = 8;

    /** MariaDB 10.11, which the system has or hasn't: Debian's mariadb-server-core. */
    public static final int OLD_MARIADB = 10;

    /** More databases than any test uses at once; older ones are dropped. */
    private static final int MOST = 40;

    private static final String DIRECTORY = "robot-mysql-";
    private static final Map<Integer, Optional<TestMysql>> SERVERS = new ConcurrentHashMap<>();

    private final MysqlServer server;
    private final Connection administrator;
    private final Deque<String> databases = new ArrayDeque<>();
    private int count;

    private TestMysql(MysqlServer server) throws SQLException {
        this.server = server;
        this.administrator = DriverManager.getConnection(server.url(""));
        execute("set foreign_key_checks = 0");
    }

    /** The major versions of the servers that this machine runs, the newest first. */
    public static List<Integer> majors() {
        return List.of(MARIADB, MYSQL, OLD_MARIADB).stream()
                .filter(major -> server(major).isPresent())
                .toList();
    }

    /** The JDBC URL, user included, of a new empty database on a server. It is dropped when many newer ones were made. */
    public static String freshDatabase(int major) {
        return server(major)
                .orElseThrow(() -> new IllegalStateException("there is no server of version " + major))
                .create();
    }

    /** Takes away a database that {@link #freshDatabase} made. */
    public static void drop(String url) {
        SERVERS.values().stream().flatMap(Optional::stream).forEach(server -> server.dropOwn(url));
    }

    private static Optional<TestMysql> server(int major) {
        return SERVERS.computeIfAbsent(major, TestMysql::start);
    }

    private static Optional<TestMysql> start(int major) {
        try {
            deleteAbandoned();
            Optional<MysqlBinaries> binaries = MysqlBinaries.of(major);
            if (binaries.isEmpty()) {
                return lacking(major, "the system has no /usr/sbin/mariadbd; install mariadb-server-core");
            }
            Path directory =
                    TestPlace.find().resolve(DIRECTORY + ProcessHandle.current().pid() + "-" + major);
            MysqlServer server = MysqlServer.start(binaries.get(), directory);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return Optional.of(new TestMysql(server));
        } catch (IOException failed) {
            return lacking(major, String.valueOf(failed.getMessage()));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Optional<TestMysql> lacking(int major, String why) {
        String said = "NOT TESTED on version " + major
                + " of MariaDB or MySQL (11: MariaDB 11.4, 10: MariaDB 10.11, 8: MySQL 8.0): " + why;
        if (System.getenv("CI") != null) {
            throw new IllegalStateException(said);
        }
        System.err.println("\n*** " + said + "\n");
        return Optional.empty();
    }

    /** What tests left that were killed. */
    private static void deleteAbandoned() throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(TestPlace.find(), DIRECTORY + "*-*")) {
            for (Path each : all) {
                long process = Long.parseLong(each.getFileName().toString().split("-")[2]);
                if (ProcessHandle.of(process).isEmpty()) {
                    MysqlServer.deleteAbandoned(each);
                }
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private synchronized String create() {
        while (databases.size() >= MOST) {
            execute("drop database if exists " + databases.removeFirst());
        }
        String name = "test_" + ++count;
        execute("create database " + name + " character set utf8mb4");
        databases.add(name);
        return server.url(name);
    }

    private synchronized void dropOwn(String url) {
        for (String name : databases) {
            if (server.url(name).equals(url)) {
                execute("drop database " + name);
                databases.remove(name);
                return;
            }
        }
    }

    private void execute(String sql) {
        try (Statement statement = administrator.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
