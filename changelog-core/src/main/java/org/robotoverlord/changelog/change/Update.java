package org.robotoverlord.changelog.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.OneOrMany;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Value;

/**
 * Changes rows.
 *
 * <pre>{@code
 * - update: {table: users, set: {role: citizen}, where: role is null, down: none}
 * }</pre>
 *
 * @param table the table
 * @param set at least one: column → value
 * @param where which rows, as SQL; {@code 'true'} for all
 * @param down SQL of the way back, or the word {@code none} where nothing is owed; absent for what can't be taken back otherwise
 * @param once whether it is left out for new databases after a squash
 */
public record Update(
        Name table,
        Map<String, Value> set,
        Expression where,
        @OneOrMany List<String> down,
        @Absent("false") boolean once)
        implements Change {
    public Update {
        if (set.isEmpty()) {
            throw new Problem("update sets no column; write at least one").about("set");
        }
        set = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(set));
        down = Down.copy(down);
    }

    @Override
    public Change mapText(UnaryOperator<String> sql, UnaryOperator<String> literal) {
        Map<String, Value> replaced = new LinkedHashMap<>();
        set.forEach((column, value) -> replaced.put(column, Down.mapText(value, sql, literal)));
        return new Update(
                table,
                replaced,
                Expression.of(sql.apply(where.sql())),
                down.stream().map(sql).toList(),
                once);
    }

    @Override
    public Set<Name> writes(Schema before) {
        return Set.of(before.local(table));
    }

    @Override
    public Schema apply(Schema before) {
        before.table(table);
        set.keySet().forEach(column -> Columns.of(before, table, column, "set", column));
        return before;
    }

    @Override
    public Change reverse(Schema before) {
        return Down.of(down, this);
    }

    @Override
    public String describe() {
        return "update " + table + " where " + where;
    }

    @Override
    public String slug() {
        return "update_" + table.local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
