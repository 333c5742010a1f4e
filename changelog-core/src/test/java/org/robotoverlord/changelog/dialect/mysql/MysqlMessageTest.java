package org.robotoverlord.changelog.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MysqlMessageTest {
    @Test
    void a_database_that_is_not_there_and_one_without_rights_are_told_apart() {
        assertThat(state(1049, "42000")).isEqualTo("3D000");
        assertThat(state(1044, "42000")).isEqualTo("42501");
        assertThat(state(1045, "28000")).isEqualTo("28000");
    }

    @Test
    void rows_are_to_blame_where_a_check_says_so() {
        assertThat(MysqlMessage.of(new SQLException("violated", "HY000", 3819)).isAboutRows())
                .isTrue();
    }

    @Test
    void a_password_that_nothing_encrypts_is_told_with_a_way_out() {
        var said = MysqlMessage.of(new SQLException(
                "(conn=8) RSA public key is not available client side (option serverRsaPublicKeyFile not set)",
                "S1009",
                0));
        assertThat(said.sqlState()).isEqualTo("28000");
        assertThat(said.message()).startsWith("RSA public key");
        assertThat(said.hint()).hasValueSatisfying(way -> assertThat(way).contains("?sslMode=verify-full"));
    }

    @Test
    void the_servers_key_is_asked_for_on_this_machine_alone() {
        MysqlDialect dialect = new MysqlDialect();
        assertThat(dialect.driverSettings("jdbc:mariadb://127.0.0.1:3306/shop", "robot"))
                .containsEntry("allowPublicKeyRetrieval", "true");
        assertThat(dialect.driverSettings("jdbc:mysql://localhost/shop?a=b", "robot"))
                .containsEntry("allowPublicKeyRetrieval", "true");
        assertThat(dialect.driverSettings("jdbc:mariadb://db.example.org/shop", "robot"))
                .doesNotContainKey("allowPublicKeyRetrieval");
        assertThat(dialect.driverSettings("jdbc:mariadb://127.0.0.1.example.org/shop", "robot"))
                .doesNotContainKey("allowPublicKeyRetrieval");
    }

    private static String state(int code, String state) {
        return MysqlMessage.of(new SQLException("no", state, code)).sqlState();
    }
}
