package org.robotoverlord.migrate.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.changelog.problem.Problem;

class DatabasesTest {
    private final List<String> told = new ArrayList<>();
    private final Databases databases = new Databases(
            new Servers(new Settings(), () -> null),
            () -> TestPostgres.binaries(TestPostgres.NEWEST),
            Drivers.NONE,
            "robot 1.0 upgrade",
            told::add);

    @TempDir
    private Path folder;

    private Connecting to(String url, String from) {
        return new Connecting(
                Optional.ofNullable(url).map(Secret::new),
                from,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                folder.resolve("robot/models"),
                folder);
    }

    private String refused(String url) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(
                () -> databases.open(to(url, "DATABASE_URL"), "", "public"));
        assertThat(thrown).isInstanceOf(Problem.class);
        return thrown.getMessage();
    }

    private static String here() {
        return TestPostgres.freshDatabase();
    }

    @Test
    void opens_the_database_that_is_set() {
        String url = here();
        try (OpenDatabase open = databases.open(to(url, "-Drobot.url"), "", "public")) {
            assertThat(url).contains("/" + open.name() + "?");
            assertThat(open.server()).isEmpty();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void makes_the_embedded_one_where_none_is_set_and_says_so_first() {
        Connecting none = to(null, "");

        assertThat(databases.openIfThere(none, "target/robot/models", "public")).isEmpty();
        try (OpenDatabase open = databases.open(none, "target/robot/models", "public")) {
            assertThat(open.name()).isEqualTo("postgres");
        }
        assertThat(told).first().isEqualTo("No database is set: using the embedded PostgreSQL in target/robot/models");
        Optional<OpenDatabase> again = databases.openIfThere(none, "target/robot/models", "public");
        assertThat(again).isPresent();
        again.get().close();
    }

    @Test
    void a_wrong_password_is_told_without_it() {
        assertThat(refused(here().replaceFirst("password=[^&]*", "password=oops")))
                .startsWith("the password of user 'postgres' is wrong for jdbc:postgresql://127.0.0.1:")
                .contains(" (DATABASE_URL): ", "<server> of settings.xml")
                .doesNotContain("oops");
    }

    @Test
    void a_missing_password_is_told() {
        assertThat(refused(here().replaceFirst("&password=[^&]*", "")))
                .startsWith("no password was given for user 'postgres' at ");
    }

    @Test
    void a_database_that_is_not_there_is_told() {
        assertThat(refused(here().replaceFirst("/test_\\d+", "/nowhere")))
                .startsWith("there is no such database: ")
                .contains("\"nowhere\" does not exist", "create database");
    }

    @Test
    void a_server_that_does_not_answer_is_told() {
        assertThat(refused("postgres://robot:secret@127.0.0.1:1/shop"))
                .startsWith("no server answers at jdbc:postgresql://127.0.0.1:1/shop (DATABASE_URL): ")
                .endsWith("Start it, or correct host and port.")
                .doesNotContain("secret");
    }

    @Test
    void a_host_that_is_not_there_is_told() {
        assertThat(refused("postgres://no.such.invalid/shop")).contains("its host is unknown");
    }

    @Test
    void a_database_that_is_not_known_is_told() {
        assertThat(refused("jdbc:oracle:thin://robot:secret@host/shop"))
                .contains("'jdbc:oracle'", "not known")
                .doesNotContain("secret");
    }

    @Test
    void the_dialect_comes_from_the_url_as_far_as_it_is_known() {
        assertThat(Databases.dialect(to("postgres://host/shop", ""))).contains("postgresql");
        assertThat(Databases.dialect(to("${env.X}", ""))).isEmpty();
        assertThat(Databases.dialect(to(null, ""))).isEmpty();
        assertThatThrownBy(() -> Databases.requireDialect(to("postgres://host/shop", "DATABASE_URL"), "mysql"))
                .hasMessage(
                        "the <dialect> is 'mysql', and DATABASE_URL leads to a database of 'postgresql'; correct one"
                                + " of them");
    }
}
