package org.robotoverlord.changelog.change;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.OneOrMany;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Deletes rows.
 *
 * <pre>{@code
 * - delete: {table: users, where: role = 'bot', down: none}
 * }</pre>
 *
 * @param table the table
 * @param where which rows, as SQL; {@code 'true'} for all
 * @param down SQL of the way back, or the word {@code none} where nothing is owed; absent for what can't be taken back otherwise
 * @param once whether it is left out for new databases after a squash
 */
public record Delete(
        Name table,
        Expression where,
        @OneOrMany List<String> down,
        @Absent("false") boolean once) implements Change {
    public Delete {
        down = Down.copy(down);
    }

    @Override
    public Change mapText(UnaryOperator<String> sql, UnaryOperator<String> literal) {
        return new Delete(
                table,
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
        return before;
    }

    @Override
    public Change reverse(Schema before) {
        return Down.of(down, this);
    }

    @Override
    public String describe() {
        return "delete from " + table + " where " + where;
    }

    @Override
    public String slug() {
        return "delete_" + table.local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
