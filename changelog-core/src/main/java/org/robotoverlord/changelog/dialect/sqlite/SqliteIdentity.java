package org.robotoverlord.changelog.dialect.sqlite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.Table;

/**
 * Numbered columns, of which SQLite has one kind: {@code integer primary key autoincrement}.
 *
 * @see <a href="https://www.sqlite.org/autoinc.html">SQLite Autoincrement</a>
 */
final class SqliteIdentity {
    private SqliteIdentity() {}

    /**
     * The numbered column of a table.
     *
     * @throws Unsupported if it isn't the primary key
     */
    static Optional<String> of(Table table) {
        for (Map.Entry<String, Column> column : table.columns().entrySet()) {
            if (column.getValue().identity().isPresent()) {
                if (!table.keyColumns().equals(List.of(column.getKey()))) {
                    throw new Unsupported("SQLite numbers only the column that is the primary key, and '"
                            + column.getKey() + "' isn't that alone; make it the primary key, or leave 'identity' out");
                }
                return Optional.of(column.getKey());
            }
        }
        return Optional.empty();
    }

    /** @throws Unsupported if it says more than that the column is numbered */
    static void require(Identity identity) {
        if (identity.always()) {
            throw new Unsupported(
                    "SQLite takes a value of one's own for every numbered column; write identity: true, not always");
        }
        if (!identity.equals(Identity.simple(false))) {
            throw new Unsupported("SQLite numbers rows from 1 on, one by one; write identity: true and no more");
        }
    }
}
