package org.robotoverlord.changelog.plan;

import java.time.Instant;
import org.robotoverlord.changelog.changelog.ChangelogFile;

/**
 * A row of the migration table: that a changelog was applied to this database.
 *
 * @param app the app
 * @param id the changelog's id
 * @param number its number
 * @param checksum of what it meant then
 * @param fileHash of the bytes it was written in then
 * @param appliedAt when
 * @param appliedBy who ran it
 * @param durationMs how long it took, in milliseconds
 * @param toolVersion the version of this tool
 * @param stepsTotal how many steps it has
 * @param stepsDone how many are done; less than the total where it was interrupted, and below zero where it was being taken back:
 *     then it is how many are still to do, negated
 */
public record AppliedRow(
        String app,
        String id,
        long number,
        String checksum,
        String fileHash,
        Instant appliedAt,
        String appliedBy,
        long durationMs,
        String toolVersion,
        int stepsTotal,
        int stepsDone) {
    /** What a row will say of a changelog, as far as that is known beforehand. */
    static AppliedRow foreseen(ChangelogFile file) {
        return new AppliedRow(
                "",
                file.id().toString(),
                file.id().number(),
                file.checksum(),
                file.hash(),
                Instant.EPOCH,
                "",
                0,
                "",
                1,
                1);
    }

    /** Whether a run ended within it. */
    public boolean isInterrupted() {
        return stepsDone < stepsTotal;
    }

    /** Whether the run that ended within it was taking it back. */
    public boolean isBeingTakenBack() {
        return stepsDone < 0;
    }
}
