package org.robotoverlord.changelog.dialect.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.Name;

/** Numbers columns: a column that is there is defined anew with its numbering, which then goes on beyond the rows. */
final class H2Identity {
    private final Dialect dialect;
    private final Moment moment;
    private final H2Phrases write;
    private final H2Tables tables;

    H2Identity(Dialect dialect, Moment moment, H2Phrases write, H2Tables tables) {
        this.dialect = dialect;
        this.moment = moment;
        this.write = write;
        this.tables = tables;
    }

    List<Statement> set(Name table, String name) {
        Optional<Identity> was = moment.before().table(table).column(name).identity();
        Column column = moment.after().table(table).column(name);
        List<Statement> statements = new ArrayList<>();
        if (was.isPresent()) {
            statements.add(tables.alone(table, "alter column " + write.name(name) + " drop identity"));
        }
        column.identity().ifPresent(identity -> {
            statements.add(tables.define(table, name, column));
            statements.add(goBeyondRows(table, name, identity));
        });
        return statements;
    }

    /** Numbers go on beyond rows that gave theirs themselves. */
    List<Statement> passRows(Name table, Set<String> given) {
        List<Statement> statements = new ArrayList<>();
        moment.before().table(table).columns().forEach((name, column) -> {
            if (given.contains(name)) {
                column.identity().ifPresent(identity -> statements.add(goBeyondRows(table, name, identity)));
            }
        });
        return statements;
    }

    /** Makes the next number one that no row has. Rows beyond the bounds are in no number's way. */
    Statement goBeyondRows(Name table, String column, Identity identity) {
        long step = identity.increment().orElse(1L);
        boolean upwards = step > 0;
        String name = write.name(column);
        String within = upwards
                ? identity.max().map(most -> " where " + name + " < " + most).orElse("")
                : identity.min().map(least -> " where " + name + " > " + least).orElse("");
        String last = (upwards ? "max(" : "min(") + name + ")" + (upwards ? " + 1" : " - 1");
        String next = "(select identity_base from information_schema.columns where table_schema = "
                + dialect.literal(table.schema().orElse(H2Dialect.HOME)) + " and table_name = "
                + dialect.literal(table.local()) + " and column_name = " + dialect.literal(column) + ")";
        return tables.alone(
                table,
                "alter column " + name + " restart with (select " + (upwards ? "greatest(" : "least(") + next
                        + ", coalesce(" + last + ", " + identity.first() + ")) from " + write.name(table) + within
                        + ")");
    }
}
