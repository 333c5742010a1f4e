package org.robotoverlord.changelog.changelog;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.change.Change;

/**
 * The keys of a changelog's file.
 *
 * @param description what and why
 * @param parent the id it comes after
 * @param changes what happens, in order
 * @param replaces the ids that it stands in for
 */
public record Document(
        Optional<String> description, Optional<String> parent, List<Change> changes, List<String> replaces) {
    public Document {
        changes = List.copyOf(changes);
        replaces = List.copyOf(replaces);
    }
}
