package org.robotoverlord.it.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes users' projects for tests that aren't invoker builds. */
public final class NewProject {
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>org.robotoverlord.it</groupId>
              <artifactId>project</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <build>
                <plugins>
                  <plugin>
                    <groupId>org.robotoverlord</groupId>
                    <artifactId>migrate-maven-plugin</artifactId>
                    <version>%s</version>
                    <configuration>
                      <placeholders>
                        <seconds>${seconds}</seconds>
                      </placeholders>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private NewProject() {}

    /** An empty project, whose changelogs may ask for {@code ${seconds}}: {@code -Dseconds=…} of the run. */
    public static Build named(String name) {
        Path folder = Path.of("target/projects", name).toAbsolutePath();
        delete(folder);
        return in(folder, Maven.ofThisBuild(Path.of("target").toAbsolutePath()));
    }

    static Build in(Path folder, Maven maven) {
        return new Build(folder, maven).file("pom.xml", POM.formatted(System.getProperty("robot.version")));
    }

    /** Adds changelogs, numbered from 1, given the changes of each as YAML. */
    public static Build withChangelogs(Build project, List<String> changes) {
        String parent = "";
        for (int i = 1; i <= changes.size(); i++) {
            project.file(
                    "migrations/models/" + id(i) + ".yaml",
                    parent + "changes:\n" + changes.get(i - 1).indent(2));
            parent = "parent: " + id(i) + "\n";
        }
        return project;
    }

    /** The id of a changelog that was added. */
    public static String id(int number) {
        return number + "_20260101000000_step";
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
