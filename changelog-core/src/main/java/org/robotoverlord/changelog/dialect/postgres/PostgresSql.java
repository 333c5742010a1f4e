package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.AddColumn;
import org.robotoverlord.changelog.change.AddEnumValue;
import org.robotoverlord.changelog.change.AddExclude;
import org.robotoverlord.changelog.change.AlterDomain;
import org.robotoverlord.changelog.change.AlterExtension;
import org.robotoverlord.changelog.change.AlterPolicy;
import org.robotoverlord.changelog.change.AlterSequence;
import org.robotoverlord.changelog.change.AttachPartition;
import org.robotoverlord.changelog.change.ChangeEnum;
import org.robotoverlord.changelog.change.ChangeType;
import org.robotoverlord.changelog.change.CreateDomain;
import org.robotoverlord.changelog.change.CreateEnum;
import org.robotoverlord.changelog.change.CreateExtension;
import org.robotoverlord.changelog.change.CreateFunction;
import org.robotoverlord.changelog.change.CreatePartition;
import org.robotoverlord.changelog.change.CreatePolicy;
import org.robotoverlord.changelog.change.CreateProcedure;
import org.robotoverlord.changelog.change.CreateSequence;
import org.robotoverlord.changelog.change.CreateTrigger;
import org.robotoverlord.changelog.change.CreateView;
import org.robotoverlord.changelog.change.DetachPartition;
import org.robotoverlord.changelog.change.DropColumn;
import org.robotoverlord.changelog.change.DropDomain;
import org.robotoverlord.changelog.change.DropEnum;
import org.robotoverlord.changelog.change.DropExtension;
import org.robotoverlord.changelog.change.DropFunction;
import org.robotoverlord.changelog.change.DropPartition;
import org.robotoverlord.changelog.change.DropPolicy;
import org.robotoverlord.changelog.change.DropProcedure;
import org.robotoverlord.changelog.change.DropSequence;
import org.robotoverlord.changelog.change.DropTrigger;
import org.robotoverlord.changelog.change.DropView;
import org.robotoverlord.changelog.change.Insert;
import org.robotoverlord.changelog.change.RefreshView;
import org.robotoverlord.changelog.change.RenameDomain;
import org.robotoverlord.changelog.change.RenameEnum;
import org.robotoverlord.changelog.change.RenameEnumValue;
import org.robotoverlord.changelog.change.RenameFunction;
import org.robotoverlord.changelog.change.RenamePartition;
import org.robotoverlord.changelog.change.RenamePolicy;
import org.robotoverlord.changelog.change.RenameProcedure;
import org.robotoverlord.changelog.change.RenameSequence;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.change.RenameTrigger;
import org.robotoverlord.changelog.change.RenameView;
import org.robotoverlord.changelog.change.ReplaceFunction;
import org.robotoverlord.changelog.change.ReplaceProcedure;
import org.robotoverlord.changelog.change.ReplaceTrigger;
import org.robotoverlord.changelog.change.ReplaceView;
import org.robotoverlord.changelog.change.SetCollation;
import org.robotoverlord.changelog.change.SetComment;
import org.robotoverlord.changelog.change.SetGenerated;
import org.robotoverlord.changelog.change.SetIdentity;
import org.robotoverlord.changelog.change.SetRowSecurity;
import org.robotoverlord.changelog.change.SetStorage;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.RowSql;
import org.robotoverlord.changelog.dialect.StandardSql;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnName;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Extension;
import org.robotoverlord.changelog.schema.Function;
import org.robotoverlord.changelog.schema.Generated;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Procedure;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Sequences;
import org.robotoverlord.changelog.schema.Signature;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Trigger;
import org.robotoverlord.changelog.schema.Value;

/** What PostgreSQL does otherwise than the standard: types and expressions of columns that are there, enums, sequences, extensions. */
final class PostgresSql extends StandardSql {
    private static final int SET_EXPRESSION_SINCE = 17;

    private final PostgresEnums enums;
    private final PostgresDomains domains;
    private final PostgresRoutines routines;
    private final PostgresTables triggers;

    PostgresSql(Dialect dialect, Moment moment) {
        this(dialect, moment, new PostgresPhrases(dialect, moment.after(), moment.server()));
    }

    private PostgresSql(Dialect dialect, Moment moment, Phrases write) {
        this(dialect, moment, write, new PostgresTables(moment, write));
    }

    private PostgresSql(Dialect dialect, Moment moment, Phrases write, PostgresTables tables) {
        super(dialect, moment, write, tables, new RowSql(moment, write));
        this.triggers = tables;
        this.enums = new PostgresEnums(moment, write, tables);
        this.domains = new PostgresDomains(moment, write, tables);
        this.routines = new PostgresRoutines(moment, write);
    }

    private PostgresRebuild rebuild() {
        return new PostgresRebuild(moment, write, tables);
    }

    @Override
    protected List<Statement> parted(Name name, Table table) {
        PostgresPartitions partitions = partitions();
        partitions.requireExclusions(table);
        return partitions.ofNew(name, table);
    }

    @Override
    public List<Statement> visit(AddExclude change) {
        partitions().requireExclusions(moment.after().table(change.table()));
        return super.visit(change);
    }

    @Override
    public List<Statement> visit(RenameTable change) {
        List<Statement> statements = new ArrayList<>(super.visit(change));
        statements.addAll(partitions().follow(change.from(), change.to()));
        return statements;
    }

    @Override
    public List<Statement> visit(CreatePartition change) {
        return partitions().create(change);
    }

    @Override
    public List<Statement> visit(DropPartition change) {
        return partitions().drop(change);
    }

    @Override
    public List<Statement> visit(RenamePartition change) {
        return List.of(partitions().rename(change));
    }

    @Override
    public List<Statement> visit(AttachPartition change) {
        return partitions().attach(change);
    }

    @Override
    public List<Statement> visit(DetachPartition change) {
        return partitions().detach(change);
    }

    private PostgresPartitions partitions() {
        return new PostgresPartitions(moment, write, tables);
    }

    @Override
    protected List<Statement> guarded(Name name, Table table) {
        return policies().of(name, table);
    }

    @Override
    public List<Statement> visit(SetRowSecurity change) {
        return policies()
                .secure(change.table(), moment.before().table(change.table()).rowSecurity(), change.rowSecurity());
    }

    @Override
    public List<Statement> visit(CreatePolicy change) {
        return List.of(policies().create(change.table(), change.name(), change.policy()));
    }

    @Override
    public List<Statement> visit(DropPolicy change) {
        return List.of(policies().drop(change.table(), change.name()));
    }

    @Override
    public List<Statement> visit(AlterPolicy change) {
        return policies().alter(change);
    }

    @Override
    public List<Statement> visit(RenamePolicy change) {
        return List.of(policies().rename(change));
    }

    private PostgresPolicies policies() {
        return new PostgresPolicies(moment, write, tables);
    }

    /** In one statement, as the lock is a weak one that others would make stronger. */
    @Override
    public List<Statement> visit(SetStorage change) {
        return new PostgresStorage(moment, write, tables).set(change.table());
    }

    @Override
    public List<Statement> visit(AddColumn change) {
        PostgresRebuild rebuild = rebuild();
        rebuild.dependents().addPolicies(change.table(), change.columnName());
        Column column = after(change.table(), change.columnName());
        boolean late = change.fill().orElse(Value.NULL) instanceof Value.Sql
                && Domains.isRequired(moment.after(), column.type());
        List<Statement> added = late
                ? filledFirst(
                        change.table(),
                        change.columnName(),
                        column,
                        change.fill().orElseThrow())
                : added(change);
        return new PostgresStorage(moment, write, tables).keptOutOfLine(change.table(), rebuild.around(added));
    }

    private List<Statement> added(AddColumn change) {
        Column column = after(change.table(), change.columnName());
        return column.identity().isPresent() && partitions().refusesNumbers(change.table())
                ? identity().addToPartitions(change.table(), change.columnName(), column)
                : super.visit(change);
    }

    /** A column of a domain that takes no NULL: it is of the domain once its rows have values. */
    private List<Statement> filledFirst(Name table, String name, Column column, Value fill) {
        Column plain = Column.of(Domains.base(moment.after(), column.type()));
        List<Statement> statements = new ArrayList<>();
        statements.add(tables.addColumn(table, name, plain));
        statements.add(tables.fill(table, name, plain, fill));
        statements.add(tables.retype(table, name, column, Optional.empty()));
        column.defaultValue().ifPresent(value -> statements.add(tables.setDefault(table, name, column)));
        if (!column.nullable()) {
            statements.add(tables.setNotNull(table, name));
        }
        statements.addAll(commentOn(table, name, column));
        return statements;
    }

    /** A policy that means all columns of the table stands on each. */
    @Override
    public List<Statement> visit(DropColumn change) {
        PostgresRebuild rebuild = rebuild();
        rebuild.dependents().addPolicies(change.table(), change.column());
        return rebuild.around(super.visit(change));
    }

    /** A default is taken away meanwhile: the server would keep the old one with a cast around it, or refuse. */
    @Override
    public List<Statement> visit(ChangeType change) {
        Name table = change.table();
        String name = change.column();
        Column was = before(table, name);
        Column is = after(table, name);
        Optional<String> using =
                change.using().map(given -> write.sql(given.sql())).or(() -> cast(name, was.type(), is.type()));
        if (using.isPresent() && was.generated().isPresent()) {
            return recreated(table, name, is);
        }
        PostgresRebuild rebuild = rebuild();
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

    @Override
    public List<Statement> visit(SetCollation change) {
        PostgresRebuild rebuild = rebuild();
        rebuild.dependents().addGenerated(change.table(), sql -> sql.mentions(change.column()));
        rebuild.dependents().addTriggers(change.table(), trigger -> trigger.mentions(change.column()));
        rebuild.dependents().addPolicies(change.table(), change.column());
        rebuild.dependents().addViews(change.table(), change.column());
        return rebuild.around(super.visit(change));
    }

    @Override
    public List<Statement> visit(SetGenerated change) {
        Name table = change.table();
        String name = change.column();
        Optional<Generated> was = before(table, name).generated();
        Column is = after(table, name);
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
    private List<Statement> recreated(Name table, String name, Column is) {
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
        PostgresRebuild rebuild = rebuild();
        rebuild.dependents().addAllOn(table, name);
        List<Name> owned = Sequences.ownedBy(moment.before(), table, name);
        List<Statement> statements = new ArrayList<>();
        owned.forEach(sequence -> statements.add(owned(sequence, Optional.empty())));
        statements.add(tables.dropColumn(table, name));
        statements.addAll(made);
        owned.forEach(sequence -> statements.add(owned(sequence, Optional.of(new ColumnName(table, name)))));
        statements.addAll(commentOn(table, name, is));
        return rebuild.around(statements);
    }

    private Statement owned(Name sequence, Optional<ColumnName> owner) {
        return moment.statement(
                "alter sequence " + write.name(sequence) + sequences().ownedBy(owner));
    }

    @Override
    public List<Statement> visit(Insert change) {
        Set<String> given =
                change.rows().stream().flatMap(row -> row.keySet().stream()).collect(Collectors.toSet());
        List<Statement> statements = new ArrayList<>(super.visit(change));
        statements.addAll(identity().passRows(change.table(), given));
        return statements;
    }

    @Override
    public List<Statement> visit(SetIdentity change) {
        return identity().set(change.table(), change.column());
    }

    private PostgresIdentity identity() {
        return new PostgresIdentity(moment, write, tables);
    }

    @Override
    public List<Statement> visit(CreateEnum change) {
        return enums.create(change);
    }

    @Override
    public List<Statement> visit(AddEnumValue change) {
        return enums.addValue(change);
    }

    @Override
    public List<Statement> visit(RenameEnumValue change) {
        return one("alter type " + write.name(change.enumType()) + " rename value " + write.literal(change.from())
                + " to " + write.literal(change.to()));
    }

    @Override
    public List<Statement> visit(ChangeEnum change) {
        return enums.change(change);
    }

    @Override
    public List<Statement> visit(RenameEnum change) {
        return moved("type", change.from(), change.to(), this::isType);
    }

    @Override
    public List<Statement> visit(DropEnum change) {
        return one("drop type " + write.name(change.name()));
    }

    @Override
    public List<Statement> visit(CreateDomain change) {
        return domains.create(change.name(), moment.after().get(Kind.DOMAIN, change.name()));
    }

    @Override
    public List<Statement> visit(DropDomain change) {
        return one("drop domain " + write.name(change.name()));
    }

    @Override
    public List<Statement> visit(AlterDomain change) {
        return domains.alter(change);
    }

    @Override
    public List<Statement> visit(RenameDomain change) {
        return moved("domain", change.from(), change.to(), this::isType);
    }

    private boolean isType(Name name) {
        return moment.before().findEnum(name).isPresent()
                || moment.before().find(Kind.DOMAIN, name).isPresent();
    }

    @Override
    public List<Statement> visit(SetComment change) {
        return change.domain()
                .map(name -> List.of(domains.comment(name, change.comment())))
                .orElseGet(() -> super.visit(change));
    }

    @Override
    public List<Statement> visit(CreateSequence change) {
        return one(sequences().create(change.name(), change.sequence()));
    }

    @Override
    public List<Statement> visit(DropSequence change) {
        return one("drop sequence " + write.name(change.name()));
    }

    @Override
    public List<Statement> visit(AlterSequence change) {
        return sequences()
                .alter(
                        change.name(),
                        moment.before().get(Kind.SEQUENCE, change.name()),
                        moment.after().get(Kind.SEQUENCE, change.name()))
                .map(this::one)
                .orElse(List.of());
    }

    @Override
    public List<Statement> visit(RenameSequence change) {
        return moved("sequence", change.from(), change.to(), this::isRelation);
    }

    @Override
    public List<Statement> visit(CreateView change) {
        return views().create(change);
    }

    @Override
    public List<Statement> visit(DropView change) {
        return views().drop(change);
    }

    /** Made anew, with what stands on it: the server lets a view in place get more columns, and no more. */
    @Override
    public List<Statement> visit(ReplaceView change) {
        PostgresRebuild rebuild = rebuild();
        rebuild.dependents().addView(change.name());
        return rebuild.around(List.of());
    }

    @Override
    public List<Statement> visit(RenameView change) {
        return moved(
                PostgresViews.word(moment.before().get(Kind.VIEW, change.from())),
                change.from(),
                change.to(),
                this::isRelation);
    }

    @Override
    public List<Statement> visit(RefreshView change) {
        return List.of(views().refresh(change));
    }

    private PostgresViews views() {
        return new PostgresViews(moment, write, tables);
    }

    private PostgresSequences sequences() {
        return new PostgresSequences(write);
    }

    /** One that the database has already, since only a superuser may make some, is left as it is. */
    @Override
    public List<Statement> visit(CreateExtension change) {
        String version = change.extension()
                .version()
                .map(wanted -> " version " + write.literal(wanted))
                .orElse("");
        return one("create extension if not exists " + write.name(change.name()) + " schema "
                + write.name(schemaOf(change.extension())) + version);
    }

    @Override
    public List<Statement> visit(DropExtension change) {
        return one("drop extension " + write.name(change.name()));
    }

    @Override
    public List<Statement> visit(AlterExtension change) {
        Extension was = moment.before().extensions().get(change.name());
        Extension is = change.extension();
        String alter = "alter extension " + write.name(change.name());
        List<Statement> statements = new ArrayList<>();
        if (!schemaOf(was).equals(schemaOf(is))) {
            statements.add(moment.statement(alter + " set schema " + write.name(schemaOf(is))));
        }
        if (!was.version().equals(is.version())) {
            String to =
                    is.version().map(version -> " to " + write.literal(version)).orElse("");
            statements.add(moment.statement(alter + " update" + to));
        }
        return statements;
    }

    @Override
    public List<Statement> visit(CreateFunction change) {
        return routines.create("create", function(change.name()));
    }

    @Override
    public List<Statement> visit(ReplaceFunction change) {
        return routines.create("create or replace", function(change.name()));
    }

    @Override
    public List<Statement> visit(RenameFunction change) {
        return routines.rename("function", change.from(), change.to());
    }

    @Override
    public List<Statement> visit(DropFunction change) {
        return routines.drop("function", change.name());
    }

    private Routine<Function> function(Signature signature) {
        return Routines.find(moment.after(), Kind.FUNCTION, signature).orElseThrow();
    }

    @Override
    public List<Statement> visit(CreateProcedure change) {
        return routines.create("create", procedure(change.name()));
    }

    @Override
    public List<Statement> visit(ReplaceProcedure change) {
        return routines.create("create or replace", procedure(change.name()));
    }

    @Override
    public List<Statement> visit(RenameProcedure change) {
        return routines.rename("procedure", change.from(), change.to());
    }

    @Override
    public List<Statement> visit(DropProcedure change) {
        return routines.drop("procedure", change.name());
    }

    private Routine<Procedure> procedure(Signature signature) {
        return Routines.find(moment.after(), Kind.PROCEDURE, signature).orElseThrow();
    }

    @Override
    public List<Statement> visit(CreateTrigger change) {
        return List.of(triggers.createTrigger(change.table(), change.name(), trigger(change.table(), change.name())));
    }

    @Override
    public List<Statement> visit(ReplaceTrigger change) {
        return List.of(triggers.replaceTrigger(change.table(), change.name(), trigger(change.table(), change.name())));
    }

    private Trigger trigger(Name table, String name) {
        return moment.after().table(table).triggers().get(name);
    }

    @Override
    public List<Statement> visit(RenameTrigger change) {
        return one("alter trigger " + write.name(change.from()) + " on " + write.name(change.table()) + " rename to "
                + write.name(change.to()));
    }

    @Override
    public List<Statement> visit(DropTrigger change) {
        return List.of(triggers.dropTrigger(change.table(), change.name()));
    }

    private String schemaOf(Extension extension) {
        return extension.schema().orElse(moment.after().setting().home());
    }
}
