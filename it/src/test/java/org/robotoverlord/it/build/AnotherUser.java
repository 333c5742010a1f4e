package org.robotoverlord.it.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An ordinary user with a folder that holds all that is theirs: a project, a local repository, a cache. Only root can become
 * another user.
 */
public final class AnotherUser implements AutoCloseable {
    private static final String NAME = "nobody";

    private final Path folder;
    private final List<String> become;

    private AnotherUser(Path folder, List<String> become) {
        this.folder = folder;
        this.become = become;
    }

    /** One, if this is root and there is a way. */
    public static Optional<AnotherUser> find() throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return Optional.empty();
        }
        for (List<String> way : List.of(
                List.of("setpriv", "--reuid=" + NAME, "--clear-groups", "--"), List.of("runuser", "-u", NAME, "--"))) {
            if (works(way)) {
                return Optional.of(new AnotherUser(Files.createTempDirectory("robot-it-"), way));
            }
        }
        return Optional.empty();
    }

    private static boolean works(List<String> way) {
        List<String> command = new ArrayList<>(way);
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What the user is called. */
    public String name() {
        return NAME;
    }

    /** An empty project of theirs. */
    public Build project() throws IOException {
        Path repository = folder.resolve("repository");
        Maven maven = Maven.ofThisBuild(Path.of("target").toAbsolutePath());
        copy(maven.repository(), repository);
        return NewProject.in(
                Files.createDirectory(folder.resolve("project")),
                new Maven(maven.target(), repository, become, List.of()));
    }

    /** Without the marks of where artifacts came from, as Maven goes by them when it is offline. */
    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                if (!each.endsWith("_remote.repositories")) {
                    Files.copy(each, to.resolve(from.relativize(each).toString()));
                }
            }
        }
    }

    /** Gives the user all that is in the folder. */
    public void own() throws IOException {
        var owner = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NAME);
        try (var all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Files.setOwner(each, owner);
            }
        }
    }

    /** Takes a folder of the project back: they may look into it, and write nothing there. */
    public void withhold(String path) throws IOException {
        Path withheld = folder.resolve("project").resolve(path);
        Files.setOwner(
                withheld, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("root"));
        Files.setPosixFilePermissions(withheld, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Override
    public void close() {
        NewProject.delete(folder);
    }
}
