package org.robotoverlord.changelog.schema;

import java.util.Set;

/**
 * What a schema takes as given: where names without a schema lie, and what the database is.
 *
 * @param home the app's own schema ({@code public} in PostgreSQL)
 * @param builtInTypes types beside the portable ones that are read by their own name, in lower case
 * @param dialects what the database's dialect is called in changelogs: SQL that is kept for others makes nothing there
 */
public record Setting(String home, Set<String> builtInTypes, Set<String> dialects) {
    public Setting {
        builtInTypes = Set.copyOf(builtInTypes);
        dialects = Set.copyOf(dialects);
    }

    /** Where it doesn't matter what the database is. */
    public Setting(String home, Set<String> builtInTypes) {
        this(home, builtInTypes, Set.of());
    }
}
