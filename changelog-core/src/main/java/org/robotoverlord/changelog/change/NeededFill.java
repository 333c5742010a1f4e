package org.robotoverlord.changelog.change;

import java.util.Optional;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Value;

/**
 * A column that becomes NOT NULL, and what rows that exist get.
 *
 * @param table its table
 * @param column the column
 * @param exists whether the column is there already, so that only rows with NULL need a value; else every row does
 * @param fill the value, given or the column's default; empty where there is none, so that there must be no such row
 * @param domain the domain whose change makes it so, which takes no fill; empty where the column's own change does
 */
public record NeededFill(Name table, String column, boolean exists, Optional<Value> fill, Optional<Name> domain) {
    /** One that the column's own change needs. */
    public static NeededFill of(Name table, String column, boolean exists, Optional<Value> fill) {
        return new NeededFill(table, column, exists, fill, Optional.empty());
    }
}
