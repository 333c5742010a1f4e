package org.robotoverlord.changelog.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * A package of types and functions that the database brings: {@code citext}.
 *
 * @param schema where its things lie; empty for the app's own schema
 * @param version which one; empty for the database's newest
 */
public record Extension(Optional<String> schema, Optional<String> version) {
    /** As the database has it. */
    public static final Extension PLAIN = new Extension(Optional.empty(), Optional.empty());

    public Extension {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(version, "version");
    }
}
