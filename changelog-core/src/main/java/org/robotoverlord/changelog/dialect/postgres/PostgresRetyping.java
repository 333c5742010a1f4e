package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.change.ChangeType;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.TableSql;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Name;

/** Changes a column's type, with all that stands on the column out of the way meanwhile. */
final class PostgresRetyping {
    private final Moment moment;
    private final Phrases write;
    private final TableSql tables;

    PostgresRetyping(Moment moment, Phrases write, TableSql tables) {
        this.moment = moment;
        this.write = write;
        this.tables = tables;
    }

    /** A default is taken away meanwhile: the server would keep the old one with a cast around it, or refuse. */
    List<Statement> change(ChangeType change) {
        Name table = change.table();
        String name = change.column();
        Column was = moment.before().table(table).column(name);
        Column is = moment.after().table(table).column(name);
        Optional<String> using =
                change.using().map(given -> write.sql(given.sql())).or(() -> cast(name, was.type(), is.type()));
        if (using.isPresent() && was.generated().isPresent()) {
            return new PostgresGenerated(moment, write, tables).recreated(table, name, is);
        }
        PostgresRebuild rebuild = new PostgresRebuild(moment, write, tables);
        rebuild.dependents().addGenerated(table, sql -> sql.mentions(name));
        rebuild.dependents().addTriggers(table, trigger -> trigger.mentions(name));
        rebuild.dependents().addPolicies(table, name);
        rebuild.dependents().addViews(table, name);
        boolean ofDomain = Domains.find(moment.before(), was.type())
                .or(() -> Domains.find(moment.before(), is.type()))
                .isPresent();
        if (ofDomain || !PostgresCasts.areAlike(was.type(), is.type())) {
            rebuild.dependents().addSpelled(table, sql -> sql.mentions(name));
        }
        return new PostgresStorage(moment, write, tables)
                .keptOutOfLine(table, rebuild.around(retyped(table, name, was, is, using)));
    }

    /** How values become those of another type; domains are as what they are made of. */
    private Optional<String> cast(String name, ColumnType was, ColumnType is) {
        ColumnType to = Domains.base(moment.before(), is);
        return new PostgresCasts(write, moment.before())
                .using(name, Domains.base(moment.before(), was), to)
                .map(sql -> to.equals(is) ? sql : sql + "::" + write.type(is));
    }

    private List<Statement> retyped(Name table, String name, Column was, Column is, Optional<String> using) {
        List<Statement> statements = new ArrayList<>();
        was.defaultValue().ifPresent(value -> statements.add(tables.dropDefault(table, name)));
        statements.add(tables.retype(table, name, is, using));
        is.defaultValue().ifPresent(value -> statements.add(tables.setDefault(table, name, is)));
        return statements;
    }
}
