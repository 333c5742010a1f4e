package org.robotoverlord.changelog.dialect.sqlite;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.change.Sql;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Checks before the commit that every foreign key finds its row, for while changes are made SQLite doesn't. Only tables that may have
 * lost one are looked at, so that what dangles elsewhere is nobody's obstacle.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_foreign_key_check">foreign_key_check</a>
 */
final class SqliteForeignKeys {
    private static final String FOUND = "temp.\"robot_dangling\"";

    private final Set<Name> touched = new LinkedHashSet<>();
    private boolean anything;

    /** Notes a table that is made anew. */
    void madeAnew(Name table) {
        touched.add(table);
    }

    /** @param does whether the change does anything here */
    void note(Moment moment, boolean does) {
        Change change = moment.change();
        if (change instanceof RenameTable rename
                && touched.remove(moment.before().local(rename.from()))) {
            touched.add(moment.after().local(rename.to()));
        } else if (change instanceof Sql) {
            anything |= does;
        } else {
            change.writes(moment.before()).stream().map(moment.before()::local).forEach(touched::add);
        }
    }

    /** What fails where a foreign key of these tables, or of one that points to them, finds no row. */
    List<Statement> checked(Moment moment, Dialect dialect) {
        Schema after = moment.after();
        Set<Name> looked = new TreeSet<>();
        (anything ? after.tables().keySet() : touched)
                .stream().filter(table -> after.findTable(table).isPresent()).forEach(table -> {
                    looked.add(table);
                    looked.addAll(after.referrersOf(table));
                });
        looked.removeIf(table -> after.table(table).foreignKeys().isEmpty());
        if (looked.isEmpty()) {
            return List.of();
        }
        String rows = looked.stream()
                .map(table ->
                        "select \"table\" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check("
                                + dialect.literal(table.local()) + ")")
                .collect(Collectors.joining("\n  union all "));
        return List.of(
                moment.statement("create " + FOUND.replace("temp.", "temp table ")
                        + " (found text, constraint \"each foreign key finds its row\" check (found is null))"),
                moment.statement("insert into " + FOUND + "\n  " + rows),
                moment.statement("drop table " + FOUND));
    }
}
