package org.robotoverlord.migrate.pom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.robotoverlord.changelog.disk.WholeFile;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.problem.Problem;

/** The folders of an app, and a first model in them. */
public final class FirstFiles {
    private static final String MODEL = "users.yaml";

    private final Path base;
    private final String models;
    private final String changelogs;

    /**
     * @param base the module's folder
     * @param models the folder of the models, as the POM says it
     * @param changelogs the folder of the changelogs
     */
    public FirstFiles(Path base, String models, String changelogs) {
        this.base = base;
        this.models = models;
        this.changelogs = changelogs;
    }

    /**
     * Makes what is missing.
     *
     * @param model whether a first model is wanted; it is written only where nothing is there
     * @return what was made, as lines for a person
     */
    public List<String> make(boolean model) {
        boolean nothing = isEmpty(base.resolve(models)) && isEmpty(base.resolve(changelogs));
        List<String> made = new ArrayList<>();
        try {
            for (String folder : List.of(models, changelogs)) {
                if (!Files.isDirectory(base.resolve(folder))) {
                    WholeFile.createFolder(base.resolve(folder));
                    made.add("Made " + folder + "/");
                }
            }
            if (model && nothing) {
                WholeFile.create(base.resolve(models).resolve(MODEL), Texts.read("first-model.yaml"));
                made.add("Made " + models + "/" + MODEL);
            }
        } catch (IOException failed) {
            throw new Problem(
                    Place.of(models),
                    "the folders can't be made: " + WholeFile.reason(failed) + "; look at the permissions and the disk",
                    failed);
        }
        return made;
    }

    /** Whether changelogs are there already. */
    public boolean haveChangelogs() {
        return !isEmpty(base.resolve(changelogs));
    }

    private static boolean isEmpty(Path folder) {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException failed) {
            throw new Problem(Place.of(folder.toString()), "the folder can't be read: " + failed);
        }
    }
}
