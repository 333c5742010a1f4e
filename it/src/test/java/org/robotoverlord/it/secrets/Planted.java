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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.robotoverlord.it.build.Build;
import org.robotoverlord.it.build.NewProject;
import org.robotoverlord.it.build.Output;

/** A project of many modules, each of which is given its password in another form; and the search for them afterwards. */
final class Planted {
    /** What every password begins with. */
    private static final String LETTERS = "Pl4nted";

    /** What Maven shows of a POM before it runs anything. */
    private static final String MAVENS_OWN = "(?s)Configuration: <\\?xml.*?</configuration>";

    /** The bytes of a packet, as a driver prints them, with the letters that they are behind them. */
    private static final String DUMPED = "(?m)^.*\\| (.{16}) \\|\\R?";

    private static final String CHANGELOG = """
            changes:
              - createTable: {name: %s, columns: {id: bigint}}
            """;

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

    /** Where a user keeps them. */
    private static final Set<String> OWN = Set.of("pom.xml", "servers.xml", "passwords", ".pgpass");

    private final String postgres;
    private final Map<String, String> modules = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> roles = new ArrayList<>();

    /** @param postgres the URL of an administrator */
    Planted(String postgres) {
        this.postgres = postgres;
    }

    /** A user of PostgreSQL's with a password. */
    String role(String password) throws SQLException {
        String name = "planted_" + roles.size();
        roles.add(name);
        execute("create role " + name + " superuser login password '" + password + "'");
        return name;
    }

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

    /** A module that is migrated, given what its {@code <app>} says of its database. */
    void succeeds(String module, String app) {
        modules.put(module, "SUCCESS");
        write(module, app, CHANGELOG);
    }

    /** One that gets no connection. */
    void fails(String module, String app) {
        modules.put(module, "FAILURE");
        write(module, app, CHANGELOG);
    }

    /** One that fails at a statement. */
    void failsAtAStatement(String module, String app) {
        modules.put(module, "FAILURE");
        write(module, app, CHANGELOG + "  - sql: {up: select nonsense, down: none}\n");
    }

    private void write(String module, String app, String changelog) {
        files.put(module + "/pom.xml", MODULE.formatted(module, app));
        files.put(
                module + "/migrations/" + module + "/1_20260101000000_x.yaml",
                changelog.formatted(module.replace('-', '_')));
    }

    /** A file of the project. */
    void file(String path, String text) {
        files.put(path, text);
    }

    /** Writes all of it. */
    Build project() {
        Build project = NewProject.named("secrets-" + modules.size());
        files.forEach(project::file);
        String list = modules.keySet().stream()
                .map(module -> "<module>" + module + "</module>")
                .collect(Collectors.joining("", "<modules>", "</modules>"));
        return project.file("pom.xml", project.text("pom.xml").replace("<build>", list + "<build>"));
    }

    /** Each module ended as it was meant to. */
    void requireEnds(Output output) {
        modules.forEach((module, end) -> output.says(module + " *" + end));
    }

    /** No password is in what was said, be it printed byte by byte. */
    static void requireNothingSaid(String said) {
        String text = said.replaceAll(MAVENS_OWN, "");
        assertThat(text.lines().filter(line -> line.contains(LETTERS))).isEmpty();
        assertThat(text.replaceAll(DUMPED, "$1")).doesNotContain(LETTERS);
    }

    /** No password is in a file but in those that a user keeps them in. */
    static void requireNothingWritten(Build project) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(project.folder())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                boolean own = OWN.contains(file.getFileName().toString());
                if (!own && Files.readString(file, StandardCharsets.ISO_8859_1).contains(LETTERS)) {
                    found.add(file.toString());
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
