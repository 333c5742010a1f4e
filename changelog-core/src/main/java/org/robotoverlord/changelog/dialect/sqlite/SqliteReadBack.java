package org.robotoverlord.changelog.dialect.sqlite;

import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Schema;

/** How a schema would come back from SQLite: it keeps the statements that made it, so these are read as the database's would be. */
final class SqliteReadBack {
    private SqliteReadBack() {}

    static Schema asPrinted(Schema wished, SqlitePhrases write) {
        SqliteCatalogue catalogue = new SqliteCatalogue();
        wished.tables().forEach((name, table) -> {
            catalogue.add("table", name.local(), name.local(), write.createTable(name.local(), table));
            table.indexes()
                    .forEach((index, is) ->
                            catalogue.add("index", index, name.local(), write.createIndex(name, index, is)));
            table.triggers()
                    .forEach((trigger, is) -> catalogue.add(
                            "trigger",
                            trigger,
                            name.local(),
                            SqliteTriggers.statement(wished, name, trigger, is, write)));
        });
        wished.all(Kind.VIEW)
                .forEach((name, view) -> catalogue.add("view", name.local(), name.local(), write.view(name, view)));
        return catalogue.schema(wished.setting(), name -> true);
    }
}
