package org.robotoverlord.changelog.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.robotoverlord.changelog.problem.Problem;

/** What lists of column names have in common. */
final class ColumnLists {
    private ColumnLists() {}

    /** A copy. @throws Problem if the list is empty or names a column twice */
    static List<String> distinct(String owner, List<String> columns) {
        if (columns.isEmpty()) {
            throw new Problem(owner + " has no column; name at least one").about("columns");
        }
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                throw new Problem(owner + " names column '" + column + "' twice; keep one").about("columns");
            }
        }
        return List.copyOf(columns);
    }

    /** The list with a column renamed; the same one where it doesn't hold it. */
    static List<String> rename(List<String> columns, String from, String to) {
        if (!columns.contains(from)) {
            return columns;
        }
        return columns.stream().map(column -> column.equals(from) ? to : column).toList();
    }
}
