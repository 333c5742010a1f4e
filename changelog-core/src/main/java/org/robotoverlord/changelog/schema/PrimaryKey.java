package org.robotoverlord.changelog.schema;

import java.util.List;

/**
 * The columns that tell a table's rows apart.
 *
 * @param name the constraint's name
 * @param columns at least one, in the key's order
 */
public record PrimaryKey(String name, List<String> columns) {
    public PrimaryKey {
        columns = ColumnLists.distinct("a primary key", columns);
    }

    PrimaryKey renameColumn(String from, String to) {
        return new PrimaryKey(name, ColumnLists.rename(columns, from, to));
    }
}
