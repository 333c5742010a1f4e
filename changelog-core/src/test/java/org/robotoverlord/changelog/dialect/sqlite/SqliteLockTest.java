package org.robotoverlord.changelog.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock where the journal is a write-ahead log: everybody who has the file open holds a lock then. */
class SqliteLockTest {
    @TempDir
    Path folder;

    private final SqliteLock lock = new SqliteLock();

    @BeforeEach
    void make() throws SQLException {
        try (Connection connection = open()) {
            execute(connection, "pragma journal_mode = wal");
            execute(connection, "create table t (i integer)");
        }
    }

    @Test
    void it_goes_when_it_is_given_back() throws SQLException {
        try (Connection one = open();
                Connection other = open()) {
            assertThat(lock.tryTake(one, "main", "journal")).isTrue();
            execute(one, "insert into t values (1)");
            assertThat(lock.tryTake(other, "main", "journal")).isFalse();
            assertThat(lock.holder(other, "main", "journal")).isNotEmpty();
            lock.release(one, "main", "journal");
            assertThat(count(other)).isEqualTo(1);
        }
    }

    @Test
    void whoever_has_the_file_open_is_waited_for() throws SQLException {
        try (Connection one = open()) {
            try (Connection other = open()) {
                assertThat(count(other)).isZero();
                assertThat(lock.tryTake(one, "main", "journal")).isFalse();
                assertThat(lock.holder(one, "main", "journal")).contains("has the database's file open");
                execute(other, "insert into t values (1)");
            }
            assertThat(lock.tryTake(one, "main", "journal")).isTrue();
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("wal.db"));
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from t")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
