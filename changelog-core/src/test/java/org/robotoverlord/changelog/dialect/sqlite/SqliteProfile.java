package org.robotoverlord.changelog.dialect.sqlite;

import java.util.EnumSet;
import java.util.Optional;
import org.robotoverlord.changelog.dialect.Profile;
import org.robotoverlord.changelog.dialect.Profile.Has;

/** What of the grammar SQLite has. */
public final class SqliteProfile {
    private SqliteProfile() {}

    public static Profile profile() {
        return new Profile(
                EnumSet.of(
                        Has.ENUMS,
                        Has.DEFERRED_KEYS,
                        Has.PARTIAL_INDEXES,
                        Has.EXPRESSION_INDEXES,
                        Has.COMMENTS,
                        Has.VIEWS),
                column -> column.withCollation(Optional.empty()));
    }
}
