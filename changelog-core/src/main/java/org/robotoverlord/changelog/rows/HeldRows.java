package org.robotoverlord.changelog.rows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.run.Database;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/** The rows of tables in the columns that survive, as text, at one moment. */
public final class HeldRows {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

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
                                .map(row -> compared(row, columns, schema, schema.table(table)))
                                .sorted()
                                .toList());
            }
        }
        return held;
    }

    /** A row as a text that equal rows share: a number that was held with more digits than it needs is no other number. */
    private static String compared(List<String> row, List<String> columns, Schema schema, Table table) {
        List<String> values = new ArrayList<>(row);
        for (int i = 0; i < values.size(); i++) {
            ColumnType type = Domains.base(schema, table.column(columns.get(i)).type());
            boolean number = type.is(PortableType.DECIMAL) && !type.array() && values.get(i) != null;
            if (number && NUMBER.matcher(values.get(i)).matches()) {
                values.set(i, new BigDecimal(values.get(i)).stripTrailingZeros().toPlainString());
            }
        }
        return values.toString();
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
