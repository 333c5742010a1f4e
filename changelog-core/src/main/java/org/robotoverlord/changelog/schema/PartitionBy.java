package org.robotoverlord.changelog.schema;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.robotoverlord.changelog.problem.Problem;

/**
 * What tells which partition of a table a row lies in: {@code {range: [at]}}. Exactly one way has columns.
 *
 * @param range in one way, the columns whose values are told apart by where they lie between bounds
 * @param list in one way, the one column whose values are listed
 * @param hash in one way, the columns whose values are spread evenly
 */
public record PartitionBy(List<String> range, List<String> list, List<String> hash) {
    /** How rows are told apart. */
    public enum Way {
        RANGE,
        LIST,
        HASH
    }

    public PartitionBy {
        range = List.copyOf(range);
        list = List.copyOf(list);
        hash = List.copyOf(hash);
        if (Stream.of(range, list, hash).filter(columns -> !columns.isEmpty()).count() != 1) {
            throw new Problem("partitionBy takes exactly one of range, list and hash, with columns; write range: [at],"
                    + " or what is meant");
        }
        if (list.size() > 1) {
            throw new Problem("partitionBy: list takes one column; take range or hash for several").about("list");
        }
        for (List<String> columns : List.of(range, hash)) {
            if (new HashSet<>(columns).size() < columns.size()) {
                throw new Problem("partitionBy names a column twice; keep one")
                        .about(columns == range ? "range" : "hash");
            }
        }
    }

    static PartitionBy of(Way way, List<String> columns) {
        return new PartitionBy(
                way == Way.RANGE ? columns : List.of(),
                way == Way.LIST ? columns : List.of(),
                way == Way.HASH ? columns : List.of());
    }

    public Way way() {
        return !range.isEmpty() ? Way.RANGE : !list.isEmpty() ? Way.LIST : Way.HASH;
    }

    /** The columns of the key, in order. */
    public List<String> columns() {
        return Stream.of(range, list, hash).flatMap(List::stream).toList();
    }

    PartitionBy renameColumn(String from, String to) {
        return of(way(), ColumnLists.rename(columns(), from, to));
    }
}
