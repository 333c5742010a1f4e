package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.change.SetGenerated;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.TableSql;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnName;
import org.robotoverlord.changelog.schema.Generated;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Sequences;
import org.robotoverlord.changelog.schema.Value;

/** Changes generated columns: in place where the server can, else the column is made anew where it stands. */
final class PostgresGenerated {
    private static final int SET_EXPRESSION_SINCE = 17;

    private final Moment moment;
    private final Phrases write;
    private final TableSql tables;

    PostgresGenerated(Moment moment, Phrases write, TableSql tables) {
        this.moment = moment;
        this.write = write;
        this.tables = tables;
    }

    /** Sets, changes or takes away what a column is computed from. */
    List<Statement> set(SetGenerated change) {
        Name table = change.table();
        String name = change.column();
        Optional<Generated> was = moment.before().table(table).column(name).generated();
        Column is = moment.after().table(table).column(name);
        boolean storedBefore = was.filter(Generated::stored).isPresent();
        if (is.generated().isEmpty()) {
            return storedBefore
                    ? List.of(tables.alone(table, "alter column " + write.name(name) + " drop expression"))
                    : was.map(generated -> filled(table, name, is, generated)).orElse(List.of());
        }
        boolean stored = storedBefore && is.generated().get().stored();
        return stored && moment.server().major() >= SET_EXPRESSION_SINCE
                ? List.of(tables.alone(
                        table,
                        "alter column " + write.name(name) + " set expression as "
                                + write.enclosed(is.generated().get().sql())))
                : recreated(table, name, is);
    }

    /** The column made anew, for what the server can't make of the one that is there. */
    List<Statement> recreated(Name table, String name, Column is) {
        return inPlace(table, name, is, List.of(tables.addColumn(table, name, is)));
    }

    /** The column made anew as a plain one, with the values that the expression gave. */
    private List<Statement> filled(Name table, String name, Column is, Generated was) {
        List<Statement> made = new ArrayList<>();
        made.add(tables.addColumn(table, name, is.withNullable(true)));
        made.add(tables.fill(table, name, is, new Value.Sql(was.sql())));
        if (!is.nullable()) {
            made.add(tables.setNotNull(table, name));
        }
        return inPlace(table, name, is, made);
    }

    private List<Statement> inPlace(Name table, String name, Column is, List<Statement> made) {
        PostgresRebuild rebuild = new PostgresRebuild(moment, write, tables);
        rebuild.dependents().addAllOn(table, name);
        List<Name> owned = Sequences.ownedBy(moment.before(), table, name);
        List<Statement> statements = new ArrayList<>();
        owned.forEach(sequence -> statements.add(owned(sequence, Optional.empty())));
        statements.add(tables.dropColumn(table, name));
        statements.addAll(made);
        owned.forEach(sequence -> statements.add(owned(sequence, Optional.of(new ColumnName(table, name)))));
        if (is.comment().isPresent()) {
            statements.add(tables.commentOnColumn(table, name, is.comment()));
        }
        return rebuild.around(statements);
    }

    private Statement owned(Name sequence, Optional<ColumnName> owner) {
        return moment.statement("alter sequence " + write.name(sequence) + new PostgresSequences(write).ownedBy(owner));
    }
}
