package org.robotoverlord.changelog.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where binaries are unpacked when the caller names no place: outside the build directory, so that cleaning a build doesn't
 * cost two seconds at the next start.
 *
 * <p>It isn't the folder of the jar, as a local repository is often closed to other users, and the server of a build that
 * runs as root runs as another user: root's place is {@code /var/cache}, everyone else's that of their system.
 */
final class BinariesCache {
    private static final String FOLDER = "robot-overlord";

    private BinariesCache() {}

    /** The usual place of this user, or one under the temporary folder where that can't be written. */
    static Path ofThisUser() {
        Path usual = usual(User.current()).resolve(FOLDER);
        return writable(usual) ? usual : temporary();
    }

    private static Path usual(User user) {
        if (user.root()) {
            return Path.of("/var/cache");
        }
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library/Caches");
        }
        String variable = system.startsWith("windows") ? "LOCALAPPDATA" : "XDG_CACHE_HOME";
        return Optional.ofNullable(System.getenv(variable))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".cache"));
    }

    private static boolean writable(Path folder) {
        try {
            Folders.create(folder);
            return Files.isWritable(folder);
        } catch (IOException e) {
            return false;
        }
    }

    /** Anyone may write to the temporary folder, so one that isn't ours could hold anyone's programs. */
    private static Path temporary() {
        User user = User.current();
        Path folder = Path.of(System.getProperty("java.io.tmpdir")).resolve(FOLDER + "-" + user.name());
        try {
            Folders.create(folder);
            if (Files.isSymbolicLink(folder) || !User.owner(folder).equals(user.name())) {
                throw new IOException("'" + folder + "' belongs to someone else.");
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
