package org.robotoverlord.changelog;

import java.time.Instant;
import java.util.Optional;
import org.robotoverlord.changelog.plan.State;

/**
 * A changelog as {@code robot:history} shows it.
 *
 * @param app the app it belongs to
 * @param number its number
 * @param id its id
 * @param state how it stands with the database
 * @param appliedAt when it was applied
 * @param appliedBy who applied it
 * @param durationMs how long that took, in milliseconds
 * @param description what and why; of one whose file isn't here, what it was written anew as, if so
 * @param parent the id it comes after
 * @param conflict where the changelogs make no line and it is part of that: how it stands there, in a few words
 */
public record HistoryEntry(
        String app,
        long number,
        String id,
        State state,
        Optional<Instant> appliedAt,
        Optional<String> appliedBy,
        Optional<Long> durationMs,
        Optional<String> description,
        Optional<String> parent,
        Optional<String> conflict) {}
