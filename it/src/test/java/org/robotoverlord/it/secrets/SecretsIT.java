package org.robotoverlord.it.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.robotoverlord.changelog.TestMysql;
import org.robotoverlord.changelog.TestPostgres;
import org.robotoverlord.it.build.Build;
import org.robotoverlord.it.build.NewProject;
import org.robotoverlord.it.build.Output;

/**
 * Whole builds with {@code -X -e}, in which each module is given its password in another form. Every password begins with the same
 * letters, which nothing says or writes afterwards, whether the build succeeds or fails: but for Maven itself, which shows with
 * {@code -X} what a POM says of a goal.
 */
@DisabledOnOs(OS.WINDOWS)
class SecretsIT {
    private static final String PLANTED = "Pl4nted";

    /** What Maven shows of a POM before it runs anything. */
    private static final String MAVENS_OWN = "(?s)Configuration: <\\?xml.*?</configuration>";

    private static final String CHANGELOG = """
            changes:
              - createTable: {name: %s, columns: {id: bigint}}
            """;

    private static final String FAILING = CHANGELOG + "  - sql: {up: select nonsense, down: none}\n";

    private static final String MODULE = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent><groupId>org.robotoverlord.it</groupId><artifactId>project</artifactId><version>1</version></parent>
              <artifactId>%1$s</artifactId>
              <packaging>pom</packaging>
              <build><plugins><plugin>
                <groupId>org.robotoverlord</groupId>
                <artifactId>migrate-maven-plugin</artifactId>
                <configuration><apps><app><name>%1$s</name>%2$s</app></apps></configuration>
              </plugin></plugins></build>
            </project>
            """;

    private final String postgres = TestPostgres.freshDatabase();
    private final Map<String, String> modules = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> roles = new ArrayList<>();

    @Test
    void no_password_is_said_or_written_in_whatever_form_it_was_given() throws IOException, SQLException {
        String url = postgres.replaceFirst("\\?.*", "");
        String bare = url.replaceFirst("jdbc:postgresql://", "");
        succeeds("in-a-url", "<url>postgres://" + role("Pl4nted/url") + ":Pl4nted%2Furl@" + bare + "</url>");
        succeeds(
                "as-a-parameter",
                "<url>" + url + "?user=" + role("Pl4nted p")
                        + "&amp;password=Pl4nted+p&amp;sslpassword=Pl4nted-s</url>");
        succeeds(
                "in-the-pom",
                "<url>" + url + "</url><user>" + role("Pl4nted-pom") + "</user><password>Pl4nted-pom</password>");
        succeeds("in-the-settings", "<url>" + url + "</url><server>plain</server>");
        succeeds("in-the-environment", "");
        succeeds("of-h2", "<url>h2:target/shop;USER=ann;PASSWORD=Pl4nted-h2</url>");
        fails("a-statement", "<url>" + url + "</url><server>plain</server>", FAILING);
        fails(
                "no-server",
                "<url>jdbc:postgresql://127.0.0.1:1/shop?trustStorePassword=Pl4nted-t</url><server>plain</server>",
                CHANGELOG);
        fails(
                "no-key",
                "<url>" + url
                        + "?sslmode=verify-full&amp;sslkey=none.p12&amp;sslpassword=Pl4nted-k</url><server>plain</server>",
                CHANGELOG);
        fails("no-file", "<url>jdbc:sqlite:none/none.db?password=Pl4nted-f</url>", CHANGELOG);
        fails("no-setting", "<url>jdbc:h2:mem:x;NO_SUCH_SECRET=Pl4nted-x;PASSWORD=Pl4nted-y</url>", CHANGELOG);
        if (!TestMysql.majors().isEmpty()) {
            wrongOnMysql();
        }
        Build project = project();

        Output output = project.where("DATABASE_URL", "postgres://" + role("Pl4nted-e") + ":Pl4nted-e@" + bare)
                .mvn("-X", "-e", "-fae", "-gs", "servers.xml", "robot:upgrade");

        modules.forEach((module, end) -> output.says(module + " *" + end));
        assertThat(output.text()).contains("Configuration: <?xml");
        assertNothingIsSaid(output.text().replaceAll(MAVENS_OWN, ""));
        assertNothingIsWritten(project);
    }

    @Test
    void what_is_typed_is_said_neither_where_it_is_taken_nor_where_it_is_refused() throws IOException, SQLException {
        succeeds("typed", "<url>" + postgres.replaceFirst("\\?.*", "") + "</url>");
        Build project = project();

        Output taken = project.mvn(
                "-X",
                "-e",
                "robot:upgrade",
                "robot:history",
                "-Drobot.user=" + role("Pl4nted-1"),
                "-Drobot.password=Pl4nted-1",
                "-pl",
                "typed");
        Output refused = project.mvn(
                "-X",
                "-e",
                "robot:upgrade",
                "-Drobot.url=postgres://a:Pl4nted-2@:::/x",
                "-Drobot.app=typed",
                "-pl",
                "typed");

        assertThat(taken.status()).isZero();
        assertThat(refused.status()).isOne();
        assertNothingIsSaid(taken.text() + refused.text());
        assertNothingIsWritten(project);
    }

    private void wrongOnMysql() throws SQLException {
        String url = TestMysql.freshDatabase(TestMysql.majors().get(0));
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create user if not exists planted identified by 'another'");
        }
        fails("wrong", "<url>" + url.replaceFirst("\\?.*", "") + "</url><server>wrong</server>", CHANGELOG);
    }

    /** A user of PostgreSQL's with a password. */
    private String role(String password) throws SQLException {
        String name = "planted_" + roles.size();
        roles.add(name);
        execute("create role " + name + " superuser login password '" + password + "'");
        return name;
    }

    @AfterEach
    void dropRoles() throws SQLException {
        for (String role : roles) {
            execute("drop owned by " + role);
            execute("drop role " + role);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void succeeds(String module, String app) {
        modules.put(module, "SUCCESS");
        write(module, app, CHANGELOG);
    }

    private void fails(String module, String app, String changelog) {
        modules.put(module, "FAILURE");
        write(module, app, changelog);
    }

    private void write(String module, String app, String changelog) {
        files.put(module + "/pom.xml", MODULE.formatted(module, app));
        files.put(
                module + "/migrations/" + module + "/1_20260101000000_x.yaml",
                changelog.formatted(module.replace('-', '_')));
    }

    private Build project() throws SQLException {
        Build project = NewProject.named("secrets-" + modules.size());
        files.forEach(project::file);
        String list = modules.keySet().stream()
                .map(module -> "<module>" + module + "</module>")
                .collect(Collectors.joining("", "<modules>", "</modules>"));
        project.file("pom.xml", project.text("pom.xml").replace("<build>", list + "<build>"));
        return project.file("servers.xml", """
                <settings><servers>
                  <server><id>plain</id><username>%s</username><password>Pl4nted-server</password></server>
                  <server><id>wrong</id><username>planted</username><password>Pl4nted-wrong</password></server>
                </servers></settings>
                """.formatted(role("Pl4nted-server")));
    }

    private static void assertNothingIsSaid(String text) {
        assertThat(text.lines().filter(line -> line.contains(PLANTED))).isEmpty();
    }

    private void assertNothingIsWritten(Build project) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(project.folder())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                boolean own = file.endsWith("pom.xml") || file.endsWith("servers.xml");
                if (!own && Files.readString(file, StandardCharsets.ISO_8859_1).contains(PLANTED)) {
                    found.add(file.toString());
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
