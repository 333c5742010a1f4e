package org.robotoverlord.changelog.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robotoverlord.changelog.Eventually;
import org.robotoverlord.changelog.MysqlServer;
import org.robotoverlord.changelog.TestMysql;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.RunLock;

/** What a server tells of sessions and locks where its performance schema is on; usually tried on MySQL, where that is usual. */
class MysqlLockTest {
    private static final boolean EVERY = "all".equals(System.getProperty("robot.majors"));

    /** InnoDB tells of transactions what it told before, until nobody has asked for a tenth of a second. */
    private static final Duration INNODBS = Duration.ofMillis(150);

    @TempDir
    Path folder;

    private final Dialect dialect = new MysqlDialect();
    private final MysqlSessions sessions = new MysqlSessions();

    static Stream<Integer> servers() {
        return TestMysql.majors().stream().filter(major -> EVERY || major == TestMysql.MYSQL);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void it_knows_who_has_the_lock_of_runs_of_tables_and_of_rows(int major) throws Exception {
        MysqlServer server = MysqlServer.watchful(major, folder.resolve("server"));
        try {
            String url = database(server);
            whoHasTheLockOfRuns(url);
            String open = "insert into users values (1, 2)";
            whoIsInTheWay(url, open, "alter table users add column bio text");
            whoIsInTheWay(url, "update users set age = 3 where id = 7", "update users set age = 4 where id = 7");
        } finally {
            server.close();
        }
    }

    private static String database(MysqlServer server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(""))) {
            run(connection, "create database shop character set utf8mb4");
            run(connection, "create table shop.users (id int primary key, age int)");
            run(connection, "insert into shop.users values (7, 1)");
        }
        return server.url("shop");
    }

    private void whoHasTheLockOfRuns(String url) throws SQLException {
        Properties settings = new Properties();
        settings.putAll(dialect.driverSettings(url, "robot 1.0 upgrade"));
        RunLock lock = dialect.lock();
        try (Connection one = DriverManager.getConnection(url, settings);
                Connection other = DriverManager.getConnection(url)) {
            assertThat(lock.tryTake(one, "", "robot_migrations")).isTrue();
            assertThat(lock.holder(other, "", "robot_migrations"))
                    .matches("'robot 1\\.0 upgrade' of user robot from \\S+ \\(id \\d+, idle for \\d+ s\\)");
        }
    }

    private void whoIsInTheWay(String url, String open, String waiting) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection application = DriverManager.getConnection(url);
                Connection own = DriverManager.getConnection(url);
                Connection beside = DriverManager.getConnection(url)) {
            application.setAutoCommit(false);
            run(application, open);
            long session = sessions.session(own);
            assertThat(sessions.of(beside, session)).isEmpty();
            Future<?> run = thread.submit(() -> {
                run(own, waiting);
                return null;
            });
            List<String> told = new ArrayList<>();
            Eventually.is(waiting + " waits", INNODBS, () -> told.addAll(ask(beside, session)));
            assertThat(told)
                    .singleElement()
                    .asString()
                    .matches("a session of user robot from \\S+ \\(id " + sessions.session(application)
                            + ", idle for \\d+ s\\)");
            application.rollback();
            run.get(1, TimeUnit.MINUTES);
        } finally {
            thread.shutdownNow();
        }
    }

    private List<String> ask(Connection beside, long session) {
        try {
            return sessions.of(beside, session);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
