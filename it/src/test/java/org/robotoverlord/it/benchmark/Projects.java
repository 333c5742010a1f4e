package org.robotoverlord.it.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Maven projects with this plugin and the peers', and their goals as processes.
 *
 * @param folder where they are
 */
record Projects(Path folder) {
    private static final String FLYWAY =
            "org.flywaydb:flyway-maven-plugin:" + System.getProperty("flyway.version") + ":migrate";
    private static final String LIQUIBASE =
            "org.liquibase:liquibase-maven-plugin:" + System.getProperty("liquibase.version") + ":update";

    /** What the project's POM takes from the one that runs this. */
    private static final List<String> VERSIONS =
            List.of("robot", "postgresql", "mariadb-client", "sqlite-jdbc", "flyway", "liquibase");

    /** A new project, in place of an old one of its name. */
    Path create(String name) throws IOException {
        Path project = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> old = Files.walk(project)) {
            old.sorted(java.util.Comparator.reverseOrder())
                    .filter(path -> !path.equals(project))
                    .forEach(path -> path.toFile().delete());
        }
        Files.createDirectories(project.resolve(".mvn"));
        Files.writeString(project.resolve(".mvn/jvm.config"), "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms64m\n");
        try (var pom = Projects.class.getResourceAsStream("benchmark-pom.xml")) {
            String text = new String(pom.readAllBytes(), StandardCharsets.UTF_8);
            for (String each : VERSIONS) {
                text = text.replace("@" + each + "@", System.getProperty(each + ".version"));
            }
            Files.writeString(project.resolve("pom.xml"), text);
        }
        return project;
    }

    /** For peers: their own dependencies name repositories that needn't be there; Maven Central has all of them. */
    Path createForPeers(String name) throws IOException {
        Path project = create(name);
        Path nothing = Files.createDirectories(project.resolve("no-repository"));
        Files.writeString(project.resolve("only-central.xml"), """
                <settings>
                  <mirrors>
                    <mirror><id>nothing</id><mirrorOf>*,!central</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                </settings>
                """.formatted(nothing.toUri()));
        return project;
    }

    /** A goal of this plugin. */
    static Measured robot(Path project, String goal, String... arguments) {
        return maven(project, List.of("-o", "robot:" + goal), arguments);
    }

    /** The same where Java is given no more memory. */
    static Measured robotWithin(String memory, Path project, String goal, String... arguments) {
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B", "-o", "robot:" + goal));
        command.addAll(List.of(arguments));
        return Measured.run(project, Map.of("MAVEN_OPTS", memory), command);
    }

    /** {@code flyway:migrate} of the folder flyway. */
    static Measured flyway(Path project, String url) {
        return maven(
                project,
                List.of("-s", "only-central.xml", FLYWAY),
                "-Dflyway.url=" + url,
                "-Dflyway.locations=filesystem:flyway");
    }

    /** {@code liquibase:update} of the folder liquibase. */
    static Measured liquibase(Path project, String url) {
        return maven(
                project,
                List.of("-s", "only-central.xml", LIQUIBASE),
                "-Dliquibase.url=" + url,
                "-Dliquibase.changeLogFile=changelog.yaml",
                "-Dliquibase.searchPath=liquibase");
    }

    private static Measured maven(Path project, List<String> goal, String... arguments) {
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B"));
        command.addAll(goal);
        command.addAll(List.of(arguments));
        return Measured.run(project, Map.of(), command);
    }
}
