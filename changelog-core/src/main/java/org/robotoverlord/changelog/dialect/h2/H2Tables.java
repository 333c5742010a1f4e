package org.robotoverlord.changelog.dialect.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.TableSql;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Identity;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/** Writes what is done to a table, a statement each, and how to tell that it is done. */
final class H2Tables extends TableSql {
    private final H2Phrases phrases;
    private final H2Evidence evidence;

    H2Tables(Moment moment, H2Phrases write, Dialect dialect) {
        super(moment, write);
        this.phrases = write;
        this.evidence = new H2Evidence(dialect);
    }

    H2Evidence evidence() {
        return evidence;
    }

    /** A statement that commits, and how to tell that it is done. */
    Statement step(String sql, String done) {
        return Statement.outside(sql, List.of(moment.change()), Optional.of(done));
    }

    private Statement step(Name table, String clause, String done) {
        return step("alter table " + write.name(table) + " " + clause, done);
    }

    @Override
    public Statement create(Name name, Table table) {
        if (!table.storage().isEmpty()) {
            throw new Unsupported("H2 has no storage parameters; leave 'with' of '" + name + "' out");
        }
        return step(super.create(name, table).sql(), evidence.table(name, true));
    }

    @Override
    public Statement addColumn(Name table, String name, Column column) {
        return step(table, "add column " + write.column(name, column), evidence.column(table, name, true));
    }

    @Override
    public Statement dropColumn(Name table, String name) {
        return step(table, "drop column " + write.name(name), evidence.column(table, name, false));
    }

    @Override
    public Statement renameColumn(Name table, String from, String to) {
        return step(
                table,
                "alter column " + write.name(from) + " rename to " + write.name(to),
                evidence.column(table, to, true));
    }

    /** What is converted otherwise than the database would do must not be so twice. */
    @Override
    public Statement retype(Name table, String name, Column column, Optional<String> using) {
        Optional<String> values = using.or(() -> converted(table, name));
        String clause = "alter column " + write.name(name) + " set data type " + write.type(column.type())
                + values.map(sql -> " using " + sql).orElse("");
        Optional<String> done = phrases.printed(column.type())
                .map(printed -> evidence.columnOf(table, name, printed))
                .or(() -> column.type().userType().map(domain -> evidence.columnOf(table, name, domain)));
        return values.isPresent() && done.isPresent() ? step(table, clause, done.get()) : alone(table, clause);
    }

    /**
     * What the database would make otherwise of values than others do: a text becomes the JSON that it holds, not a string of JSON;
     * the spaces that fill a char up go when it becomes another text.
     */
    Optional<String> converted(Name table, String name) {
        ColumnType is = base(moment.after(), table, name);
        ColumnType was = base(moment.before(), table, name);
        boolean padded = was.is(PortableType.CHAR);
        boolean text = padded || was.is(PortableType.TEXT) || was.is(PortableType.VARCHAR);
        if (text && (is.is(PortableType.JSON) || is.is(PortableType.JSONB))) {
            return Optional.of(write.name(name) + " format json");
        }
        return padded && (is.is(PortableType.TEXT) || is.is(PortableType.VARCHAR))
                ? Optional.of("rtrim(" + write.name(name) + ")")
                : Optional.empty();
    }

    private static ColumnType base(Schema schema, Name table, String column) {
        return Domains.base(schema, schema.table(table).column(column).type());
    }

    /** Bounds that a numbered column's type sets. */
    Statement bound(Name table, String name, Identity identity) {
        boolean upwards = identity.increment().orElse(1L) > 0;
        String bound = upwards
                ? identity.max().map(most -> "maxvalue " + most).orElse("no maxvalue")
                : identity.min().map(least -> "minvalue " + least).orElse("no minvalue");
        return alone(table, "alter column " + write.name(name) + " set " + bound);
    }

    /** The column anew, with all that it says: computed, or numbered. */
    Statement define(Name table, String name, Column column) {
        return alone(table, "alter column " + write.column(name, column));
    }

    /** A primary key or constraint of a name. */
    Statement addConstraint(Name table, String name, String constraint) {
        return step(table, "add " + constraint, evidence.constraint(table, name, true));
    }

    /** A check that is always true is gone already where the database has copied the table since. */
    @Override
    public Statement dropConstraint(Name table, String name) {
        return step(table, "drop constraint if exists " + write.name(name), evidence.constraint(table, name, false));
    }

    @Override
    public Statement renameConstraint(Name table, String from, String to) {
        return step(
                table,
                "rename constraint " + write.name(from) + " to " + write.name(to),
                evidence.constraint(table, to, true));
    }

    @Override
    public List<Statement> createIndex(Name table, String name, Index index) {
        Name whole = table.sibling(name);
        List<Statement> statements = new ArrayList<>();
        statements.add(step(write.createIndex(table, name, index), evidence.index(whole, true)));
        index.comment().ifPresent(text -> statements.add(commentOnIndex(whole, Optional.of(text))));
        return statements;
    }

    @Override
    public Statement dropIndex(Name table, String name) {
        return step(super.dropIndex(table, name).sql(), evidence.index(table.sibling(name), false));
    }
}
