package org.robotoverlord.migrate;

import java.io.IOException;
import java.nio.file.Path;
import org.robotoverlord.changelog.disk.WholeFile;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;

/** The file that a script of a dry run is written to. */
final class ScriptFile {
    private ScriptFile() {}

    /**
     * Writes it whole, in place of what was there.
     *
     * @param folder what the file's path is relative to
     * @param file as the user wrote it
     * @throws Problem if it can't be written
     */
    static void write(Path folder, String file, String script) {
        try {
            WholeFile.replace(folder.resolve(file), script);
        } catch (IOException failed) {
            throw new Problem(
                    Place.of(file),
                    "the script can't be written: " + WholeFile.reason(failed)
                            + "; look at the folder's permissions and the disk",
                    failed);
        }
    }
}
