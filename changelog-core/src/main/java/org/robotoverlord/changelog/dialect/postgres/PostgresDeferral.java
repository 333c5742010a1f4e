package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.change.AddForeignKey;
import org.robotoverlord.changelog.change.AddUnique;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.Sql;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/**
 * Has deferred constraints checked between a change of rows and a change of tables. PostgreSQL refuses to alter a table of which a
 * row waits for its check; so the check comes first, and what comes later is deferred again.
 */
final class PostgresDeferral {
    private static final String CHECK_NOW = "set constraints all immediate";
    private static final String CHECK_LATER = "set constraints all deferred";
    private static final Pattern OF_ROWS = Pattern.compile("(insert|update|delete) .*", Pattern.DOTALL);

    private PostgresDeferral() {}

    /** The same statements; where nothing is ever deferred, exactly the same. */
    static List<Statement> settled(List<Statement> statements, Schema before) {
        List<Statement> settled = new ArrayList<>();
        boolean waiting = false;
        for (Statement statement : statements) {
            boolean ofRows = isOfRows(statement);
            if (waiting && !ofRows && statement.transactional()) {
                settled.add(beside(statement, CHECK_NOW));
                settled.add(beside(statement, CHECK_LATER));
            }
            waiting = ofRows;
            settled.add(statement);
        }
        boolean same = settled.size() == statements.size();
        return same || !defers(statements, before) ? statements : settled;
    }

    /** The user's own SQL counts as such: what it needs to have checked, and when, is for the user to say. */
    private static boolean isOfRows(Statement statement) {
        return OF_ROWS.matcher(statement.sql()).matches() || statement.serves().get(0) instanceof Sql;
    }

    private static Statement beside(Statement statement, String sql) {
        return new Statement(sql, statement.serves(), true, Optional.empty());
    }

    private static boolean defers(List<Statement> statements, Schema before) {
        return before.tables().values().stream().anyMatch(PostgresDeferral::defers)
                || statements.stream()
                        .flatMap(statement -> statement.serves().stream())
                        .anyMatch(PostgresDeferral::defers);
    }

    private static boolean defers(Change change) {
        if (change instanceof CreateTable create) {
            return defers(create.table().expand(create.name()).table());
        }
        return change instanceof AddForeignKey foreign && foreign.key().deferrable() == Deferrable.DEFERRED
                || change instanceof AddUnique unique && unique.unique().deferrable() == Deferrable.DEFERRED;
    }

    private static boolean defers(Table table) {
        return table.foreignKeys().values().stream().anyMatch(key -> key.deferrable() == Deferrable.DEFERRED)
                || table.uniques().values().stream().anyMatch(unique -> unique.deferrable() == Deferrable.DEFERRED);
    }
}
