package org.robotoverlord.changelog.dialect.sqlite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/**
 * Numbered columns, of which SQLite has one kind: {@code integer primary key autoincrement}.
 *
 * @see <a href="https://www.sqlite.org/autoinc.html">SQLite Autoincrement</a>
 */
final class SqliteIdentity {
    private SqliteIdentity() {}

    /** The column that SQLite numbers for a table: the one that is the primary key alone. */
    static Optional<String> of(Table table) {
        return table.keyColumns().stream()
                .filter(column -> table.keyColumns().size() == 1
                        && table.column(column).identity().isPresent())
                .findFirst();
    }

    /** Whether a table says that a column is numbered. */
    static boolean isSaid(Table table, String column) {
        Column is = table.columns().get(column);
        return is != null && is.identity().isPresent();
    }

    /** The table as SQLite can have it for a while: a column that is to be numbered without a key is a plain one until it has it. */
    static Table forNow(Table table) {
        Table plain = table;
        for (Map.Entry<String, Column> column : table.columns().entrySet()) {
            plain = isStray(table, column)
                    ? plain.with(
                            column.getKey(),
                            column.getValue().withIdentity(Optional.empty()).withNullable(true))
                    : plain;
        }
        return plain;
    }

    /** @throws Unsupported if a table numbers a column that isn't its primary key, and no later change of the changelog mends that */
    static void requireKey(Name table, Moment moment) {
        Schema schema = moment.after();
        Name name = schema.local(table);
        Optional<String> stray = stray(schema, name);
        for (Change later : moment.later()) {
            if (stray.isEmpty()) {
                return;
            }
            if (later instanceof RenameTable rename
                    && schema.local(rename.from()).equals(name)) {
                name = schema.local(rename.to());
            }
            schema = later.apply(schema);
            stray = stray(schema, name);
        }
        stray.ifPresent(column -> {
            throw new Unsupported("SQLite numbers only the column that is the primary key, and '" + column
                    + "' isn't that alone; make it the primary key, or leave 'identity' out");
        });
    }

    private static Optional<String> stray(Schema schema, Name table) {
        Table is = schema.findTable(table).orElse(Table.EMPTY);
        return is.columns().entrySet().stream()
                .filter(column -> isStray(is, column))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isStray(Table table, Map.Entry<String, Column> column) {
        return column.getValue().identity().isPresent() && !table.keyColumns().equals(List.of(column.getKey()));
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
