package org.robotoverlord.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestPostgresTest {

    @ParameterizedTest
    @MethodSource("org.robotoverlord.changelog.TestPostgres#majors")
    void every_major_version_is_a_real_server(int major) throws SQLException {
        try (Connection connection = DriverManager.getConnection(TestPostgres.freshDatabase(major))) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(major);
        }
    }

    @Test
    void each_call_gives_a_database_of_its_own() throws SQLException {
        String one = TestPostgres.freshDatabase();
        String other = TestPostgres.freshDatabase();
        for (String url : new String[] {one, other}) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table users ()");
            }
        }
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void a_dropped_database_is_gone() {
        String url = TestPostgres.freshDatabase();
        TestPostgres.drop(url);
        assertThatThrownBy(() -> DriverManager.getConnection(url)).hasMessageContaining("does not exist");
    }
}
