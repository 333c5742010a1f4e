package org.robotoverlord.changelog.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** The rows of tables in the columns that survive, as text, at one moment. */
public final class HeldRows {
    private final Survivors survivors;
    private final Map<Name, List<String>> rows = new LinkedHashMap<>();

    private HeldRows(Survivors survivors) {
        this.survivors = survivors;
    }

    /**
     * Reads them. What is computed is left out: it may be so from columns that don't survive.
     *
     * @param schema the tables that there are
     * @param survivors which of their columns count
     */
    public static HeldRows of(Database database, Schema schema, Survivors survivors) {
        HeldRows held = new HeldRows(survivors);
        for (Name table : schema.tables().keySet()) {
            List<String> columns = survivors.columns(table).stream()
                    .filter(column ->
                            schema.table(table).column(column).generated().isEmpty())
                    .toList();
            if (!columns.isEmpty()) {
                String list =
                        columns.stream().map(database.dialect()::identifier).collect(Collectors.joining(", "));
                String from = database.dialect().qualified(table, database.home());
                held.rows.put(
                        table,
                        database.texts("select " + list + " from " + from).stream()
                                .map(List::toString)
                                .sorted()
                                .toList());
            }
        }
        return held;
    }

    /** What differs in rows of later, as a person reads it; empty where nothing does. */
    public Optional<String> difference(HeldRows later) {
        return rows.keySet().stream()
                .filter(table -> !rows.get(table).equals(later.rows.get(table)))
                .findFirst()
                .map(table -> "rows of table '" + table
                        + "' aren't what they were before it was taken back and made again. Of "
                        + survivors.columns(table) + ", there was\n  "
                        + first(rows.get(table), later.rows.get(table)) + "\nand there is\n  "
                        + first(later.rows.get(table), rows.get(table)));
    }

    private static String first(List<String> rows, List<String> others) {
        return rows.stream().filter(row -> !others.contains(row)).findFirst().orElse("nothing else");
    }
}
