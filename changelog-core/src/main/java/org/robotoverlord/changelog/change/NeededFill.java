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
 */
public record NeededFill(Name table, String column, boolean exists, Optional<Value> fill) {}
