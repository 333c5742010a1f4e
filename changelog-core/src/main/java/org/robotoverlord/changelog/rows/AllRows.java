package org.robotoverlord.changelog.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** All rows of tables, as text, as one way made them. */
public final class AllRows {
    private final Map<Name, Columns> tables = new LinkedHashMap<>();

    /**
     * What a table holds.
     *
     * @param names its columns
     * @param rows a list of values for each row
     */
    private record Columns(List<String> names, List<List<String>> rows) {
        /** The values of some columns, row by row, in an order that doesn't depend on how they were written. */
        List<String> of(Predicate<String> wanted) {
            return rows.stream()
                    .map(row -> {
                        List<String> values = new ArrayList<>();
                        for (int i = 0; i < names.size(); i++) {
                            if (wanted.test(names.get(i))) {
                                values.add(row.get(i));
                            }
                        }
                        return values.toString();
                    })
                    .sorted()
                    .toList();
        }
    }

    /**
     * Reads them.
     *
     * @param include which of the schema's tables
     */
    public static AllRows of(Database database, Schema schema, Predicate<Name> include) {
        AllRows all = new AllRows();
        schema.tables().forEach((name, table) -> {
            if (include.test(name)) {
                List<String> names = List.copyOf(table.columns().keySet());
                String list = names.stream().map(database.dialect()::identifier).collect(Collectors.joining(", "));
                all.tables.put(
                        name,
                        new Columns(
                                names,
                                database.texts("select " + list + " from "
                                        + database.dialect().qualified(name, database.home()))));
            }
        });
        return all;
    }

    /** How many there are. */
    public long count() {
        return tables.values().stream().mapToLong(table -> table.rows().size()).sum();
    }

    /** The columns, as {@code table.column}, that hold something else in others made the same way: the time, or chance. */
    public Set<String> unsteady(AllRows again) {
        Set<String> unsteady = new LinkedHashSet<>();
        tables.forEach((name, table) -> {
            for (String column : table.names()) {
                if (!table.of(column::equals).equals(again.tables.get(name).of(column::equals))) {
                    unsteady.add(name + "." + column);
                }
            }
        });
        return unsteady;
    }

    /**
     * What differs in others, as a person reads it; empty where nothing does.
     *
     * @param except columns that aren't compared
     */
    public Optional<String> difference(AllRows other, Set<String> except) {
        for (Map.Entry<Name, Columns> each : tables.entrySet()) {
            Predicate<String> compared = column -> !except.contains(each.getKey() + "." + column);
            List<String> here = each.getValue().of(compared);
            List<String> there = other.tables.get(each.getKey()).of(compared);
            if (!here.equals(there)) {
                return Optional.of("the rows of table '" + each.getKey() + "', of "
                        + each.getValue().names().stream().filter(compared).toList() + ":\n  "
                        + first(here, there) + "\ninstead of\n  " + first(there, here));
            }
        }
        return Optional.empty();
    }

    private static String first(List<String> rows, List<String> others) {
        List<String> left = new ArrayList<>(rows);
        others.forEach(left::remove);
        return left.isEmpty() ? "nothing" : left.get(0);
    }
}
