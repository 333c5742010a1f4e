package org.robotoverlord.changelog.change;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PrimaryKey;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/**
 * Makes columns the key that tells a table's rows apart; none of them may be nullable.
 *
 * <pre>{@code
 * - addPrimaryKey: {table: members, columns: [team_id, no]}
 * }</pre>
 *
 * @param table the table
 * @param name the constraint's name; absent where it is the derived one
 * @param columns at least one, in the key's order
 */
public record AddPrimaryKey(Name table, Optional<String> name, List<String> columns) implements Change {
    public AddPrimaryKey {
        columns = new PrimaryKey("", columns).columns();
    }

    /** The constraint's name, given or derived. */
    public String keyName() {
        return name.orElse(DerivedName.primaryKey(table));
    }

    @Override
    public Change canonical() {
        return new AddPrimaryKey(table, Optional.of(keyName()), columns);
    }

    @Override
    public Schema apply(Schema before) {
        ViewObstacles.requireNone(this, before, "made", "columns");
        Table of = before.table(table);
        of.primaryKey().ifPresent(key -> {
            throw new Problem(
                    "table '" + table + "' has the primary key '" + key.name() + "' already; drop that one first");
        });
        Constraints.requireNew(before, table, keyName(), "name");
        for (String column : columns) {
            if (Columns.of(before, table, column, "columns").nullable()) {
                throw new Problem("column '" + column
                                + "' of the key is nullable; write a setNullable {nullable: false} before")
                        .about("columns");
            }
        }
        return before.with(table, of.withPrimaryKey(Optional.of(new PrimaryKey(keyName(), columns))))
                .require(table);
    }

    @Override
    public Change reverse(Schema before) {
        return new DropConstraint(table, keyName());
    }

    @Override
    public String describe() {
        return "add primary key " + keyName() + " to " + table;
    }

    @Override
    public String slug() {
        return "add_" + keyName();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
