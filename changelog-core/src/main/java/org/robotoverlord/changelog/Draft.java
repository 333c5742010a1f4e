package org.robotoverlord.changelog;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.changelog.ChangelogId;

/**
 * The next changelog, before it is written.
 *
 * @param id what it will be called
 * @param text its file's text
 * @param changes what it does, in order; none in one that is to be filled in by hand
 * @param warnings what the user should know, none of it a reason to stop
 */
public record Draft(ChangelogId id, String text, List<DraftedChange> changes, List<String> warnings) {
    public Draft {
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
    }

    /**
     * A change that a draft holds.
     *
     * @param description one plain line
     * @param loses what data it loses or may lose, as the end of "loses …"; empty where it loses none
     */
    public record DraftedChange(String description, Optional<String> loses) {}
}
