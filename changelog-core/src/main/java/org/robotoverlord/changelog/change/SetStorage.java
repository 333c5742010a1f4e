package org.robotoverlord.changelog.change;

import java.util.Map;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.StorageParameters;

/**
 * Says how a table is stored: all of its storage parameters, those that stay included.
 *
 * <pre>{@code
 * - setStorage: {table: users, with: {fillfactor: 70}}
 * - setStorage: {table: users}
 * }</pre>
 *
 * @param table the table
 * @param with its storage parameters
 */
public record SetStorage(Name table, Map<String, String> with) implements Change {
    public SetStorage {
        with = StorageParameters.folded(with);
    }

    @Override
    public Schema apply(Schema before) {
        Presence.ofTable(before, table, "table");
        return before.with(table, before.table(table).withStorage(with)).require(table);
    }

    @Override
    public Change reverse(Schema before) {
        return new SetStorage(table, before.table(table).storage());
    }

    @Override
    public String describe() {
        return "set storage parameters of " + table;
    }

    @Override
    public String slug() {
        return "storage_" + table.local();
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
