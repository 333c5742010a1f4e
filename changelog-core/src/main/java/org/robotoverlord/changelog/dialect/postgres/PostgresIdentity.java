package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Statement.Phase;
import org.robotoverlord.changelog.dialect.Step;
import org.robotoverlord.changelog.dialect.TableSql;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.Name;

/** Numbers a column that is there, changes how, or stops it; the next number is one that no row has. */
final class PostgresIdentity {
    private final Step step;
    private final Phrases write;
    private final TableSql tables;

    PostgresIdentity(Step step, Phrases write, TableSql tables) {
        this.step = step;
        this.write = write;
        this.tables = tables;
    }

    List<Statement> set(Name table, String column) {
        Optional<Identity> was = step.before().table(table).column(column).identity();
        Optional<Identity> is = step.after().table(table).column(column).identity();
        if (is.isEmpty()) {
            return was.map(gone -> List.of(drop(table, column))).orElse(List.of());
        }
        if (was.isEmpty()) {
            return List.of(add(table, column, is.get()), startBeyondRows(table, column, is.get()));
        }
        return fits(was.get(), is.get())
                ? altered(table, column, was.get(), is.get())
                : List.of(drop(table, column), add(table, column, is.get()), startBeyondRows(table, column, is.get()));
    }

    private Statement drop(Name table, String column) {
        return tables.alone(table, "ALTER COLUMN " + write.name(column) + " DROP IDENTITY");
    }

    private Statement add(Name table, String column, Identity identity) {
        return tables.alone(table, "ALTER COLUMN " + write.name(column) + " ADD GENERATED " + write.identity(identity));
    }

    /** Whether the last number, whatever it is, lies within the new bounds. */
    private static boolean fits(Identity was, Identity is) {
        boolean sameWay = (step(was) > 0) == (step(is) > 0);
        return sameWay && was.min().equals(is.min()) && was.max().equals(is.max());
    }

    private List<Statement> altered(Name table, String column, Identity was, Identity is) {
        List<String> options = new ArrayList<>();
        if (was.always() != is.always()) {
            options.add("SET GENERATED " + write.kind(is));
        }
        if (step(was) != step(is)) {
            options.add("SET INCREMENT BY " + step(is));
        }
        if (!was.start().equals(is.start())) {
            options.add("SET START WITH " + start(is));
        }
        if (!was.cache().equals(is.cache())) {
            options.add("SET CACHE " + is.cache().orElse(1L));
        }
        if (was.cycle() != is.cycle()) {
            options.add(is.cycle() ? "SET CYCLE" : "SET NO CYCLE");
        }
        return options.isEmpty()
                ? List.of()
                : List.of(tables.column(table, Phase.ADD_OTHER, column, String.join(" ", options)));
    }

    private static long step(Identity identity) {
        return identity.increment().orElse(1L);
    }

    private static long start(Identity identity) {
        Optional<Long> first = step(identity) > 0
                ? identity.min().or(() -> Optional.of(1L))
                : identity.max().or(() -> Optional.of(-1L));
        return identity.start().or(() -> first).orElseThrow();
    }

    /** Rows beyond the bounds are in no number's way. */
    private Statement startBeyondRows(Name table, String column, Identity identity) {
        boolean upwards = step(identity) > 0;
        String name = write.name(column);
        String within = upwards
                ? identity.max().map(most -> " WHERE " + name + " <= " + most).orElse("")
                : identity.min().map(least -> " WHERE " + name + " >= " + least).orElse("");
        String last = (upwards ? "max(" : "min(") + name + ")";
        return step.statement("SELECT setval(pg_get_serial_sequence(" + write.literal(write.name(table)) + ", "
                + write.literal(column) + "), " + last + ") FROM " + write.name(table) + within + " HAVING " + last
                + (upwards ? " >= " : " <= ") + start(identity));
    }
}
