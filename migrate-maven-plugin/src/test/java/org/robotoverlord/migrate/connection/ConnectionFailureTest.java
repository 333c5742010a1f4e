package org.robotoverlord.migrate.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.problem.Problem;

class ConnectionFailureTest {
    private static final String PLACES =
            "User and password are looked for in the URL, -Drobot.user and -Drobot.password, ";

    @Test
    void the_places_of_passwords_are_those_where_one_is_looked_for() {
        assertThat(told("postgres://db/shop")).endsWith(PLACES + "the <server> of settings.xml, and ~/.pgpass.");
        assertThat(told("mariadb://db/shop")).endsWith(PLACES + "and the <server> of settings.xml.");
    }

    @Test
    void what_a_driver_says_of_a_secret_is_not_shown_with_the_failure_nor_with_its_cause() {
        ConnectionUrl url = ConnectionUrl.parse(
                "jdbc:postgresql://db/shop?sslpassword=s%20one&password=s%40two&trustStorePassword=sthree&user=ann",
                "<url>");
        SQLException refused = new SQLException(
                "cannot use s+one", "08001", 7, new IllegalArgumentException("nor 's one', s@two, s%40two or sthree"));

        Problem told = ConnectionFailure.of(refused, url, new Login(url.user(), url.password()), "<url>");

        StringWriter shown = new StringWriter();
        told.printStackTrace(new PrintWriter(shown, true));
        assertThat(shown.toString())
                .contains("cannot use ***", "nor '***', ***, *** or ***", "ConnectionFailureTest.java")
                .doesNotContain("one", "two", "three");
        assertThat(told).hasCauseInstanceOf(SQLException.class);
        assertThat(((SQLException) told.getCause()).getErrorCode()).isEqualTo(7);
    }

    @Test
    void what_holds_no_secret_stays_as_it_was_thrown() {
        SQLException refused = new SQLException("no", "28000");

        assertThat(ConnectionFailure.of(
                        refused, ConnectionUrl.parse("postgres://a:b@db/c", "<url>"), Login.NONE, "<url>"))
                .hasCause(refused);
    }

    private static String told(String url) {
        SQLException refused = new SQLException("no", "28000");
        return ConnectionFailure.of(refused, ConnectionUrl.parse(url, "<url>"), Login.NONE, "<url>")
                .getMessage();
    }
}
