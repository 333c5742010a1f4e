package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.robotoverlord.changelog.change.AddColumn;
import org.robotoverlord.changelog.change.NeededFill;
import org.robotoverlord.changelog.change.Sql;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/**
 * Has deferred constraints checked between a change of rows and a change of tables. PostgreSQL refuses to alter a table of which a
 * row waits for its check; so the check comes first, and what comes later is deferred again. One serves one list of changes.
 */
final class PostgresDeferral {
    private static final String CHECK_NOW = "set constraints all immediate";
    private static final String CHECK_LATER = "set constraints all deferred";
    private static final Pattern OF_ROWS = Pattern.compile("(insert|update|delete) .*", Pattern.DOTALL);

    private boolean waiting;

    /** The statements of a change; where no row waits, exactly the same. */
    List<Statement> settled(Moment moment, List<Statement> statements) {
        List<Statement> settled = new ArrayList<>();
        for (Statement statement : statements) {
            // What the user's own SQL needs to have checked, and when, is for the user to say.
            boolean raw = moment.change() instanceof Sql;
            boolean ofRows = raw || OF_ROWS.matcher(statement.sql()).matches();
            if (waiting && !ofRows && statement.transactional()) {
                settled.add(moment.statement(CHECK_NOW));
                settled.add(moment.statement(CHECK_LATER));
            }
            waiting = ofRows && (waiting || mayWait(moment));
            settled.add(statement);
        }
        return settled;
    }

    /** Rows that the same transaction inserted wait at every change, whichever column that is of. */
    private static boolean mayWait(Moment moment) {
        Schema schema = moment.before();
        if (moment.change().writesAnything()) {
            return schema.tables().keySet().stream().anyMatch(table -> defers(schema, table));
        }
        if (moment.change() instanceof AddColumn add && add.fill().isPresent()) {
            return defers(schema, add.table());
        }
        Stream<Name> filled = moment.change().neededFill(schema).stream().map(NeededFill::table);
        return Stream.concat(filled, moment.change().writes(schema).stream()).anyMatch(table -> defers(schema, table));
    }

    /** Whether a table has a deferred constraint, or another's leads to it. */
    private static boolean defers(Schema schema, Name name) {
        Name table = schema.local(name);
        boolean ownUnique = schema.table(table).uniques().values().stream()
                .anyMatch(unique -> unique.deferrable() == Deferrable.DEFERRED);
        boolean ownExclude = schema.table(table).excludes().values().stream()
                .anyMatch(exclude -> exclude.deferrable() == Deferrable.DEFERRED);
        return ownUnique
                || ownExclude
                || deferred(schema.table(table)).findAny().isPresent()
                || schema.referrersOf(table).stream()
                        .flatMap(referrer -> deferred(schema.table(referrer)))
                        .anyMatch(key -> key.references().equals(table));
    }

    private static Stream<ForeignKey> deferred(Table table) {
        return table.foreignKeys().values().stream().filter(key -> key.deferrable() == Deferrable.DEFERRED);
    }
}
