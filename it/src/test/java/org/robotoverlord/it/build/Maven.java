package org.robotoverlord.it.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Maven that runs this build, for builds of its own: with the local repository that the plugin was installed to.
 *
 * @param target the build directory of this module
 * @param repository the local repository
 * @param user what comes before the command, to become another user; nothing for the same one
 * @param group whether it is a group of processes of its own, as a shell makes one of what is typed
 * @param answers lines for whoever asks
 * @param environment variables that are set beside those of this process
 */
public record Maven(
        Path target,
        Path repository,
        List<String> user,
        boolean group,
        List<String> answers,
        Map<String, String> environment) {
    private static final String OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    Maven(Path target, Path repository, List<String> user, List<String> answers) {
        this(target, repository, user, false, answers, Map.of());
    }

    /** The one for a folder below the build directory. */
    static Maven ofThisBuild(Path folder) {
        Path target = folder.toAbsolutePath();
        while (!Files.isDirectory(target.resolve("local-repo"))) {
            target = target.getParent();
            if (target == null) {
                throw new IllegalStateException("no folder above " + folder + " has a local-repo");
            }
        }
        return new Maven(target, target.resolve("local-repo"), List.of(), List.of());
    }

    Maven answering(List<String> lines) {
        return new Maven(target, repository, user, group, lines, environment);
    }

    Maven where(String variable, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(variable, value);
        return new Maven(target, repository, user, group, answers, all);
    }

    Maven inItsOwnGroup() {
        return new Maven(target, repository, user, true, answers, environment);
    }

    Output run(Path folder, List<String> arguments) {
        return start(folder, arguments).waitFor();
    }

    Running start(Path folder, List<String> arguments) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>(user);
        if (group) {
            command.add("setsid");
        }
        command.add(Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn")
                .toString());
        command.add("-Dstyle.color=never");
        command.add("-Dmaven.repo.local=" + repository);
        command.addAll(settings());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("DATABASE_URL");
        builder.environment().put("MAVEN_OPTS", OPTIONS);
        builder.environment().putAll(environment);
        if (!user.isEmpty()) {
            builder.environment().put("HOME", folder.toString());
            builder.environment()
                    .put("XDG_CACHE_HOME", repository.resolveSibling("cache").toString());
        }
        try {
            return new Running(builder.start(), answers);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The settings that the builds of this module get; another user may not read them, and has all in the repository. */
    private List<String> settings() {
        return user.isEmpty()
                ? List.of("-s", target.resolve("it/interpolated-settings.xml").toString())
                : List.of("-o");
    }
}
