package org.robotoverlord.changelog.schema;

import java.util.Set;

/**
 * What a schema takes as given: where names without a schema lie, and which types the database brings.
 *
 * @param home the app's own schema ({@code public} in PostgreSQL)
 * @param builtInTypes types beside the portable ones that are read by their own name, in lower case
 */
public record Setting(String home, Set<String> builtInTypes) {
    public Setting {
        builtInTypes = Set.copyOf(builtInTypes);
    }
}
