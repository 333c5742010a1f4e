package org.robotoverlord.changelog.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.changelog.ChangelogId;

/**
 * Changelogs that were applied, and written anew since, as a rebase does where the order matters: a pending file has the time and the
 * name of the last of them, or that of several is still there, but means something else. They can be taken back only with their files as they were.
 *
 * @param rows those that were applied, oldest first
 * @param file what is in their place
 * @param below the number of what is applied before them; 0 where nothing is
 */
public record Rewritten(List<AppliedRow> rows, ChangelogFile file, long below) {
    private static final String PLACE = "target/as-applied";

    public Rewritten {
        rows = List.copyOf(rows);
    }

    /** Finds them. @param entries oldest first */
    static List<Rewritten> among(List<Standing.Entry> entries) {
        List<ChangelogFile> pending = entries.stream()
                .filter(entry -> entry.state() == State.PENDING)
                .flatMap(entry -> entry.file().stream())
                .toList();
        List<Rewritten> found = new ArrayList<>();
        List<AppliedRow> rows = new ArrayList<>();
        long below = 0;
        boolean cameIn = false;
        for (Standing.Entry entry : entries) {
            if (entry.state() == State.UNKNOWN) {
                rows.add(entry.row().orElseThrow());
                Optional<ChangelogFile> file = file(entry.row().orElseThrow(), pending);
                if (file.isPresent()) {
                    found.add(new Rewritten(rows, file.get(), below));
                    rows.clear();
                }
            } else if (entry.state() == State.CHANGED && cameIn && !rows.isEmpty()) {
                // Several became one, and its number was high enough to stay.
                rows.add(entry.row().orElseThrow());
                found.add(new Rewritten(rows, entry.file().orElseThrow(), below));
                rows.clear();
            } else if (entry.row().isEmpty()) {
                cameIn = true;
            } else {
                cameIn = false;
                below = entry.number();
                rows.clear();
            }
        }
        return found;
    }

    private static Optional<ChangelogFile> file(AppliedRow row, List<ChangelogFile> pending) {
        return ChangelogId.parse(row.id())
                .flatMap(was -> pending.stream()
                        .filter(file -> file.id().time().equals(was.time())
                                && file.id().name().equals(was.name()))
                        .filter(file -> !file.checksum().equals(row.checksum()))
                        .findFirst());
    }

    /** Whether a row is one of them. */
    public boolean has(AppliedRow row) {
        return rows.contains(row);
    }

    /** What is the matter, and the commands that mend it. */
    public String told() {
        AppliedRow last = last();
        return (rows.size() == 1 ? "changelog " : "changelogs ")
                + rows.stream().map(row -> "'" + row.id() + "'").collect(Collectors.joining(", "))
                + (rows.size() == 1 ? " was" : " were") + " applied to this database by " + last.appliedBy() + " at "
                + last.appliedAt() + ", and written anew since: by its time and name, '" + file.id()
                + "' is what robot:rebase made of it, and that can't follow what is applied. Take back what was applied, with"
                + " the files as they were, and apply what is here:" + commands()
                + "\nWhere this database's rows don't matter, mvn robot:clean and mvn robot:upgrade do.";
    }

    private String commands() {
        int slash = file.path().lastIndexOf('/');
        String folder = file.path().substring(0, Math.max(slash, 0));
        if (folder.isEmpty() || isAbsolute(folder)) {
            return "\n  check out elsewhere the commit that has '" + last().id()
                    + "', and there: mvn robot:downgrade -Dversion=" + below + "\n  mvn robot:upgrade";
        }
        int above = folder.lastIndexOf('/');
        String location = above < 0 ? PLACE : PLACE + "/" + folder.substring(0, above);
        return "\n  mkdir -p " + PLACE + "\n  git archive $(git log --all -1 --diff-filter="
                + (isOfTheSameName() ? "A" : "AM") + " --format=%h -- " + folder
                + "/" + last().id() + ChangelogId.SUFFIX + ") " + folder + " | tar -x -C " + PLACE
                + "\n  mvn robot:downgrade -Dversion=" + below + " -Drobot.location=" + location
                + "\n  mvn robot:upgrade";
    }

    private static boolean isAbsolute(String folder) {
        return folder.startsWith("/") || folder.indexOf(':') >= 0;
    }

    /** Then what the file was is what was added, and what was written last is what it is now. */
    private boolean isOfTheSameName() {
        return last().id().equals(file.id().toString());
    }

    private AppliedRow last() {
        return rows.get(rows.size() - 1);
    }
}
