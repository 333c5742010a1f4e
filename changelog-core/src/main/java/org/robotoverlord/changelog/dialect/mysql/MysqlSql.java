package org.robotoverlord.changelog.dialect.mysql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.change.AddCheck;
import org.robotoverlord.changelog.change.AddColumn;
import org.robotoverlord.changelog.change.AddEnumValue;
import org.robotoverlord.changelog.change.AddForeignKey;
import org.robotoverlord.changelog.change.AddPrimaryKey;
import org.robotoverlord.changelog.change.AddUnique;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeEnum;
import org.robotoverlord.changelog.change.ChangeType;
import org.robotoverlord.changelog.change.CreateEnum;
import org.robotoverlord.changelog.change.CreateIndex;
import org.robotoverlord.changelog.change.CreateSchema;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.DropColumn;
import org.robotoverlord.changelog.change.DropConstraint;
import org.robotoverlord.changelog.change.DropEnum;
import org.robotoverlord.changelog.change.DropIndex;
import org.robotoverlord.changelog.change.DropSchema;
import org.robotoverlord.changelog.change.DropTable;
import org.robotoverlord.changelog.change.NeededFill;
import org.robotoverlord.changelog.change.RenameColumn;
import org.robotoverlord.changelog.change.RenameConstraint;
import org.robotoverlord.changelog.change.RenameEnum;
import org.robotoverlord.changelog.change.RenameEnumValue;
import org.robotoverlord.changelog.change.RenameIndex;
import org.robotoverlord.changelog.change.RenameSchema;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.change.SetCollation;
import org.robotoverlord.changelog.change.SetComment;
import org.robotoverlord.changelog.change.SetDefault;
import org.robotoverlord.changelog.change.SetGenerated;
import org.robotoverlord.changelog.change.SetIdentity;
import org.robotoverlord.changelog.change.SetNullable;
import org.robotoverlord.changelog.change.SetStorage;
import org.robotoverlord.changelog.change.Sql;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Generated;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

/**
 * Writes each kind of change for MariaDB and MySQL. What a change does to tables is told by comparing them before and after; see {@link
 * MysqlAlter}. Whatever isn't a change of rows commits by itself, so it stands outside transactions.
 */
final class MysqlSql extends MysqlObjectSql {
    /** What a statement begins with that commits what came before it. */
    private static final Pattern COMMITS = Pattern.compile(
            "(?:alter|analyze|cache|check|create(?! temporary)|drop(?! temporary)|flush|grant|install|lock|optimize|rename|repair|reset|revoke|set password|truncate|uninstall|unlock)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    MysqlSql(Dialect dialect, Moment moment) {
        super(dialect, moment);
    }

    @Override
    public List<Statement> visit(CreateTable change) {
        Name name = moment.after().local(change.name());
        String sql = MysqlTable.of(moment.after(), name, write).create("table", write.name(name), write);
        return with(outside(sql, MysqlEvidence.table(name, true)));
    }

    @Override
    public List<Statement> visit(DropTable change) {
        Name name = moment.before().local(change.name());
        return with(outside("drop table " + write.name(name), MysqlEvidence.table(name, false)));
    }

    @Override
    public List<Statement> visit(RenameTable change) {
        Name from = moment.before().local(change.from());
        Name to = moment.before().local(change.to());
        return List.of(outside(
                "rename table " + write.name(from) + " to " + write.name(to), MysqlEvidence.table(from, false)));
    }

    @Override
    public List<Statement> visit(SetComment change) {
        // An enum is the columns' own here, and a view has no comment, so there is nothing that could bear theirs.
        change.index().flatMap(moment.before()::viewOfIndex).ifPresent(this::requireTable);
        return altered();
    }

    @Override
    public List<Statement> visit(SetStorage change) {
        return altered();
    }

    @Override
    public List<Statement> visit(AddColumn change) {
        Name table = change.table();
        Column column = after(table, change.columnName());
        if (change.fill().isEmpty()
                || column.identity().isPresent()
                || column.generated().isPresent()) {
            return altered();
        }
        Value fill = change.fill().get();
        boolean literal = fill instanceof Value.Literal;
        Column first = literal ? column.withDefault(Optional.of(fill)) : column.withNullable(true);
        Schema middle = moment.after().with(table, moment.after().table(table).with(change.columnName(), first));
        List<Statement> statements = new ArrayList<>(altered(moment.before(), middle));
        if (!literal) {
            statements.add(tables.fill(table, change.columnName(), column, fill));
        }
        statements.addAll(altered(middle, moment.after()));
        return statements;
    }

    @Override
    public List<Statement> visit(DropColumn change) {
        return altered();
    }

    @Override
    public List<Statement> visit(RenameColumn change) {
        Name name = moment.after().local(change.table());
        Schema apart = MysqlReferences.without(moment.before(), name, change.from());
        boolean asked = !write.isMariadb()
                && apart != moment.before()
                && (MysqlReferences.isReadBeside(moment.after().table(name), change.to())
                        || MysqlReferences.isPointedToBeside(moment.before(), name, change.from()));
        if (!asked) {
            List<Statement> statements = new ArrayList<>(forgotten(change));
            statements.addAll(
                    renamed(change).statement(List.of(change)).stream().toList());
            return statements;
        }
        List<Statement> statements = new ArrayList<>(altered(moment.before(), apart));
        statements.addAll(renamed(change).statement(List.of(change)).stream().toList());
        statements.addAll(altered(change.apply(apart), moment.after()));
        return statements;
    }

    /**
     * What makes MariaDB forget that a query called the table otherwise: in expressions of such a table it looks for the column under the
     * new name only, and fails. To say the comment again is done at once, and the first statement that does.
     */
    private List<Statement> forgotten(RenameColumn change) {
        Name name = moment.before().local(change.table());
        Table table = moment.before().table(name);
        boolean asked = write.isMariadb() && MysqlReferences.isRead(table, change.from());
        return asked
                ? List.of(Statement.outside(
                        "alter table " + write.name(name) + " comment = "
                                + write.literal(table.comment().orElse("")),
                        List.of(change),
                        Optional.empty()))
                : List.of();
    }

    /** MySQL, other than MariaDB, leaves it to others to tell checks and generated columns the new name. */
    private MysqlClauses renamed(RenameColumn change) {
        Name name = moment.after().local(change.table());
        MysqlClauses clauses = new MysqlClauses(name, write);
        clauses.add(
                "rename column " + write.name(change.from()) + " to " + write.name(change.to()),
                MysqlEvidence.column(name, change.to(), true));
        if (!write.isMariadb()) {
            Table table = moment.after().table(name);
            MysqlTable is = MysqlTable.of(moment.after(), name, write);
            table.columns()
                    .forEach((column, each) -> each.generated()
                            .filter(generated -> generated.sql().mentions(change.to()))
                            .ifPresent(generated ->
                                    clauses.modify(column, is.columns().get(column))));
            is.checks().forEach((check, words) -> {
                if (table.checks().get(check).check().mentions(change.to())) {
                    clauses.checkAnew(check, words);
                }
            });
        }
        return clauses;
    }

    @Override
    public List<Statement> visit(ChangeType change) {
        if (change.using().isPresent()) {
            throw new Unsupported(
                    "MySQL converts the values of a column by itself and takes no 'using'; leave it out, and"
                            + " write an update before or after it, with dialect");
        }
        return altered();
    }

    @Override
    public List<Statement> visit(SetNullable change) {
        List<Statement> statements = new ArrayList<>();
        if (!change.nullable()) {
            change.neededFill(moment.before())
                    .flatMap(NeededFill::fill)
                    .ifPresent(value -> statements.add(tables.fillNull(
                            change.table(), change.column(), before(change.table(), change.column()), value)));
        }
        statements.addAll(altered());
        return statements;
    }

    @Override
    public List<Statement> visit(SetDefault change) {
        return altered();
    }

    @Override
    public List<Statement> visit(SetIdentity change) {
        return altered();
    }

    @Override
    public List<Statement> visit(SetGenerated change) {
        Column was = before(change.table(), change.column());
        if (MysqlAlter.isVirtual(was) && change.generated().isEmpty()) {
            return kept(change, was);
        }
        return altered();
    }

    /** What is computed when read is stored first: of that the server makes a plain column with the values as they are. */
    private List<Statement> kept(SetGenerated change, Column was) {
        Column stored = was.withGenerated(was.generated().map(is -> new Generated(is.sql(), true)));
        Name table = change.table();
        Schema middle = moment.before().with(table, moment.before().table(table).with(change.column(), stored));
        List<Statement> statements = new ArrayList<>(altered(moment.before(), middle));
        statements.addAll(altered(middle, moment.after()));
        return statements;
    }

    @Override
    public List<Statement> visit(SetCollation change) {
        return altered();
    }

    @Override
    public List<Statement> visit(AddPrimaryKey change) {
        return altered();
    }

    @Override
    public List<Statement> visit(AddUnique change) {
        return altered();
    }

    @Override
    public List<Statement> visit(AddCheck change) {
        return altered();
    }

    @Override
    public List<Statement> visit(AddForeignKey change) {
        return altered();
    }

    @Override
    public List<Statement> visit(DropConstraint change) {
        return altered();
    }

    /** A primary key has no name of its own. */
    @Override
    public List<Statement> visit(RenameConstraint change) {
        Change first = new RenameConstraint(change.table(), change.from(), DerivedName.temporary(change.from()));
        return mayStandIn(change.table(), change.from(), change.to()) ? altered(first) : altered();
    }

    /**
     * Whether a key that gets a name which differs in its case alone may stand in for a primary key: MariaDB takes no new column
     * afterwards, unless the key had another name in between.
     */
    private boolean mayStandIn(Name name, String from, String to) {
        Table table = moment.before().table(name);
        boolean key = table.uniques().containsKey(from) || table.indexes().containsKey(from);
        return write.isMariadb() && key && table.primaryKey().isEmpty() && from.equalsIgnoreCase(to);
    }

    /** What leads to the tables after a first change, and from there to those after this one. */
    private List<Statement> altered(Change first) {
        Schema middle = first.apply(moment.before());
        List<Statement> statements = new ArrayList<>(altered(moment.before(), middle));
        statements.addAll(altered(middle, moment.after()));
        return statements;
    }

    @Override
    public List<Statement> visit(CreateIndex change) {
        requireTable(change.table());
        return altered();
    }

    @Override
    public List<Statement> visit(DropIndex change) {
        requireTable(change.table());
        return altered();
    }

    @Override
    public List<Statement> visit(RenameIndex change) {
        requireTable(change.table());
        Change first = new RenameIndex(change.table(), change.from(), DerivedName.temporary(change.from()));
        return mayStandIn(change.table(), change.from(), change.to()) ? altered(first) : altered();
    }

    @Override
    public List<Statement> visit(CreateSchema change) {
        return List.of(outside(
                "create database " + write.name(change.name()) + " character set utf8mb4",
                MysqlEvidence.database(change.name(), true)));
    }

    /** The server drops a database with all that is in it; one that isn't empty is none of ours. */
    @Override
    public List<Statement> visit(DropSchema change) {
        return emptied(change.name());
    }

    private List<Statement> emptied(String database) {
        String name = write.literal(database);
        Statement look = Statement.outside(
                "select /* more than one row is what this fails by where the database still holds something */"
                        + " (select 1 union all select 2 from information_schema.tables where table_schema = " + name
                        + " union all select 2 from information_schema.routines where routine_schema = " + name
                        + " union all select 2 from information_schema.events where event_schema = " + name + ")",
                List.of(moment.change()),
                Optional.empty());
        return List.of(look, outside("drop database " + write.name(database), MysqlEvidence.database(database, false)));
    }

    @Override
    public List<Statement> visit(RenameSchema change) {
        List<Statement> statements = new ArrayList<>(views.leave(change));
        statements.add(outside(
                "create database " + write.name(change.to()) + " character set utf8mb4",
                MysqlEvidence.database(change.to(), true)));
        moment.before().tables().keySet().stream()
                .filter(name -> name.schema().filter(change.from()::equals).isPresent())
                .forEach(name -> statements.add(outside(
                        "rename table " + write.name(name) + " to " + write.name(Name.of(change.to(), name.local())),
                        MysqlEvidence.table(name, false))));
        if (write.isMariadb()) {
            statements.addAll(sequences.move(change.from(), change.to()));
        }
        statements.addAll(routines.move(change.from(), change.to()));
        statements.addAll(views.arrive(change));
        statements.addAll(emptied(change.from()));
        return statements;
    }

    /** An enum is made where a column is of it. */
    @Override
    public List<Statement> visit(CreateEnum change) {
        return List.of();
    }

    @Override
    public List<Statement> visit(RenameEnum change) {
        return List.of();
    }

    @Override
    public List<Statement> visit(DropEnum change) {
        return List.of();
    }

    @Override
    public List<Statement> visit(AddEnumValue change) {
        return altered();
    }

    @Override
    public List<Statement> visit(RenameEnumValue change) {
        return exchanged(change.enumType(), Map.of(change.from(), change.to()));
    }

    @Override
    public List<Statement> visit(ChangeEnum change) {
        return exchanged(change.enumType(), change.map());
    }

    /** For a moment the columns take the values of both sides, so that rows can go over. */
    private List<Statement> exchanged(Name name, Map<String, String> map) {
        Set<String> both = new LinkedHashSet<>(moment.before().enumType(name).values());
        both.addAll(moment.after().enumType(name).values());
        Schema middle = moment.before().with(Kind.ENUM, name, EnumType.of(List.copyOf(both)));
        List<Statement> statements = new ArrayList<>();
        if (!map.isEmpty()) {
            statements.addAll(altered(moment.before(), middle));
            middle.tables()
                    .forEach((table, is) -> is.columns().forEach((column, each) -> {
                        boolean mine = each.type()
                                .userType()
                                .filter(type -> middle.local(type).equals(middle.local(name)))
                                .isPresent();
                        if (mine && each.generated().isEmpty()) {
                            map.forEach((old, instead) ->
                                    statements.add(moment.statement("update " + write.name(table) + " set "
                                            + write.name(column) + " = " + write.literal(instead) + " where "
                                            + write.name(column)
                                            + " = " + write.literal(old))));
                        }
                    }));
        }
        statements.addAll(altered(map.isEmpty() ? moment.before() : middle, moment.after()));
        return statements;
    }

    /** What commits by itself is a step of its own. */
    @Override
    public List<Statement> visit(Sql change) {
        return super.visit(change).stream()
                .map(statement -> statement.transactional()
                                && COMMITS.matcher(statement.sql()).matches()
                        ? moment.outside(statement.sql())
                        : statement)
                .toList();
    }
}
