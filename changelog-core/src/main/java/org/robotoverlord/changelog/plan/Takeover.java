package org.robotoverlord.changelog.plan;

import java.util.List;
import org.robotoverlord.changelog.changelog.ChangelogFile;

/**
 * That a database ran all of what a squash replaces, so that the squash counts as run: its row takes the place of theirs. A changelog
 * that moved up the line is one too, in the place of itself.
 *
 * @param squash the squash, or what moved
 * @param replaced the rows of what it replaces, oldest first; at least one
 */
public record Takeover(ChangelogFile squash, List<AppliedRow> replaced) {
    public Takeover {
        replaced = List.copyOf(replaced);
    }

    /** Whether it is the same changelog under another name. */
    public boolean isMove() {
        return squash.replaces().isEmpty();
    }

    /** What is done, in a line for a person. */
    public String told() {
        if (isMove()) {
            return "Renamed " + last().id() + " to " + squash.id() + " in the migration table, as it was rebased";
        }
        int many = squash.replaces().size();
        return squash.id() + " counts as run: its row took the place of "
                + (many == 1 ? "that of the changelog" : "those of the " + many + " changelogs") + " that it replaces";
    }

    /** The row that becomes the squash's: that of the newest, which says when the database was where the squash leads. */
    public AppliedRow last() {
        return replaced.get(replaced.size() - 1);
    }

    /** The rows that go. */
    public List<AppliedRow> others() {
        return replaced.subList(0, replaced.size() - 1);
    }

    /** The squash's row, as it will be. */
    public AppliedRow row() {
        AppliedRow last = last();
        return new AppliedRow(
                last.app(),
                squash.id().toString(),
                squash.id().number(),
                squash.checksum(),
                squash.hash(),
                last.appliedAt(),
                last.appliedBy(),
                replaced.stream().mapToLong(AppliedRow::durationMs).sum(),
                last.toolVersion(),
                last.stepsTotal(),
                last.stepsDone());
    }
}
