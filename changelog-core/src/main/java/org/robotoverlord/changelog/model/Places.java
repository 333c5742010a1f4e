package org.robotoverlord.changelog.model;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.problem.Place;
import org.robotoverlord.changelog.schema.Name;

/** Where the things of a schema are written, for whoever tells of them. A source that has no files knows of none. */
@FunctionalInterface
public interface Places {
    /** What tables are called, beside the kinds of other things. */
    String TABLE = "table";

    /** No place is known. */
    Places NONE = (kind, name, part) -> Optional.empty();

    /**
     * Where a thing is written, or the part of it.
     *
     * @param kind {@link #TABLE}, {@code extension}, or what {@link org.robotoverlord.changelog.schema.Kind} calls it
     * @param name what the schema keeps it under
     * @param part keys from the outside in, of a table alone: {@code [columns, email]}; empty for the whole
     */
    Optional<Place> of(String kind, Name name, List<String> part);
}
