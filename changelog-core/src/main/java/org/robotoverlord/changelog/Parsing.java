package org.robotoverlord.changelog;

import java.util.ArrayList;
import java.util.List;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;

/** Parses files, and tells what is wrong with any of them at once. */
final class Parsing {
    private Parsing() {}

    static List<Changelog> all(List<ChangelogFile> files) {
        List<Changelog> read = new ArrayList<>();
        List<Problem> found = new ArrayList<>();
        for (ChangelogFile file : files) {
            try {
                read.add(file.read());
            } catch (Problem broken) {
                found.addAll(Problems.of(broken));
            }
        }
        Problems.throwIfAny(found);
        return read;
    }
}
