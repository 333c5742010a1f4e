package org.robotoverlord.changelog.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

/** What the changes of columns have in common. */
final class Columns {
    private Columns() {}

    /** @throws Problem if the table or the column isn't there */
    static Column of(Schema before, Name table, String column) {
        return of(before, table, column, new String[] {"column"});
    }

    /**
     * @param path where the change's mapping holds the column's name
     * @throws Problem if the table or the column isn't there
     */
    static Column of(Schema before, Name table, String column, String... path) {
        Table of = before.table(table);
        return Optional.ofNullable(of.columns().get(column))
                .orElseThrow(() -> new Problem("table '" + table + "' has no column '" + column + "'"
                                + Suggestion.of(column, of.columns().keySet()) + "; it has "
                                + of.columns().keySet())
                        .about(path));
    }

    /** The schema with a column changed, once it is sure that the table holds together. */
    static Schema replace(Schema before, Name table, String column, Column changed) {
        return before.with(table, before.table(table).with(column, changed)).require(table);
    }

    /** @throws Problem if a key, constraint, index, generated column or foreign key from elsewhere stands on the column */
    static void requireFree(Schema before, Name table, String column, String verb) {
        List<String> dependents = new ArrayList<>(before.table(table).dependentsOf(column));
        Name key = before.local(table);
        for (Name referrer : before.referrersOf(table)) {
            before.table(referrer).foreignKeys().forEach((name, foreign) -> {
                if (pointsTo(foreign, key, column)) {
                    dependents.add("foreign key '" + name + "' of '" + referrer + "'");
                }
            });
        }
        if (!dependents.isEmpty()) {
            throw new Problem("column '" + column + "' of '" + table + "' can't be " + verb + ": "
                            + String.join(", ", dependents)
                            + (dependents.size() == 1
                                    ? " stands on it; drop it first"
                                    : " stand on it; drop them first"))
                    .about("column");
        }
    }

    /** @throws Problem if a fill is no value of the type */
    static void requireFit(Schema before, ColumnType type, Optional<Value> fill) {
        try {
            Column.of(Domains.base(before, type)).withDefault(fill);
        } catch (Problem misfit) {
            throw new Problem("fill " + misfit.text()).about("fill");
        }
        if (fill.orElse(Value.NULL) instanceof Value.Literal literal) {
            Domains.values(before, type).ifPresent(values -> {
                if (!values.contains(literal.text())) {
                    throw new Problem("fill '" + literal.text() + "' is no value of enum '" + type + "'"
                                    + Suggestion.of(literal.text(), values) + "; it has " + values)
                            .about("fill");
                }
            });
        }
    }

    private static boolean pointsTo(ForeignKey foreign, Name table, String column) {
        return foreign.references().equals(table) && foreign.to().contains(column);
    }
}
