package org.robotoverlord.changelog.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;
import org.robotoverlord.changelog.problem.Problem;

/**
 * A column of a table, named in one: {@code users.id}, {@code auth.users.id}.
 *
 * @param table the table
 * @param column the column
 */
public record ColumnName(Name table, String column) implements Written {
    public ColumnName {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
    }

    /** Reads {@code users.id} or {@code auth.users.id}. */
    public static ColumnName parse(Scalar scalar) {
        List<String> parts = Name.parts(scalar.text());
        int last = parts.size() - 1;
        if (last == 0) {
            throw new Problem("'" + scalar.text() + "' names no column; write table.column");
        }
        return new ColumnName(Name.ofParts(scalar.text(), parts.subList(0, last)), parts.get(last));
    }

    ColumnName withTable(Name other) {
        return new ColumnName(other, column);
    }

    ColumnName withColumn(String other) {
        return new ColumnName(table, other);
    }

    @Override
    public Optional<Scalar> written() {
        return Optional.of(Scalar.plain(toString()));
    }

    /** The inverse of {@link #parse}. */
    @Override
    public String toString() {
        return table + "." + Name.part(column);
    }
}
