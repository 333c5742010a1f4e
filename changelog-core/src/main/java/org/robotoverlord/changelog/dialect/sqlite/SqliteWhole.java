package org.robotoverlord.changelog.dialect.sqlite;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/** Refuses tables that SQLite doesn't make as the schema has them, each with a way out. */
final class SqliteWhole {
    private static final Set<String> OPTIONS = Set.of("strict", "without_rowid");
    /** What a STRICT table may declare by its own name. */
    private static final Set<String> STRICT_TYPES = Set.of("any", "blob", "int", "integer", "real", "text");

    private final Schema schema;
    private final String name;
    private final Table table;

    private SqliteWhole(Schema schema, String name, Table table) {
        this.schema = schema;
        this.name = name;
        this.table = table;
    }

    /** @throws Unsupported with a way out */
    static void require(Schema schema, String name, Table table) {
        SqliteWhole whole = new SqliteWhole(schema, name.replaceFirst("^" + SqliteRebuild.FRESH, ""), table);
        SqliteNames.requireApart(
                "columns of '" + whole.name + "'", table.columns().keySet());
        whole.requireColumns();
        whole.requireOptions();
        whole.requireKey();
    }

    private void requireColumns() {
        boolean any = table.columns().values().stream()
                .anyMatch(column -> column.generated().isEmpty());
        if (!any) {
            throw new Unsupported("SQLite has no table without a column that isn't computed; give '" + name + "' one");
        }
        table.keyColumns().stream()
                .filter(column -> table.column(column).generated().isPresent())
                .forEach(column -> {
                    throw new Unsupported("SQLite takes no computed column into a primary key, and '" + column
                            + "' is one; make the key a unique constraint");
                });
    }

    private void requireOptions() {
        table.storage().forEach((option, value) -> {
            if (!OPTIONS.contains(option) || !value.equalsIgnoreCase("true")) {
                throw new Unsupported("SQLite has no storage parameter '" + option + ": " + value
                        + "'; it takes strict: true and without_rowid: true, else leave 'with' out");
            }
        });
        if (table.storage().containsKey("strict")) {
            for (Map.Entry<String, Column> column : table.columns().entrySet()) {
                requireStrict(column.getKey(), column.getValue().type());
            }
        }
    }

    private void requireStrict(String column, ColumnType type) {
        boolean known = type.portable().isPresent()
                || type.userType().flatMap(schema::findEnum).isPresent()
                || STRICT_TYPES.contains(type.name().toLowerCase(Locale.ROOT));
        if (!known) {
            throw new Unsupported("a table of SQLite that is strict has no type '" + type + "', which '" + column
                    + "' is of; take a portable one or 'any', or leave 'strict' out");
        }
    }

    private void requireKey() {
        if (!table.storage().containsKey("without_rowid")) {
            return;
        }
        if (table.primaryKey().isEmpty()) {
            throw new Unsupported("SQLite finds the rows of a table without_rowid by its primary key, and '" + name
                    + "' has none; add one, or leave 'without_rowid' out");
        }
        SqliteIdentity.of(table).ifPresent(column -> {
            throw new Unsupported("SQLite numbers no rows of a table without_rowid, and '" + column + "' of '" + name
                    + "' is numbered; leave 'identity' or 'without_rowid' out");
        });
    }
}
