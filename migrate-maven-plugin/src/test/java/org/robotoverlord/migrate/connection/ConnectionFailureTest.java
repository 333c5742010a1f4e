package org.robotoverlord.migrate.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ConnectionFailureTest {
    private static final String PLACES =
            "User and password are looked for in the URL, -Drobot.user and -Drobot.password, ";

    @Test
    void the_places_of_passwords_are_those_where_one_is_looked_for() {
        assertThat(told("postgres://db/shop")).endsWith(PLACES + "the <server> of settings.xml, and ~/.pgpass.");
        assertThat(told("mariadb://db/shop")).endsWith(PLACES + "and the <server> of settings.xml.");
    }

    private static String told(String url) {
        SQLException refused = new SQLException("no", "28000");
        return ConnectionFailure.of(refused, ConnectionUrl.parse(url, "<url>"), Login.NONE, "<url>")
                .getMessage();
    }
}
