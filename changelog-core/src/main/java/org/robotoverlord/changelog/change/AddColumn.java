package org.robotoverlord.changelog.change;

import java.util.Optional;
import java.util.stream.Stream;
import org.robotoverlord.changelog.form.Named;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

/**
 * Adds a column at the end of a table.
 *
 * <pre>{@code
 * - addColumn: {table: users, column: {verified_at: timestamptz}}
 * - addColumn: {table: users, column: {verified: {type: boolean, nullable: false}}, fill: false}
 * }</pre>
 *
 * @param table the table
 * @param column its name and what it is, without the shorthands
 * @param fill what the rows that exist get, where the column isn't nullable and fills itself by no default
 */
public record AddColumn(Name table, Named<Column> column, Optional<Value> fill) implements Change {
    public AddColumn {
        fill = fill.filter(value -> !value.equals(Value.NULL));
    }

    /** Adds a column of that name. */
    public static AddColumn of(Name table, String name, Column column, Optional<Value> fill) {
        return new AddColumn(table, new Named<>(name, column), fill);
    }

    /** The column's name. */
    public String columnName() {
        return column.name();
    }

    /** Whether rows that exist would be left without a value that the column needs. */
    @Override
    public Optional<NeededFill> neededFill(Schema before) {
        ColumnType type = column.body().type();
        boolean required = !column.body().nullable() || Domains.isRequired(before, type);
        boolean needed = required && !column.body().fillsItself() && !Domains.fillsItself(before, type);
        return needed ? Optional.of(NeededFill.of(table, column.name(), false, fill)) : Optional.empty();
    }

    @Override
    public Schema apply(Schema before) {
        Table of = before.table(table);
        if (of.columns().containsKey(column.name())) {
            throw new Problem("table '" + table + "' has a column '" + column.name()
                            + "' already; take another name, or change that one")
                    .about("column");
        }
        ViewObstacles.requireNone(this, before, "added", "column");
        PolicyObstacles.requireNone(this, before, "added", "column");
        Columns.requireFit(before, column.body().type(), fill);
        try {
            return before.with(table, of.with(column.name(), column.body())).require(table);
        } catch (Problem problem) {
            throw problem.relocate(path -> path.isEmpty() || !path.get(0).equals("columns")
                    ? path
                    : Stream.concat(Stream.of("column"), path.stream().skip(1)).toList());
        }
    }

    @Override
    public Change reverse(Schema before) {
        return new DropColumn(table, column.name(), fill);
    }

    @Override
    public String describe() {
        return "add column " + table + "." + column.name();
    }

    @Override
    public String slug() {
        return "add_" + table.local() + "_" + column.name();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
