package org.robotoverlord.changelog.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.dialect.DatabaseMessage;

class PostgresMessageTest {
    private static DatabaseMessage messageOf(String... batch) throws SQLException {
        try (Connection connection = DriverManager.getConnection(TestPostgres.freshDatabase());
                Statement statement = connection.createStatement()) {
            for (String sql : batch) {
                statement.addBatch(sql);
            }
            SQLException failure = catchThrowableOfType(SQLException.class, statement::executeBatch);
            return new PostgresDialect().message(failure);
        }
    }

    @Test
    void it_says_where_in_the_statement_and_what_to_do() throws SQLException {
        assertThat(messageOf("select user_nam from pg_stat_activity"))
                .isEqualTo(new DatabaseMessage(
                        "column \"user_nam\" does not exist",
                        Optional.empty(),
                        Optional.of("Perhaps you meant to reference the column \"pg_stat_activity.usename\"."),
                        8,
                        "42703"));
    }

    @Test
    void it_says_which_row_was_wrong() throws SQLException {
        DatabaseMessage message = messageOf("create table t (id int unique)", "insert into t values (1), (1)");
        assertThat(message.message()).isEqualTo("duplicate key value violates unique constraint \"t_id_key\"");
        assertThat(message.detail()).contains("Key (id)=(1) already exists.");
        assertThat(message.position()).isZero();
        assertThat(message.sqlState()).isEqualTo("23505");
    }

    @Test
    void it_is_the_same_whatever_the_drivers_language() throws SQLException {
        Locale own = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            assertThat(messageOf("select 1 / 0").message()).isEqualTo("division by zero");
        } finally {
            Locale.setDefault(own);
        }
    }

    @Test
    void what_is_not_from_the_server_is_told_as_it_is() {
        DatabaseMessage message = new PostgresDialect().message(new SQLException("the line was cut", "08006"));
        assertThat(message.message()).isEqualTo("the line was cut");
        assertThat(message.sqlState()).isEqualTo("08006");
        assertThat(new PostgresDialect().message(new SQLException()).message()).isEqualTo("null");
    }
}
