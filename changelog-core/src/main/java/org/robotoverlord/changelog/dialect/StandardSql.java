package org.robotoverlord.changelog.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.change.AddCheck;
import org.robotoverlord.changelog.change.AddColumn;
import org.robotoverlord.changelog.change.AddExclude;
import org.robotoverlord.changelog.change.AddForeignKey;
import org.robotoverlord.changelog.change.AddPrimaryKey;
import org.robotoverlord.changelog.change.AddUnique;
import org.robotoverlord.changelog.change.ChangeType;
import org.robotoverlord.changelog.change.CreateIndex;
import org.robotoverlord.changelog.change.CreateSchema;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.Delete;
import org.robotoverlord.changelog.change.DropColumn;
import org.robotoverlord.changelog.change.DropConstraint;
import org.robotoverlord.changelog.change.DropIndex;
import org.robotoverlord.changelog.change.DropSchema;
import org.robotoverlord.changelog.change.DropTable;
import org.robotoverlord.changelog.change.Insert;
import org.robotoverlord.changelog.change.NeededFill;
import org.robotoverlord.changelog.change.RenameColumn;
import org.robotoverlord.changelog.change.RenameConstraint;
import org.robotoverlord.changelog.change.RenameIndex;
import org.robotoverlord.changelog.change.RenameSchema;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.change.SetCollation;
import org.robotoverlord.changelog.change.SetComment;
import org.robotoverlord.changelog.change.SetDefault;
import org.robotoverlord.changelog.change.SetGenerated;
import org.robotoverlord.changelog.change.SetIdentity;
import org.robotoverlord.changelog.change.SetNullable;
import org.robotoverlord.changelog.change.Sql;
import org.robotoverlord.changelog.change.Uninsert;
import org.robotoverlord.changelog.change.Update;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.Exclude;
import org.robotoverlord.changelog.schema.ExcludeElement;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PrimaryKey;
import org.robotoverlord.changelog.schema.RowSecurity;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Unique;
import org.robotoverlord.changelog.schema.Value;

/**
 * Writes each kind of change as the SQL standard has it, or as most databases do where it says nothing. It is made for one {@link
 * Moment}. A dialect extends it, overrides the kinds that it does otherwise, and gives it {@link Phrases}, {@link TableSql} and {@link
 * RowSql} of its own where its words differ.
 */
public abstract class StandardSql extends RareKinds {
    protected final Dialect dialect;
    protected final Moment moment;
    protected final Phrases write;
    protected final TableSql tables;
    protected final RowSql rows;

    /** With the standard's own words for tables and rows. */
    protected StandardSql(Dialect dialect, Moment moment, Phrases write) {
        this(dialect, moment, write, new TableSql(moment, write), new RowSql(moment, write));
    }

    /**
     * @param dialect the database
     * @param moment what is written
     * @param write the dialect's phrases
     * @param tables the dialect's words for what is done to tables
     * @param rows the dialect's words for what is done to rows
     */
    protected StandardSql(Dialect dialect, Moment moment, Phrases write, TableSql tables, RowSql rows) {
        super(dialect.title());
        this.dialect = dialect;
        this.moment = moment;
        this.write = write;
        this.tables = tables;
        this.rows = rows;
    }

    /** The one statement of this change. */
    protected final List<Statement> one(String sql) {
        return List.of(moment.statement(sql));
    }

    /** A column as it is before this change. */
    protected final Column before(Name table, String column) {
        return moment.before().table(table).column(column);
    }

    /** A column as it is after this change. */
    protected final Column after(Name table, String column) {
        return moment.after().table(table).column(column);
    }

    @Override
    public List<Statement> visit(CreateTable change) {
        Name name = change.name();
        Table table = moment.after().table(name);
        List<Statement> statements = new ArrayList<>();
        Map<String, Unique> repeated = repeated(table);
        Map<String, Unique> others = new LinkedHashMap<>(table.uniques());
        others.keySet().removeAll(repeated.keySet());
        Map<String, Exclude> alike = alike(table);
        Map<String, Exclude> unlike = new LinkedHashMap<>(table.excludes());
        unlike.keySet().removeAll(alike.keySet());
        statements.add(tables.create(name, table.withUniques(others).withExcludes(unlike)));
        statements.addAll(parted(name, table));
        repeated.forEach((unique, is) -> statements.add(tables.addKey(name, write.unique(unique, is))));
        alike.forEach((exclude, is) -> statements.add(tables.addKey(name, write.exclude(exclude, is))));
        table.indexes().forEach((index, is) -> statements.addAll(tables.createIndex(name, index, is)));
        table.comment().ifPresent(text -> statements.add(tables.commentOnTable(name, Optional.of(text))));
        table.columns().forEach((column, is) -> statements.addAll(commentOn(name, column, is)));
        table.triggers().forEach((trigger, is) -> statements.add(tables.createTrigger(name, trigger, is)));
        statements.addAll(guarded(name, table));
        return statements;
    }

    /** The partitions of a new table. */
    protected List<Statement> parted(Name name, Table table) {
        if (table.partitioning().isPresent()) {
            throw noPartitions();
        }
        return List.of();
    }

    /** The row security of a new table, and its policies. */
    protected List<Statement> guarded(Name name, Table table) {
        if (table.rowSecurity() != RowSecurity.OFF || !table.policies().isEmpty()) {
            throw noRowSecurity();
        }
        return List.of();
    }

    /** Unique constraints over the columns of another key: within one statement PostgreSQL leaves them out in silence. */
    private static Map<String, Unique> repeated(Table table) {
        Set<List<String>> seen = new HashSet<>(Set.of(table.keyColumns()));
        Map<String, Unique> repeated = new LinkedHashMap<>(table.uniques());
        // A foreign key of the table to itself may need the one that can't be deferred.
        repeated.values().removeIf(unique -> unique.deferrable() == Deferrable.NO && seen.add(unique.columns()));
        repeated.values().removeIf(unique -> unique.deferrable() != Deferrable.NO && seen.add(unique.columns()));
        return repeated;
    }

    /** Exclusions that say the same as another one: PostgreSQL leaves them out in silence as well. */
    private static Map<String, Exclude> alike(Table table) {
        Set<List<ExcludeElement>> seen = new HashSet<>();
        Map<String, Exclude> alike = new LinkedHashMap<>(table.excludes());
        alike.values().removeIf(exclude -> seen.add(exclude.elements()));
        return alike;
    }

    /** The comment that a new column has, if it has one. */
    protected final List<Statement> commentOn(Name table, String name, Column column) {
        return column.comment().stream()
                .map(text -> tables.commentOnColumn(table, name, Optional.of(text)))
                .toList();
    }

    @Override
    public List<Statement> visit(DropTable change) {
        return one("drop table " + write.name(change.name()));
    }

    @Override
    public List<Statement> visit(RenameTable change) {
        return moved("table", change.from(), change.to());
    }

    /** Whether something has the name that a table or a type can't share: a table's rows are a type of its name. */
    private boolean isTaken(Name name) {
        return moment.before().findTable(name).isPresent()
                || moment.before().tableOfIndex(name).isPresent()
                || moment.before().viewOfIndex(name).isPresent()
                || moment.before().find(Kind.SEQUENCE, name).isPresent()
                || moment.before().find(Kind.VIEW, name).isPresent()
                || moment.before().findEnum(name).isPresent()
                || moment.before().find(Kind.DOMAIN, name).isPresent();
    }

    /** What gives a thing another name, another schema, or both: in an order in which it never meets another. */
    protected final List<Statement> moved(String kind, Name from, Name to) {
        Name source = moment.before().local(from);
        Name target = moment.before().local(to);
        if (source.schema().equals(target.schema())) {
            return List.of(renamed(kind, source, target.local()));
        }
        if (source.local().equals(target.local())) {
            return List.of(inSchema(kind, source, target));
        }
        Name renamed = source.sibling(target.local());
        if (!isTaken(renamed)) {
            return List.of(renamed(kind, source, target.local()), inSchema(kind, renamed, target));
        }
        Name moved = target.sibling(source.local());
        if (!isTaken(moved)) {
            return List.of(inSchema(kind, source, target), renamed(kind, moved, target.local()));
        }
        Name aside = source;
        do {
            aside = aside.sibling(DerivedName.temporary(aside.local()));
        } while (isTaken(aside) || isTaken(target.sibling(aside.local())));
        Name there = target.sibling(aside.local());
        return List.of(
                renamed(kind, source, aside.local()),
                inSchema(kind, aside, there),
                renamed(kind, there, target.local()));
    }

    /** What gives a thing another name. */
    protected final Statement renamed(String kind, Name from, String to) {
        return moment.statement("alter " + kind + " " + write.name(from) + " rename to " + write.name(to));
    }

    private Statement inSchema(String kind, Name from, Name to) {
        String schema = to.schema().orElse(moment.before().setting().home());
        return moment.statement("alter " + kind + " " + write.name(from) + " set schema " + write.name(schema));
    }

    @Override
    public List<Statement> visit(SetComment change) {
        Optional<String> text = change.comment();
        if (change.enumType().isPresent()) {
            return List.of(tables.comment("type " + write.name(change.enumType().get()), text));
        }
        if (change.view().isPresent()) {
            Name view = change.view().get();
            boolean materialized = moment.before().get(Kind.VIEW, view).materialized();
            return List.of(tables.comment((materialized ? "materialized view " : "view ") + write.name(view), text));
        }
        if (change.index().isPresent()) {
            return List.of(tables.commentOnIndex(change.index().get(), text));
        }
        Name table = change.table().orElseThrow();
        return List.of(change.column()
                .map(column -> tables.commentOnColumn(table, column, text))
                .orElseGet(() -> tables.commentOnTable(table, text)));
    }

    @Override
    public List<Statement> visit(AddColumn change) {
        Name table = change.table();
        String name = change.columnName();
        Column column = after(table, name);
        List<Statement> statements = new ArrayList<>(added(table, name, column, change.fill()));
        statements.addAll(commentOn(table, name, column));
        return statements;
    }

    /** A column, and in it what the rows that exist get. */
    private List<Statement> added(Name table, String name, Column column, Optional<Value> fill) {
        if (fill.isEmpty()
                || column.identity().isPresent()
                || column.generated().isPresent()) {
            return List.of(tables.addColumn(table, name, column));
        }
        if (fill.get() instanceof Value.Literal) {
            return List.of(
                    tables.addColumn(table, name, column.withDefault(fill)), tables.setDefault(table, name, column));
        }
        Statement add = tables.addColumn(table, name, column.withNullable(true));
        Statement rows = tables.fill(table, name, column, fill.get());
        return column.nullable() ? List.of(add, rows) : List.of(add, rows, tables.setNotNull(table, name));
    }

    @Override
    public List<Statement> visit(DropColumn change) {
        return List.of(tables.dropColumn(change.table(), change.column()));
    }

    @Override
    public List<Statement> visit(RenameColumn change) {
        return List.of(tables.renameColumn(change.table(), change.from(), change.to()));
    }

    @Override
    public List<Statement> visit(ChangeType change) {
        Optional<String> using = change.using().map(given -> write.sql(given.sql()));
        return List.of(tables.retype(change.table(), change.column(), after(change.table(), change.column()), using));
    }

    @Override
    public List<Statement> visit(SetNullable change) {
        Name table = change.table();
        if (change.nullable()) {
            return List.of(tables.dropNotNull(table, change.column()));
        }
        List<Statement> statements = new ArrayList<>();
        change.neededFill(moment.before())
                .flatMap(NeededFill::fill)
                .ifPresent(value ->
                        statements.add(tables.fillNull(table, change.column(), before(table, change.column()), value)));
        statements.add(tables.setNotNull(table, change.column()));
        return statements;
    }

    @Override
    public List<Statement> visit(SetDefault change) {
        return List.of(tables.setDefault(change.table(), change.column(), after(change.table(), change.column())));
    }

    @Override
    public List<Statement> visit(SetIdentity change) {
        throw lacks("way to number a column that is there", "declare the identity in createTable");
    }

    @Override
    public List<Statement> visit(SetGenerated change) {
        throw lacks("way to compute a column that is there otherwise", "drop the column and add it again");
    }

    @Override
    public List<Statement> visit(SetCollation change) {
        Column column = after(change.table(), change.column());
        return List.of(tables.retype(change.table(), change.column(), column, Optional.empty()));
    }

    @Override
    public List<Statement> visit(AddPrimaryKey change) {
        PrimaryKey key = moment.after().table(change.table()).primaryKey().orElseThrow();
        return List.of(tables.addKey(change.table(), write.primaryKey(key)));
    }

    @Override
    public List<Statement> visit(AddUnique change) {
        return List.of(tables.addKey(change.table(), write.unique(change.name(), change.unique())));
    }

    @Override
    public List<Statement> visit(AddCheck change) {
        return List.of(tables.addConstraint(change.table(), write.check(change.name(), change.check())));
    }

    @Override
    public List<Statement> visit(AddForeignKey change) {
        ForeignKey key = moment.after().table(change.table()).foreignKeys().get(change.name());
        return List.of(tables.addConstraint(change.table(), write.foreignKey(change.name(), key)));
    }

    @Override
    public List<Statement> visit(AddExclude change) {
        return List.of(tables.addKey(change.table(), write.exclude(change.name(), change.exclude())));
    }

    @Override
    public List<Statement> visit(DropConstraint change) {
        return List.of(tables.dropConstraint(change.table(), change.name()));
    }

    @Override
    public List<Statement> visit(RenameConstraint change) {
        return List.of(tables.renameConstraint(change.table(), change.from(), change.to()));
    }

    @Override
    public List<Statement> visit(CreateIndex change) {
        return tables.createIndex(change.table(), change.name(), change.index());
    }

    @Override
    public List<Statement> visit(DropIndex change) {
        return List.of(tables.dropIndex(change.table(), change.name()));
    }

    @Override
    public List<Statement> visit(RenameIndex change) {
        return List.of(renamed("index", change.table().sibling(change.from()), change.to()));
    }

    @Override
    public List<Statement> visit(CreateSchema change) {
        return one("create schema " + write.name(change.name()));
    }

    @Override
    public List<Statement> visit(DropSchema change) {
        return one("drop schema " + write.name(change.name()));
    }

    @Override
    public List<Statement> visit(RenameSchema change) {
        return one("alter schema " + write.name(change.from()) + " rename to " + write.name(change.to()));
    }

    @Override
    public List<Statement> visit(Insert change) {
        return rows.insert(change);
    }

    @Override
    public List<Statement> visit(Uninsert change) {
        return rows.delete(change.insert());
    }

    @Override
    public List<Statement> visit(Update change) {
        return rows.update(change);
    }

    @Override
    public List<Statement> visit(Delete change) {
        return rows.delete(change);
    }

    @Override
    public List<Statement> visit(Sql change) {
        Dialects.requireKnown(change);
        if (!change.isFor(dialect.names(moment.server()))) {
            return List.of();
        }
        return change.statements().stream()
                .map(StandardSql::withoutSemicolon)
                .map(sql -> change.transactional() ? moment.statement(sql) : moment.outside(sql))
                .toList();
    }

    /** The user's statement, so that a semicolon can follow it: also after a comment on its last line. */
    private static String withoutSemicolon(String sql) {
        String text = sql.strip();
        while (text.endsWith(";")) {
            text = text.substring(0, text.length() - 1).stripTrailing();
        }
        return Phrases.endsInComment(text) ? text + "\n" : text;
    }
}
