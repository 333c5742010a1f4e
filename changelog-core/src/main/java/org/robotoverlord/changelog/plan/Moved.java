package org.robotoverlord.changelog.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.changelog.ChangelogFile;

/** Finds the file of a changelog that was applied when it had another name: it means the same, by its checksum. */
public final class Moved {
    private Moved() {}

    /**
     * The file that a row is of.
     *
     * @param row of which no file has the name
     * @param files of which no row has the name
     * @return the only one that means the same; of several, that of its name, or else of its number
     */
    public static Optional<ChangelogFile> file(AppliedRow row, List<ChangelogFile> files) {
        List<ChangelogFile> same = files.stream()
                .filter(file -> file.checksum().equals(row.checksum()))
                .toList();
        if (same.size() == 1) {
            return same.stream().findFirst();
        }
        List<ChangelogFile> named = same.stream()
                .filter(file -> name(file.id().toString()).equals(name(row.id())))
                .toList();
        return named.size() == 1
                ? named.stream().findFirst()
                : same.stream()
                        .filter(file -> file.id().number() == row.number())
                        .findFirst();
    }

    private static String name(String id) {
        return id.replaceFirst("^\\d+_\\d+_", "");
    }

    /**
     * The rows of changelogs that went further up the line, as a rebase does, and which follow by themselves. A file of a name that
     * isn't further up is somebody's doing, and left to be repaired.
     */
    static List<Takeover> among(List<ChangelogFile> files, Map<String, AppliedRow> rows) {
        Set<String> known = new HashSet<>();
        files.forEach(file -> known.add(file.id().toString()));
        if (known.containsAll(rows.keySet())) {
            return List.of();
        }
        files.forEach(file -> known.addAll(file.replaces()));
        List<ChangelogFile> open = files.stream()
                .filter(file -> !rows.containsKey(file.id().toString()))
                .filter(file -> file.replaces().isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        List<Takeover> moved = new ArrayList<>();
        for (AppliedRow row : rows.values()) {
            if (!known.contains(row.id())) {
                file(row, above(row, open)).ifPresent(file -> {
                    open.remove(file);
                    moved.add(new Takeover(file, List.of(row)));
                });
            }
        }
        return moved;
    }

    private static List<ChangelogFile> above(AppliedRow row, List<ChangelogFile> files) {
        return files.stream().filter(file -> file.id().number() > row.number()).toList();
    }
}
