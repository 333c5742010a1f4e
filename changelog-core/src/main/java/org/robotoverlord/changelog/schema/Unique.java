package org.robotoverlord.changelog.schema;

import java.util.List;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.Bare;

/**
 * That no two rows agree in all of the columns: {@code [team_id, email]} or {@code {columns, nullsNotDistinct, deferrable}}.
 *
 * @param columns at least one; their order counts
 * @param nullsNotDistinct whether two NULLs are equal here
 * @param deferrable when it is checked
 */
public record Unique(
        @Bare List<String> columns,
        @Absent("false") boolean nullsNotDistinct,
        @Absent("false") Deferrable deferrable) {
    public Unique {
        columns = ColumnLists.distinct("a unique constraint", columns);
    }

    /** Over the columns, and no more. */
    public static Unique of(List<String> columns) {
        return new Unique(columns, false, Deferrable.NO);
    }

    Unique renameColumn(String from, String to) {
        return columns.contains(from)
                ? new Unique(ColumnLists.rename(columns, from, to), nullsNotDistinct, deferrable)
                : this;
    }
}
