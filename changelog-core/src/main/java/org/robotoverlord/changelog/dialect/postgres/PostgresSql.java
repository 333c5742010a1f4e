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
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Trigger;
import org.robotoverlord.changelog.schema.Value;

/** What PostgreSQL does otherwise than the standard: types and expressions of columns that are there, enums, sequences, extensions. */
final class PostgresSql extends StandardSql {
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

    @Override
    public List<Statement> visit(ChangeType change) {
        return new PostgresRetyping(moment, write, tables).change(change);
    }

    @Override
    public List<Statement> visit(SetCollation change) {
        PostgresRebuild rebuild = rebuild();
        rebuild.dependents().addGenerated(change.table(), sql -> sql.mentions(change.column()));
        rebuild.dependents().addCollated(change.table(), change.column());
        rebuild.dependents().addTriggers(change.table(), trigger -> trigger.mentions(change.column()));
        rebuild.dependents().addPolicies(change.table(), change.column());
        rebuild.dependents().addViews(change.table(), change.column());
        return rebuild.around(super.visit(change));
    }

    @Override
    public List<Statement> visit(SetGenerated change) {
        return generated().set(change);
    }

    private PostgresGenerated generated() {
        return new PostgresGenerated(moment, write, tables);
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
        return moved("type", change.from(), change.to());
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
        return moved("domain", change.from(), change.to());
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
        return moved("sequence", change.from(), change.to());
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
        return moved(PostgresViews.word(moment.before().get(Kind.VIEW, change.from())), change.from(), change.to());
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

    @Override
    public List<Statement> visit(CreateExtension change) {
        return extensions().create(change);
    }

    @Override
    public List<Statement> visit(DropExtension change) {
        return extensions().drop(change);
    }

    @Override
    public List<Statement> visit(AlterExtension change) {
        return extensions().alter(change);
    }

    private PostgresExtensions extensions() {
        return new PostgresExtensions(moment, write);
    }

    @Override
    public List<Statement> visit(CreateFunction change) {
        return routines.create("create", Kind.FUNCTION, change.name());
    }

    @Override
    public List<Statement> visit(ReplaceFunction change) {
        return routines.create("create or replace", Kind.FUNCTION, change.name());
    }

    @Override
    public List<Statement> visit(RenameFunction change) {
        return routines.rename("function", change.from(), change.to());
    }

    @Override
    public List<Statement> visit(DropFunction change) {
        return routines.drop("function", change.name());
    }

    @Override
    public List<Statement> visit(CreateProcedure change) {
        return routines.create("create", Kind.PROCEDURE, change.name());
    }

    @Override
    public List<Statement> visit(ReplaceProcedure change) {
        return routines.create("create or replace", Kind.PROCEDURE, change.name());
    }

    @Override
    public List<Statement> visit(RenameProcedure change) {
        return routines.rename("procedure", change.from(), change.to());
    }

    @Override
    public List<Statement> visit(DropProcedure change) {
        return routines.drop("procedure", change.name());
    }

    @Override
    public List<Statement> visit(CreateTrigger change) {
        return List.of(triggers.createTrigger(change.table(), change.name(), trigger(change.table(), change.name())));
    }

    /** Replaced by one for statements, a trigger for rows would leave those behind that the server made of it for partitions. */
    @Override
    public List<Statement> visit(ReplaceTrigger change) {
        Table table = moment.before().table(change.table());
        Trigger trigger = trigger(change.table(), change.name());
        boolean others = table.partitioning().isPresent()
                && table.triggers().get(change.name()).forEach() != trigger.forEach();
        return others
                ? List.of(
                        triggers.dropTrigger(change.table(), change.name()),
                        triggers.createTrigger(change.table(), change.name(), trigger))
                : List.of(triggers.replaceTrigger(change.table(), change.name(), trigger));
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
}
