package org.robotoverlord.changelog.fuzz;

import java.nio.file.Path;
import java.util.List;

/** The targets of the core. */
final class Targets {
    private Targets() {}

    /** @param folder for the one that works on files */
    static List<FuzzTarget> all(Path folder) {
        return List.of(
                new ModelTarget(),
                new ChangelogTarget(),
                new HistoryTarget(),
                new DiffTarget(),
                new TextTarget(),
                new ParameterTarget(folder));
    }
}
