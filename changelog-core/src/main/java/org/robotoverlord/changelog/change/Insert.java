package org.robotoverlord.changelog.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.OneOrMany;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Value;

/**
 * Adds rows. It is taken back by their primary key.
 *
 * <pre>{@code
 * - insert:
 *     table: roles
 *     rows:
 *       - {id: 1, name: citizen}
 *       - {id: 2, name: overlord, since: {sql: now()}}
 * }</pre>
 *
 * @param table the table
 * @param rows at least one: column → value, a mapping a row
 * @param down SQL of the way back, or the word {@code none} where nothing is owed; absent for what can't be taken back otherwise
 * @param once whether it is left out for new databases after a squash
 */
public record Insert(
        Name table,
        List<Map<String, Value>> rows,
        @OneOrMany List<String> down,
        @Absent("false") boolean once) implements Change {
    public Insert {
        if (rows.isEmpty()) {
            throw new Problem("insert has no row; write at least one").about("rows");
        }
        rows = rows.stream()
                .map(row -> java.util.Collections.unmodifiableMap(new LinkedHashMap<>(row)))
                .toList();
        down = Down.copy(down);
    }

    /** In the way back alone: a row's values are data. */
    @Override
    public Change mapText(UnaryOperator<String> sql, UnaryOperator<String> literal) {
        return new Insert(table, rows, down.stream().map(sql).toList(), once);
    }

    @Override
    public Set<Name> writes(Schema before) {
        return Set.of(before.local(table));
    }

    @Override
    public Schema apply(Schema before) {
        for (int i = 0; i < rows.size(); i++) {
            for (String column : rows.get(i).keySet()) {
                Columns.of(before, table, column, "rows", String.valueOf(i), column);
            }
        }
        before.table(table);
        return before;
    }

    @Override
    public Change reverse(Schema before) {
        if (!down.isEmpty()) {
            return Down.of(down, this);
        }
        List<String> key = before.table(table).keyColumns();
        boolean told = !key.isEmpty()
                && rows.stream()
                        .allMatch(row -> key.stream().allMatch(column -> row.get(column) instanceof Value.Literal));
        if (!told) {
            throw new Irreversible("rows inserted into '" + table
                    + "' don't give their primary key and can't be taken back by it; give it, or write a down");
        }
        return new Uninsert(this);
    }

    @Override
    public String describe() {
        return "insert " + rows.size() + (rows.size() == 1 ? " row" : " rows") + " into " + table;
    }

    @Override
    public String slug() {
        return "insert_" + table.local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
