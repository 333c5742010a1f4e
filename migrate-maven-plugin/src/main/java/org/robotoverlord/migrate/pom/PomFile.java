package org.robotoverlord.migrate.pom;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.robotoverlord.changelog.disk.WholeFile;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;

/** A {@code pom.xml} on the disk, or the one that is to be made there. */
public final class PomFile {
    private static final int LINES_AROUND = 3;

    private final Path path;
    private final byte[] before;
    private final boolean there;

    private PomFile(Path path, byte[] before, boolean there) {
        this.path = path;
        this.before = before;
        this.there = there;
    }

    /** The POM of that path, or an empty one where there is none. */
    public static PomFile of(Path path) {
        if (!Files.exists(path)) {
            String folder = path.toAbsolutePath().normalize().getParent().getFileName() == null
                    ? ""
                    : path.toAbsolutePath()
                            .normalize()
                            .getParent()
                            .getFileName()
                            .toString();
            return new PomFile(path, RobotPlugin.emptyPom(folder), false);
        }
        try {
            return new PomFile(path, Files.readAllBytes(path), true);
        } catch (IOException failed) {
            throw new Problem(
                    Place.of(path.toString()), "the POM can't be read: " + failed + "; look at its permissions");
        }
    }

    /** Whether it names the plugin itself. */
    public boolean namesPlugin() {
        return new PomEdit(before).names(RobotPlugin.GROUP_ID, RobotPlugin.ARTIFACT_ID);
    }

    /**
     * Adds the plugin, and writes the file.
     *
     * @return what was changed, as lines for a person
     */
    public List<String> add(List<String> plugin) {
        byte[] after = new PomEdit(before).with(plugin);
        try {
            WholeFile.replace(path, after);
        } catch (IOException failed) {
            throw new Problem(
                    Place.of(path.toString()),
                    "the POM can't be written: " + WholeFile.reason(failed)
                            + "; it is as it was. Look at the folder's permissions and the disk.",
                    failed);
        }
        return changed(after);
    }

    private List<String> changed(byte[] after) {
        String name = path.getFileName().toString();
        List<String> shown = new ArrayList<>();
        shown.add(there ? "Changed " + name : "Made " + name);
        List<String> old = there ? lines(before) : List.of();
        shown.addAll(UnifiedDiffUtils.generateUnifiedDiff(
                there ? name : "/dev/null", name, old, DiffUtils.diff(old, lines(after)), LINES_AROUND));
        return shown;
    }

    /** For showing only, so that another encoding does no harm. */
    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
}
