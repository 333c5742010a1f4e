package org.robotoverlord.changelog.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.robotoverlord.changelog.dialect.Access;
import org.robotoverlord.changelog.problem.Problem;

/** Programs are told by their environment what the driver was told by a URL. */
class PostgresEnvironmentTest {
    private static Map<String, String> of(String url) {
        return PostgresEnvironment.of(new Access(url, Optional.of("robot"), Optional.of("s3cret")))
                .variables();
    }

    @Test
    void host_port_database_and_login_are_told() {
        assertThat(of("jdbc:postgresql://db.example.org:6543/my%20shop"))
                .containsEntry("PGHOST", "db.example.org")
                .containsEntry("PGPORT", "6543")
                .containsEntry("PGDATABASE", "my shop")
                .containsEntry("PGUSER", "robot")
                .containsEntry("PGPASSWORD", "s3cret")
                .containsEntry("PGTARGETSESSIONATTRS", "read-write");
    }

    @Test
    void what_the_driver_takes_for_granted_is_told() {
        assertThat(of("jdbc:postgresql:shop"))
                .containsEntry("PGHOST", "localhost")
                .containsEntry("PGPORT", "5432")
                .containsEntry("PGDATABASE", "shop");
        assertThat(of("jdbc:postgresql://db/")).containsEntry("PGDATABASE", "robot");
        assertThat(PostgresEnvironment.of(new Access("jdbc:postgresql:shop", Optional.empty(), Optional.empty()))
                        .variables())
                .containsEntry("PGUSER", System.getProperty("user.name"))
                .doesNotContainKey("PGPASSWORD");
    }

    @Test
    void several_hosts_and_addresses_are_told() {
        assertThat(of("jdbc:postgresql://one,[::1]:5433,three:5434/shop"))
                .containsEntry("PGHOST", "one,::1,three")
                .containsEntry("PGPORT", "5432,5433,5434");
    }

    @Test
    void encryption_and_the_rest_are_told() {
        assertThat(
                        of(
                                "jdbc:postgresql://db/shop?sslmode=verify-ca&sslrootcert=%2Fetc%2Fca.pem&connectTimeout=7&ApplicationName=x"))
                .containsEntry("PGSSLMODE", "verify-ca")
                .containsEntry("PGSSLROOTCERT", "/etc/ca.pem")
                .containsEntry("PGCONNECT_TIMEOUT", "7")
                .containsEntry("PGAPPNAME", "robot backup");
        assertThat(of("jdbc:postgresql://db/shop?ssl=true")).containsEntry("PGSSLMODE", "verify-full");
        assertThat(of("jdbc:postgresql://db/shop?sslmode=require&ssl=true")).containsEntry("PGSSLMODE", "require");
    }

    @Test
    void what_cannot_be_told_in_secret_is_refused_and_nothing_shows_a_password() {
        assertThatThrownBy(() -> of("jdbc:postgresql://db/shop?sslpassword=hush"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("sslpassword")
                .hasMessageNotContaining("hush");
        Access access =
                new Access("jdbc:postgresql://db/shop?sslpassword=hush", Optional.empty(), Optional.of("s3cret"));
        assertThat(access.toString()).isEqualTo("jdbc:postgresql://db/shop");
        assertThat(PostgresEnvironment.of(new Access("jdbc:postgresql:shop", Optional.empty(), Optional.of("s3cret"))))
                .asString()
                .doesNotContain("s3cret");
    }
}
