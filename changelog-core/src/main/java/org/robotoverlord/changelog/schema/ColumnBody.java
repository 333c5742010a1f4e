package org.robotoverlord.changelog.schema;

import java.util.Optional;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.Inline;

/**
 * A column as a table writes it: with the shorthands for what stands on this column alone.
 *
 * @param column the column
 * @param primaryKey whether it is the table's whole key
 * @param unique {@code true}, or the constraint's name
 * @param index {@code true}, or the index's name
 * @param check SQL, or {@code {name, check}}
 * @param references what it points to
 * @param renamedFrom its name before
 */
public record ColumnBody(
        @Inline Column column,
        @Absent("false") boolean primaryKey,
        Optional<Flag> unique,
        Optional<Flag> index,
        Optional<CheckShorthand> check,
        Optional<Reference> references,
        Optional<String> renamedFrom) {
    /** A column without shorthands. */
    public static ColumnBody of(Column column) {
        return new ColumnBody(
                column,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
