package org.robotoverlord.changelog;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.changelog.Changelog;
import org.robotoverlord.changelog.changelog.ChangelogId;
import org.robotoverlord.changelog.history.Fork;
import org.robotoverlord.changelog.history.Forks;
import org.robotoverlord.changelog.problem.Problem;

/** Finds where a line belongs whose parent isn't there, or that comes after itself. */
final class Detached {
    private final List<Changelog> moving;
    private final List<Changelog> line;

    /** @throws Problem where there is nothing that it could come after */
    Detached(Fork fork) {
        this.moving = fork.lines().get(fork.lines().size() - 1);
        this.line = fork.lines().size() == 1 ? List.of() : inLine(fork.lines().get(0));
        if (line.isEmpty()) {
            throw new Problem("there is nothing that '" + moving.get(0).id()
                    + "' could be put after; bring the file of its parent back, or take its 'parent' out");
        }
    }

    /** Those that come after each other from the first on. */
    private static List<Changelog> inLine(List<Changelog> some) {
        Set<Changelog> detached = new HashSet<>();
        for (Fork fork : Forks.of(some)) {
            detached.addAll(fork.lines().get(fork.lines().size() - 1));
        }
        return some.stream()
                .filter(changelog -> !detached.contains(changelog))
                .sorted(Comparator.comparing(Changelog::id))
                .toList();
    }

    List<Changelog> moving() {
        return moving;
    }

    /** What it was made after: its parent may have got another number meanwhile. All where that isn't known. */
    List<Changelog> before() {
        return line.subList(0, under());
    }

    /** What came in meanwhile. */
    List<Changelog> first() {
        return line.subList(under(), line.size());
    }

    private int under() {
        Optional<ChangelogId> parent = moving.get(0).parent().flatMap(ChangelogId::parse);
        for (int i = 0; i < line.size(); i++) {
            ChangelogId id = line.get(i).id();
            if (parent.filter(was -> was.time().equals(id.time()) && was.name().equals(id.name()))
                    .isPresent()) {
                return i + 1;
            }
        }
        return line.size();
    }
}
