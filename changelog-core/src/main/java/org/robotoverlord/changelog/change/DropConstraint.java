package org.robotoverlord.changelog.change;

import java.util.Optional;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/**
 * Drops a constraint, of whatever kind. The columns of a dropped primary key stay as they are: not nullable.
 *
 * <pre>{@code
 * - dropConstraint: {table: users, name: users_email_key}
 * }</pre>
 *
 * @param table the table
 * @param name its name
 */
public record DropConstraint(Name table, String name) implements Change {
    @Override
    public Schema apply(Schema before) {
        Constraints.kindOf(before, table, name, "name");
        ViewObstacles.requireNone(this, before, "dropped", "name");
        Schema after = before.with(table, before.table(table).withoutConstraint(name));
        for (Name referrer : before.referrersOf(table)) {
            after.require(referrer);
        }
        return after;
    }

    @Override
    public Change reverse(Schema before) {
        Table of = before.table(table);
        return switch (Constraints.kindOf(before, table, name, "name")) {
            case PRIMARY_KEY -> new AddPrimaryKey(table, Optional.of(name), of.keyColumns());
            case UNIQUE -> new AddUnique(table, name, of.uniques().get(name));
            case CHECK -> new AddCheck(table, name, of.checks().get(name));
            case FOREIGN_KEY -> new AddForeignKey(table, name, of.foreignKeys().get(name));
            case EXCLUDE -> new AddExclude(table, name, of.excludes().get(name));
        };
    }

    @Override
    public String describe() {
        return "drop constraint " + name + " of " + table;
    }

    @Override
    public String slug() {
        return "drop_" + name;
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
