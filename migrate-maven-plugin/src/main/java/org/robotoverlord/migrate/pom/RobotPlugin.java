package org.robotoverlord.migrate.pom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The plugin as it stands in a POM, and the POM of a project that has none. */
public final class RobotPlugin {
    public static final String GROUP_ID = "org.robotoverlord";
    public static final String ARTIFACT_ID = "migrate-maven-plugin";
    public static final String KEY = GROUP_ID + ":" + ARTIFACT_ID;

    private RobotPlugin() {}

    /**
     * Its lines.
     *
     * @param version the version; empty text where a parent or {@code <pluginManagement>} says it
     * @param bound whether {@code check} is to run in each build
     */
    public static List<String> lines(String version, boolean bound) {
        List<String> lines = new ArrayList<>();
        lines.add("<plugin>");
        lines.add("  <groupId>" + GROUP_ID + "</groupId>");
        lines.add("  <artifactId>" + ARTIFACT_ID + "</artifactId>");
        if (!version.isEmpty()) {
            lines.add("  <version>" + version + "</version>");
        }
        if (bound) {
            lines.addAll(List.of(
                    "  <executions>",
                    "    <execution>",
                    "      <goals>",
                    "        <goal>check</goal>",
                    "      </goals>",
                    "    </execution>",
                    "  </executions>"));
        }
        lines.add("</plugin>");
        return lines;
    }

    /** A POM with nothing in it, for the project in a folder of that name. */
    public static byte[] emptyPom(String folder) {
        String artifact =
                folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return String.format(Texts.read("first-pom.xml"), artifact.isEmpty() ? "database" : artifact)
                .getBytes(StandardCharsets.UTF_8);
    }
}
