package org.robotoverlord.changelog.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Who runs this program.
 *
 * @param name as the system knows it
 * @param root whether that is the administrator of a Unix, whom PostgreSQL refuses
 */
record User(String name, boolean root) {
    private static final Path THIS_PROCESS = Path.of("/proc/self");

    static User current() {
        String name = System.getProperty("user.name");
        return new User(name, isRoot(name));
    }

    /** Java knows no user ids, but Linux shows each process as a folder of its user. */
    private static boolean isRoot(String name) {
        try {
            if (Files.isDirectory(THIS_PROCESS)) {
                return Integer.valueOf(0).equals(Files.getAttribute(THIS_PROCESS, "unix:uid"));
            }
        } catch (IOException | RuntimeException e) {
            return name.equals("root");
        }
        return name.equals("root");
    }

    static String owner(Path path) throws IOException {
        return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
    }
}
