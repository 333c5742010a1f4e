package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Statement.Phase;
import org.robotoverlord.changelog.dialect.TableSql;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.Name;

/** Numbers a column that is there, changes how, or stops it; the next number is one that no row has. */
final class PostgresIdentity {
    private final Moment moment;
    private final Phrases write;
    private final TableSql tables;

    PostgresIdentity(Moment moment, Phrases write, TableSql tables) {
        this.moment = moment;
        this.write = write;
        this.tables = tables;
    }

    List<Statement> set(Name table, String column) {
        Optional<Identity> was = moment.before().table(table).column(column).identity();
        Optional<Identity> is = moment.after().table(table).column(column).identity();
        if (is.isEmpty()) {
            return was.map(gone -> List.of(drop(table, column))).orElse(List.of());
        }
        if (was.isEmpty()) {
            return List.of(add(table, column, is.get()), goBeyondRows(table, column, is.get()));
        }
        return fits(was.get(), is.get())
                ? altered(table, column, was.get(), is.get())
                : List.of(drop(table, column), add(table, column, is.get()), goBeyondRows(table, column, is.get()));
    }

    /** A column that can't be added with its numbers: rows are numbered in it first, in whatever order. */
    List<Statement> addToPartitions(Name table, String name, Column column) {
        Identity identity = column.identity().orElseThrow();
        Statement numbered = moment.statement("update " + write.name(table) + " t set " + write.name(name) + " = "
                + identity.first() + " + (n.n - 1) * (" + step(identity)
                + ") from (select tableoid as part, ctid as row, row_number() over () as n from " + write.name(table)
                + ") n where t.tableoid = n.part and t.ctid = n.row");
        List<Statement> statements = new ArrayList<>(List.of(
                tables.addColumn(table, name, Column.of(column.type())),
                numbered,
                tables.setNotNull(table, name),
                add(table, name, identity),
                goBeyondRows(table, name, identity)));
        column.comment().ifPresent(text -> statements.add(tables.commentOnColumn(table, name, Optional.of(text))));
        return statements;
    }

    private Statement drop(Name table, String column) {
        return tables.alone(table, "alter column " + write.name(column) + " drop identity");
    }

    private Statement add(Name table, String column, Identity identity) {
        return tables.alone(table, "alter column " + write.name(column) + " add generated " + write.identity(identity));
    }

    /** Whether the last number, whatever it is, lies within the new bounds. */
    private static boolean fits(Identity was, Identity is) {
        boolean sameWay = (step(was) > 0) == (step(is) > 0);
        return sameWay && was.min().equals(is.min()) && was.max().equals(is.max());
    }

    private List<Statement> altered(Name table, String column, Identity was, Identity is) {
        List<String> options = new ArrayList<>();
        if (was.always() != is.always()) {
            options.add("set generated " + write.kind(is));
        }
        if (step(was) != step(is)) {
            options.add("set increment by " + step(is));
        }
        if (!was.start().equals(is.start())) {
            options.add("set start with " + is.first());
        }
        if (!was.cache().equals(is.cache())) {
            options.add("set cache " + is.cache().orElse(1L));
        }
        if (was.cycle() != is.cycle()) {
            options.add(is.cycle() ? "set cycle" : "set no cycle");
        }
        return options.isEmpty()
                ? List.of()
                : List.of(tables.column(table, Phase.ADD_OTHER, column, String.join(" ", options)));
    }

    private static long step(Identity identity) {
        return identity.increment().orElse(1L);
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
    private Statement goBeyondRows(Name table, String column, Identity identity) {
        boolean upwards = step(identity) > 0;
        String name = write.name(column);
        String within = upwards
                ? identity.max().map(most -> " where " + name + " <= " + most).orElse("")
                : identity.min().map(least -> " where " + name + " >= " + least).orElse("");
        String last = (upwards ? "max(" : "min(") + name + ")";
        String sequence =
                "pg_get_serial_sequence(" + write.literal(write.name(table)) + ", " + write.literal(column) + ")";
        long beforeFirst = identity.first() - (upwards ? 1 : -1);
        return moment.statement(
                "select setval(" + sequence + ", " + last + ") from " + write.name(table) + within + " having " + last
                        + (upwards ? " > " : " < ") + "coalesce(pg_sequence_last_value(" + sequence + "::regclass), "
                        + beforeFirst
                        + ")");
    }
}
