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
        return distinct(owner + " names", "columns", columns);
    }

    /**
     * A copy.
     *
     * @param does the begin of the sentence: {@code a foreign key points to}
     * @param key where the list is written
     * @throws Problem if the list names a column twice
     */
    static List<String> distinct(String does, String key, List<String> columns) {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                throw new Problem(does + " column '" + column + "' twice; keep one").about(key);
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
