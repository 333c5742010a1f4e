package org.robotoverlord.changelog.diff;

import java.util.Optional;
import org.robotoverlord.changelog.schema.Value;

/** Decides what rows that exist get in a column that becomes NOT NULL. */
public interface FillDecisions {
    /** The value; empty where there are no such rows, or, if it isn't required, where nobody says. */
    Optional<Value> fill(FillNeed need);
}
