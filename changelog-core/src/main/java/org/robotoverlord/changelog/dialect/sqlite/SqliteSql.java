package org.robotoverlord.changelog.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.robotoverlord.changelog.change.AddCheck;
import org.robotoverlord.changelog.change.AddColumn;
import org.robotoverlord.changelog.change.AddEnumValue;
import org.robotoverlord.changelog.change.AddForeignKey;
import org.robotoverlord.changelog.change.AddPrimaryKey;
import org.robotoverlord.changelog.change.AddUnique;
import org.robotoverlord.changelog.change.ChangeEnum;
import org.robotoverlord.changelog.change.ChangeType;
import org.robotoverlord.changelog.change.CreateEnum;
import org.robotoverlord.changelog.change.CreateFunction;
import org.robotoverlord.changelog.change.CreateIndex;
import org.robotoverlord.changelog.change.CreateSchema;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.CreateView;
import org.robotoverlord.changelog.change.DropColumn;
import org.robotoverlord.changelog.change.DropConstraint;
import org.robotoverlord.changelog.change.DropEnum;
import org.robotoverlord.changelog.change.DropFunction;
import org.robotoverlord.changelog.change.DropIndex;
import org.robotoverlord.changelog.change.DropSchema;
import org.robotoverlord.changelog.change.DropView;
import org.robotoverlord.changelog.change.NeededFill;
import org.robotoverlord.changelog.change.RefreshView;
import org.robotoverlord.changelog.change.RenameColumn;
import org.robotoverlord.changelog.change.RenameConstraint;
import org.robotoverlord.changelog.change.RenameEnum;
import org.robotoverlord.changelog.change.RenameEnumValue;
import org.robotoverlord.changelog.change.RenameFunction;
import org.robotoverlord.changelog.change.RenameIndex;
import org.robotoverlord.changelog.change.RenameSchema;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.change.RenameView;
import org.robotoverlord.changelog.change.ReplaceFunction;
import org.robotoverlord.changelog.change.ReplaceView;
import org.robotoverlord.changelog.change.SetCollation;
import org.robotoverlord.changelog.change.SetComment;
import org.robotoverlord.changelog.change.SetDefault;
import org.robotoverlord.changelog.change.SetGenerated;
import org.robotoverlord.changelog.change.SetIdentity;
import org.robotoverlord.changelog.change.SetNullable;
import org.robotoverlord.changelog.change.SetStorage;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.StandardSql;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.ReturnType;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Signature;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;
import org.robotoverlord.changelog.schema.View;

/** What SQLite does otherwise than the standard: most changes of a table that is there make it anew, and an enum is a check. */
final class SqliteSql extends StandardSql {
    private final SqliteChanges all;
    private final SqlitePhrases phrases;

    SqliteSql(Dialect dialect, Moment moment, SqliteChanges all) {
        this(dialect, moment, all, new SqlitePhrases(dialect, moment.after(), moment.server()));
    }

    private SqliteSql(Dialect dialect, Moment moment, SqliteChanges all, SqlitePhrases phrases) {
        super(dialect, moment, phrases, new SqliteTables(moment, phrases), new SqliteRows(moment, phrases));
        this.all = all;
        this.phrases = phrases;
    }

    /** The table is made anew, with nothing else in its rows. */
    private List<Statement> anew(Name table) {
        return anew(table, false, rebuild -> {});
    }

    /**
     * @param named whether the user's SQL names columns, so that they must be there
     * @param how what becomes of its rows
     */
    private List<Statement> anew(Name table, boolean named, Consumer<SqliteRebuild> how) {
        Name name = moment.before().local(table);
        boolean looks = moment.change().neededFills(moment.before()).stream()
                .anyMatch(needed -> needed.fill().isEmpty());
        List<Statement> first = new ArrayList<>();
        if (all.waits(name) && (looks || named && !all.rebuild(name, moment).isPlain())) {
            first.addAll(all.now(name, moment.before(), moment.server()));
        }
        how.accept(all.rebuild(name, moment));
        return first;
    }

    /** All in one: two unique constraints over the same columns are no harm here. */
    @Override
    public List<Statement> visit(CreateTable change) {
        Name name = change.name();
        Table table = moment.after().table(name);
        List<Statement> statements = new ArrayList<>();
        statements.add(tables.create(name, table));
        statements.addAll(parted(name, table));
        table.indexes().forEach((index, is) -> statements.addAll(tables.createIndex(name, index, is)));
        statements.addAll(guarded(name, table));
        SqliteIdentity.requireKey(name, moment);
        return statements;
    }

    @Override
    public List<Statement> visit(SetComment change) {
        return List.of();
    }

    @Override
    public List<Statement> visit(RenameTable change) {
        write.name(change.from());
        String to = write.name(change.to());
        Name from = moment.before().local(change.from());
        boolean caseOnly = SqliteNames.areSame(from.local(), change.to().local());
        if (!caseOnly) {
            return super.visit(change);
        }
        Name between = from.sibling(SqliteRebuild.FRESH + from.local());
        return List.of(
                renamed("table", from, between.local()),
                moment.statement("alter table " + write.name(between) + " rename to " + to));
    }

    @Override
    public List<Statement> visit(SetStorage change) {
        return anew(change.table());
    }

    @Override
    public List<Statement> visit(AddColumn change) {
        Name table = moment.before().local(change.table());
        String name = change.columnName();
        Column column = after(table, name);
        boolean strict = !moment.after().table(table).storage().isEmpty();
        if (!all.waits(table) && !strict && isTaken(column, change.fill())) {
            SqliteNames.requireApart(
                    "columns of '" + table + "'",
                    moment.after().table(table).columns().keySet());
            return List.of(tables.addColumn(table, name, column));
        }
        boolean named = change.fill().filter(Value.Sql.class::isInstance).isPresent();
        return anew(table, named, rebuild -> {
            rebuild.forget(name);
            change.fill().ifPresent(fill -> rebuild.source(name, none -> write.value(column.type(), fill)));
        });
    }

    /** Whether ALTER TABLE takes such a column: rows that are there get NULL, or a constant. */
    private static boolean isTaken(Column column, Optional<Value> fill) {
        boolean constant =
                column.defaultValue().filter(Value.Literal.class::isInstance).isPresent();
        return fill.isEmpty()
                && column.identity().isEmpty()
                && column.generated().filter(generated -> generated.stored()).isEmpty()
                && (constant || column.defaultValue().isEmpty() && column.nullable());
    }

    @Override
    public List<Statement> visit(DropColumn change) {
        return anew(change.table(), false, rebuild -> rebuild.forget(change.column()));
    }

    /** At once, also where the table waits: it is made anew with the column's new name then. */
    @Override
    public List<Statement> visit(RenameColumn change) {
        Name table = moment.before().local(change.table());
        List<Statement> statements = new ArrayList<>(all.beforeRename(table, change.from(), change.to(), moment));
        statements.addAll(super.visit(change));
        return statements;
    }

    @Override
    public List<Statement> visit(ChangeType change) {
        Column from = before(change.table(), change.column());
        Column to = after(change.table(), change.column());
        return anew(change.table(), change.using().isPresent(), rebuild -> {
            change.using()
                    .ifPresentOrElse(
                            using -> rebuild.source(change.column(), old -> write.enclosed(using.sql())),
                            () -> SqliteCasts.of(from.type(), to.type())
                                    .ifPresent(cast -> rebuild.source(change.column(), cast)));
            if (SqliteCasts.areNumbers(to.type())) {
                rebuild.requireNumbers(change.column());
            }
        });
    }

    @Override
    public List<Statement> visit(SetNullable change) {
        Optional<Value> fill = change.nullable()
                ? Optional.empty()
                : change.neededFill(moment.before()).flatMap(NeededFill::fill);
        boolean named = fill.filter(Value.Sql.class::isInstance).isPresent();
        Column column = before(change.table(), change.column());
        return anew(
                change.table(),
                named,
                rebuild -> fill.ifPresent(value -> rebuild.source(
                        change.column(), old -> "coalesce(" + old + ", " + write.value(column.type(), value) + ")")));
    }

    @Override
    public List<Statement> visit(SetDefault change) {
        return anew(change.table());
    }

    @Override
    public List<Statement> visit(SetIdentity change) {
        return anew(change.table());
    }

    @Override
    public List<Statement> visit(SetGenerated change) {
        return anew(change.table());
    }

    @Override
    public List<Statement> visit(SetCollation change) {
        return anew(change.table());
    }

    @Override
    public List<Statement> visit(AddPrimaryKey change) {
        return anew(change.table());
    }

    @Override
    public List<Statement> visit(AddUnique change) {
        return anew(change.table());
    }

    @Override
    public List<Statement> visit(AddCheck change) {
        return anew(change.table());
    }

    @Override
    public List<Statement> visit(AddForeignKey change) {
        return anew(change.table());
    }

    @Override
    public List<Statement> visit(DropConstraint change) {
        return anew(change.table());
    }

    @Override
    public List<Statement> visit(RenameConstraint change) {
        return anew(change.table());
    }

    @Override
    public List<Statement> visit(CreateIndex change) {
        requireTable(change.table());
        List<Statement> statements = super.visit(change);
        return all.waits(moment.before().local(change.table())) ? anew(change.table()) : statements;
    }

    @Override
    public List<Statement> visit(DropIndex change) {
        requireTable(change.table());
        return all.waits(moment.before().local(change.table()))
                ? gone(change.table(), change.name())
                : super.visit(change);
    }

    /** An index of a table that waits goes at once, if it is there yet: another table may get one of its name. */
    private List<Statement> gone(Name table, String index) {
        SqliteRebuild rebuild = all.rebuild(moment.before().local(table), moment);
        return rebuild.losesIndex(index) ? List.of(tables.dropIndex(table, index)) : List.of();
    }

    /** Only views that hold rows have indexes. */
    private void requireTable(Name name) {
        moment.before().find(Kind.VIEW, name).ifPresent(view -> phrases.view(name, view));
    }

    @Override
    public List<Statement> visit(RenameIndex change) {
        requireTable(change.table());
        if (all.waits(moment.before().local(change.table()))) {
            return gone(change.table(), change.from());
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(tables.dropIndex(change.table(), change.from()));
        statements.addAll(tables.createIndex(
                change.table(),
                change.to(),
                moment.after().table(change.table()).indexes().get(change.to())));
        return statements;
    }

    @Override
    public List<Statement> visit(CreateEnum change) {
        write.name(change.name());
        return List.of();
    }

    @Override
    public List<Statement> visit(DropEnum change) {
        return List.of();
    }

    @Override
    public List<Statement> visit(RenameEnum change) {
        return List.of();
    }

    @Override
    public List<Statement> visit(AddEnumValue change) {
        return values(change.enumType(), Map.of());
    }

    @Override
    public List<Statement> visit(RenameEnumValue change) {
        return values(change.enumType(), Map.of(change.from(), change.to()));
    }

    @Override
    public List<Statement> visit(ChangeEnum change) {
        return values(change.enumType(), change.map());
    }

    /** Tables with columns of an enum are made anew, for the checks of its values. */
    private List<Statement> values(Name type, Map<String, String> renamed) {
        List<Statement> statements = new ArrayList<>();
        moment.before()
                .columnsOf(type)
                .forEach((table, columns) -> statements.addAll(anew(table, false, rebuild -> {
                    if (!renamed.isEmpty()) {
                        columns.forEach(column -> rebuild.source(column, old -> cases(old, renamed)));
                    }
                })));
        return statements;
    }

    private String cases(String source, Map<String, String> renamed) {
        StringBuilder text = new StringBuilder("case ").append(source);
        renamed.forEach((from, to) -> text.append(" when ")
                .append(write.literal(from))
                .append(" then ")
                .append(write.literal(to)));
        return text.append(" else ").append(source).append(" end").toString();
    }

    /** See {@link SqliteTriggers}. */
    @Override
    protected List<Statement> triggers() {
        return List.of();
    }

    @Override
    public List<Statement> visit(CreateFunction change) {
        return isHeld(moment.after(), change.name()) ? List.of() : super.visit(change);
    }

    @Override
    public List<Statement> visit(ReplaceFunction change) {
        return isHeld(moment.after(), change.name()) ? List.of() : super.visit(change);
    }

    @Override
    public List<Statement> visit(RenameFunction change) {
        return isHeld(moment.before(), change.from()) ? List.of() : super.visit(change);
    }

    @Override
    public List<Statement> visit(DropFunction change) {
        return isHeld(moment.before(), change.name()) ? List.of() : super.visit(change);
    }

    /** Whether a function is there for triggers alone, which hold what it does. */
    private static boolean isHeld(Schema schema, Signature signature) {
        return Routines.find(schema, Kind.FUNCTION, signature)
                .map(Routine::body)
                .filter(body -> body.returns().equals(ReturnType.TRIGGER)
                        && body.language().equals("sql"))
                .isPresent();
    }

    @Override
    public List<Statement> visit(CreateView change) {
        return one(phrases.view(change.name(), change.view()));
    }

    @Override
    public List<Statement> visit(DropView change) {
        return one("drop view " + write.name(change.name()));
    }

    @Override
    public List<Statement> visit(ReplaceView change) {
        return List.of(
                moment.statement("drop view " + write.name(change.name())),
                moment.statement(phrases.view(change.name(), change.view())));
    }

    @Override
    public List<Statement> visit(RenameView change) {
        View view = moment.after().get(Kind.VIEW, change.to());
        return List.of(
                moment.statement("drop view " + write.name(change.from())),
                moment.statement(phrases.view(change.to(), view)));
    }

    @Override
    public List<Statement> visit(RefreshView change) {
        return one(phrases.view(change.name(), moment.before().get(Kind.VIEW, change.name())));
    }

    @Override
    public List<Statement> visit(CreateSchema change) {
        throw noSchemas(change.name());
    }

    @Override
    public List<Statement> visit(DropSchema change) {
        throw noSchemas(change.name());
    }

    @Override
    public List<Statement> visit(RenameSchema change) {
        throw noSchemas(change.from());
    }

    private Unsupported noSchemas(String name) {
        return lacks("schemas, so none can be called '" + name + "'", "give its tables names without one");
    }
}
