package org.robotoverlord.changelog.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.stream.Stream;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.RunLock;
import org.robotoverlord.changelog.embedded.EmbeddedPostgres;
import org.robotoverlord.changelog.embedded.Settings;
import org.robotoverlord.changelog.problem.Problem;

class PostgresLockTest {
    private final Dialect dialect = new PostgresDialect();
    private final RunLock lock = dialect.lock();

    @Test
    void it_says_who_has_it() throws SQLException {
        String url = TestPostgres.freshDatabase();
        try (Connection one = DriverManager.getConnection(url + "&ApplicationName=robot of Ann");
                Connection other = DriverManager.getConnection(url)) {
            lock.tryTake(one, "public", "robot_migrations");
            assertThat(lock.holder(other, "public", "robot_migrations"))
                    .matches("'robot of Ann' of user postgres from 127\\.0\\.0\\.1 \\(pid \\d+,"
                            + " connected since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC\\)");
        }
    }

    @Test
    void databases_of_one_server_have_locks_of_their_own() throws SQLException {
        try (Connection one = DriverManager.getConnection(TestPostgres.freshDatabase());
                Connection other = DriverManager.getConnection(TestPostgres.freshDatabase())) {
            assertThat(lock.tryTake(one, "public", "robot_migrations")).isTrue();
            assertThat(lock.tryTake(other, "public", "robot_migrations")).isTrue();
            assertThat(lock.holder(other, "public", "robot_migrations")).contains("pid");
        }
    }

    @Test
    void two_tables_never_share_a_key_by_where_their_names_are_cut() {
        assertThat(PostgresLock.key("a", "bc")).isNotEqualTo(PostgresLock.key("ab", "c"));
    }

    @Test
    void whoever_waits_for_it_is_in_nobodys_way() throws SQLException {
        String url = TestPostgres.freshDatabase();
        try (Connection one = DriverManager.getConnection(url);
                Connection other = DriverManager.getConnection(url);
                Statement statement = one.createStatement()) {
            assertThat(lock.tryTake(one, "public", "robot_migrations")).isTrue();
            assertThat(lock.tryTake(other, "public", "robot_migrations")).isFalse();
            statement.execute("create table users (id int)");
            statement.setQueryTimeout(10);
            statement.execute("create index concurrently on users (id)");
        }
    }

    @Test
    void a_session_does_the_same_for_everybody() throws SQLException {
        try (Connection connection = DriverManager.getConnection(TestPostgres.freshDatabase());
                Statement statement = connection.createStatement()) {
            for (String sql : dialect.sessionStatements("my \"home")) {
                statement.execute(sql);
            }
            assertThat(shown(statement, "search_path")).isEqualTo("\"my \"\"home\", public");
            assertThat(shown(statement, "TimeZone")).isEqualTo("UTC");
            assertThat(shown(statement, "standard_conforming_strings")).isEqualTo("on");
            assertThat(shown(statement, "client_connection_check_interval")).isEqualTo("2s");
            assertThat(shown(statement, "tcp_keepalives_idle")).isEqualTo("10");
            assertThat(shown(statement, "tcp_keepalives_interval")).isEqualTo("5");
            assertThat(shown(statement, "tcp_keepalives_count")).isEqualTo("3");
            assertThat(shown(statement, "tcp_user_timeout")).isEqualTo("30000");
        }
    }

    @Test
    void the_driver_is_told_who_connects_and_to_keep_the_connection_alive() throws Exception {
        String url = TestPostgres.freshDatabase();
        Properties settings = new Properties();
        settings.putAll(dialect.driverSettings(url, "robot 1.0 upgrade"));
        try (Connection connection = DriverManager.getConnection(url, settings);
                Statement statement = connection.createStatement()) {
            assertThat(shown(statement, "application_name")).isEqualTo("robot 1.0 upgrade");
        }
        try (Socket socket = new KeepAliveSockets().createSocket()) {
            assertThat(socket.getOption(StandardSocketOptions.SO_KEEPALIVE)).isTrue();
            assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(10);
        }
    }

    @Test
    void a_standby_is_refused(@TempDir Path folder) throws Exception {
        Settings settings = Settings.of(TestPostgres.binaries(TestPostgres.NEWEST), folder.resolve("db"));
        EmbeddedPostgres.start(settings).close();
        Path signal = data(folder).resolve("standby.signal");
        Files.createFile(signal);
        try (EmbeddedPostgres standby = EmbeddedPostgres.start(settings);
                Connection connection = DriverManager.getConnection(standby.jdbcUrl())) {
            assertThatThrownBy(() -> lock.tryTake(connection, "public", "robot_migrations"))
                    .isInstanceOf(Problem.class)
                    .hasMessage("the server is a standby, which takes no changes; give the URL of its primary");
        } finally {
            EmbeddedPostgres.delete(folder.resolve("db"));
        }
    }

    private static Path data(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.endsWith("PG_VERSION") && Files.isDirectory(path.resolveSibling("global")))
                    .map(Path::getParent)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String shown(Statement statement, String setting) throws SQLException {
        try (var rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
