package org.robotoverlord.it.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.Eventually;
import org.robotoverlord.changelog.MysqlServer;
import org.robotoverlord.changelog.TestMysql;
import org.robotoverlord.changelog.TestPlace;
import org.robotoverlord.it.build.Rows;

/** A MariaDB or MySQL of its own that forgets nothing. A statement that writes is held up by a lock of all that there is. */
final class MysqlSubject implements ServerSubject {
    private static final String DATABASE = "crash";
    private static final String WAITS =
            "select 1 from information_schema.processlist where id = %d and state like 'Waiting for %%'";
    private static final String OTHERS =
            "select id from information_schema.processlist where db = '" + DATABASE + "' and id <> connection_id()";

    private static final List<String> QUERIES = List.of(
            "select 'view', table_name, replace(view_definition, '`" + DATABASE + "`.', '')"
                    + " from information_schema.views where table_schema = database() order by 2",
            "select 'routine', routine_type, routine_name, coalesce(dtd_identifier, ''), routine_definition, sql_data_access,"
                    + " security_type, routine_comment from information_schema.routines where routine_schema = database() order by 3",
            "select 'parameter', specific_name, ordinal_position, coalesce(parameter_name, ''), dtd_identifier"
                    + " from information_schema.parameters where specific_schema = database() order by 2, 3",
            "select 'trigger', trigger_name, event_object_table, action_timing, event_manipulation, action_statement"
                    + " from information_schema.triggers where trigger_schema = database() order by 2");

    private final int major;
    private final MysqlServer server;
    private Connection administrator;

    MysqlSubject(int major) throws IOException, SQLException {
        this.major = major;
        this.server = MysqlServer.durable(
                major,
                TestPlace.find()
                        .resolve("robot-mysql-" + ProcessHandle.current().pid() + "-crash" + major));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        this.administrator = DriverManager.getConnection(server.url(""));
    }

    @Override
    public String title() {
        return major == TestMysql.MYSQL ? "MySQL 8.0" : "MariaDB 11.4";
    }

    @Override
    public Migration migration() {
        return new Migration(Path.of("src/test/crash/mysql"), "mysql");
    }

    @Override
    public void makeAnew() throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            statement.execute("drop database if exists " + DATABASE);
            statement.execute("create database " + DATABASE + " character set utf8mb4");
        }
    }

    @Override
    public String url() {
        return server.url(DATABASE);
    }

    @Override
    public List<String> contents() throws SQLException {
        List<String> contents = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url())) {
            for (String table : Rows.of(
                    connection,
                    "select table_name from information_schema.tables"
                            + " where table_schema = database() and table_type = 'BASE TABLE' order by 1")) {
                if (table.equals("robot_migrations")) {
                    contents.addAll(Rows.of(
                            connection, "select id, steps_done, steps_total from robot_migrations order by number"));
                } else {
                    contents.add(shown(Rows.of(connection, "show create table " + table)));
                    contents.addAll(rows(connection, table));
                }
            }
            for (String query : QUERIES) {
                contents.addAll(Rows.of(connection, query));
            }
        }
        return contents;
    }

    /** The order of columns and keys isn't looked at, nor how far the numbers are. */
    private static String shown(List<String> create) {
        return Arrays.stream(
                        create.get(0).replaceFirst(" AUTO_INCREMENT=\\d+", "").split("\n"))
                .map(line -> line.strip().replaceFirst(",$", ""))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        String columns = String.join(
                ", ",
                Rows.of(
                        connection,
                        "select concat('`', column_name, '`') from information_schema.columns"
                                + " where table_schema = database() and table_name = '" + table + "' order by 1"));
        return Rows.of(connection, "select '" + table + "', " + columns + " from " + table).stream()
                .sorted()
                .toList();
    }

    @Override
    public void awaitNobody() {
        Eventually.is("no session", () -> given(administrator, OTHERS).isEmpty());
    }

    @Override
    public Hold hold(long session, String sql) throws SQLException {
        Connection holder = DriverManager.getConnection(server.url(""));
        try (Statement statement = holder.createStatement()) {
            statement.execute("set lock_wait_timeout = 3");
            statement.execute("flush tables with read lock");
        }
        return new Hold() {
            @Override
            public String order() {
                return Stop.GO;
            }

            @Override
            public boolean isHeld() {
                return !given(administrator, WAITS.formatted(session)).isEmpty();
            }

            @Override
            public void close() {
                try (holder;
                        Statement statement = holder.createStatement()) {
                    statement.execute("unlock tables");
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
        return "select connection_id()";
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public String endless() {
        return "do benchmark(1000000000000, md5('x'))";
    }

    @Override
    public boolean isAtWork(long session) {
        return isThere("info like '%benchmark%' and id = " + session);
    }

    @Override
    public boolean isConnected(long session) {
        return isThere("id = " + session);
    }

    private boolean isThere(String condition) {
        return !given(administrator, "select 1 from information_schema.processlist where " + condition)
                .isEmpty();
    }

    @Override
    public void endSession(long session) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            statement.execute("kill " + session);
        }
        Eventually.is("the session's end", () -> !isConnected(session));
    }

    @Override
    public void killServer() {
        server.kill();
    }

    @Override
    public void startServer() throws IOException, SQLException {
        server.startAgain();
        administrator = DriverManager.getConnection(server.url(""));
    }

    @Override
    public void close() {
        server.close();
    }
}
