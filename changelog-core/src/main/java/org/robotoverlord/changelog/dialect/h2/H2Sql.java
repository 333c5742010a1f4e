package org.robotoverlord.changelog.dialect.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.AddCheck;
import org.robotoverlord.changelog.change.AddColumn;
import org.robotoverlord.changelog.change.AddEnumValue;
import org.robotoverlord.changelog.change.AddForeignKey;
import org.robotoverlord.changelog.change.AddPrimaryKey;
import org.robotoverlord.changelog.change.AddUnique;
import org.robotoverlord.changelog.change.AlterDomain;
import org.robotoverlord.changelog.change.AlterSequence;
import org.robotoverlord.changelog.change.ChangeEnum;
import org.robotoverlord.changelog.change.ChangeType;
import org.robotoverlord.changelog.change.CreateDomain;
import org.robotoverlord.changelog.change.CreateEnum;
import org.robotoverlord.changelog.change.CreateIndex;
import org.robotoverlord.changelog.change.CreateSchema;
import org.robotoverlord.changelog.change.CreateSequence;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.CreateView;
import org.robotoverlord.changelog.change.DropDomain;
import org.robotoverlord.changelog.change.DropEnum;
import org.robotoverlord.changelog.change.DropIndex;
import org.robotoverlord.changelog.change.DropSchema;
import org.robotoverlord.changelog.change.DropSequence;
import org.robotoverlord.changelog.change.DropTable;
import org.robotoverlord.changelog.change.DropView;
import org.robotoverlord.changelog.change.Insert;
import org.robotoverlord.changelog.change.RefreshView;
import org.robotoverlord.changelog.change.RenameConstraint;
import org.robotoverlord.changelog.change.RenameDomain;
import org.robotoverlord.changelog.change.RenameEnum;
import org.robotoverlord.changelog.change.RenameEnumValue;
import org.robotoverlord.changelog.change.RenameIndex;
import org.robotoverlord.changelog.change.RenameSchema;
import org.robotoverlord.changelog.change.RenameSequence;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.change.RenameView;
import org.robotoverlord.changelog.change.ReplaceView;
import org.robotoverlord.changelog.change.SetCollation;
import org.robotoverlord.changelog.change.SetComment;
import org.robotoverlord.changelog.change.SetGenerated;
import org.robotoverlord.changelog.change.SetIdentity;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.RowSql;
import org.robotoverlord.changelog.dialect.StandardSql;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PrimaryKey;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

/** What H2 does otherwise than the standard: each statement is a step that the catalogue tells of, and enums are domains. */
final class H2Sql extends StandardSql {
    private final H2Phrases phrases;
    private final H2Tables steps;
    private final H2Evidence evidence;
    private final H2Enums enums;
    private final H2Domains domains;
    private final H2Identity identities;
    private final H2Sequences sequences;
    private final H2Views views;

    private final H2Names names;

    /** @param names what has been done so far for names that are taken */
    H2Sql(Dialect dialect, Moment moment, H2Names names) {
        this(dialect, moment, names, new H2Phrases(dialect, moment.after(), moment.server()));
    }

    private H2Sql(Dialect dialect, Moment moment, H2Names names, H2Phrases phrases) {
        this(dialect, moment, names, phrases, new H2Tables(moment, phrases, dialect));
    }

    private H2Sql(Dialect dialect, Moment moment, H2Names names, H2Phrases phrases, H2Tables steps) {
        super(dialect, moment, phrases, steps, new RowSql(moment, phrases));
        this.names = names;
        this.phrases = phrases;
        this.steps = steps;
        this.evidence = steps.evidence();
        this.domains = new H2Domains(moment, phrases, steps, names);
        this.enums = new H2Enums(moment, phrases, steps, domains);
        this.identities = new H2Identity(dialect, moment, phrases, steps);
        this.sequences = new H2Sequences(moment, phrases, steps);
        this.views = new H2Views(moment, phrases, steps);
    }

    private List<Statement> one(String sql, String done) {
        return List.of(steps.step(sql, done));
    }

    @Override
    public List<Statement> visit(CreateTable change) {
        Name name = change.name();
        Table table = moment.after().table(name);
        List<Statement> statements = new ArrayList<>(names.freed(moment, name, table.constraintNames(), steps));
        statements.add(steps.create(name, table));
        statements.addAll(parted(name, table));
        table.indexes().forEach((index, is) -> statements.addAll(steps.createIndex(name, index, is)));
        table.comment().ifPresent(text -> statements.add(steps.commentOnTable(name, Optional.of(text))));
        table.triggers().forEach((trigger, is) -> statements.add(steps.createTrigger(name, trigger, is)));
        statements.addAll(guarded(name, table));
        return statements;
    }

    @Override
    public List<Statement> visit(DropTable change) {
        return one("drop table " + write.name(change.name()), evidence.table(change.name(), false));
    }

    @Override
    public List<Statement> visit(RenameTable change) {
        return renamed("table", change.from(), change.to(), evidence.table(change.to(), true));
    }

    /** A new name in the same schema. */
    private List<Statement> renamed(String kind, Name from, Name to, String done) {
        Name source = moment.before().local(from);
        Name target = moment.before().local(to);
        if (!source.schema().equals(target.schema())) {
            String how = kind.equals("domain") ? "give the columns that type" : "take the rows over with sql";
            throw new Unsupported("H2 moves nothing into another schema; create '" + to + "' there, " + how
                    + ", and drop '" + from + "'");
        }
        return one(renamed(kind, source, target.local()).sql(), done);
    }

    /** An enum's or a domain's stays in the models: H2 would give it to each new column of the domain. */
    @Override
    public List<Statement> visit(SetComment change) {
        if (change.enumType().isPresent() || change.domain().isPresent()) {
            return List.of();
        }
        change.index().ifPresent(index -> requireTable(moment.before().viewOfIndex(index)));
        return super.visit(change);
    }

    @Override
    public List<Statement> visit(CreateDomain change) {
        return domains.create(
                moment.after().local(change.name()), moment.after().get(Kind.DOMAIN, change.name()));
    }

    @Override
    public List<Statement> visit(AlterDomain change) {
        return domains.alter(change);
    }

    @Override
    public List<Statement> visit(RenameDomain change) {
        List<Statement> statements =
                new ArrayList<>(renamed("domain", change.from(), change.to(), evidence.domain(change.to(), true)));
        statements.addAll(domains.renamed(change.from(), change.to()));
        return statements;
    }

    @Override
    public List<Statement> visit(DropDomain change) {
        return List.of(domains.drop(change.name()));
    }

    @Override
    public List<Statement> visit(CreateSequence change) {
        return List.of(sequences.create(change.name(), change.sequence()));
    }

    @Override
    public List<Statement> visit(AlterSequence change) {
        return sequences.alter(
                change.name(),
                moment.before().get(Kind.SEQUENCE, change.name()),
                moment.after().get(Kind.SEQUENCE, change.name()));
    }

    @Override
    public List<Statement> visit(RenameSequence change) {
        throw H2Sequences.keepsName(change.from());
    }

    @Override
    public List<Statement> visit(DropSequence change) {
        return List.of(sequences.drop(change.name()));
    }

    @Override
    public List<Statement> visit(CreateView change) {
        return views.create(change.name(), change.view());
    }

    @Override
    public List<Statement> visit(ReplaceView change) {
        return views.replace(change.name(), change.view());
    }

    @Override
    public List<Statement> visit(RenameView change) {
        return renamed("view", change.from(), change.to(), evidence.table(change.to(), true));
    }

    @Override
    public List<Statement> visit(DropView change) {
        return List.of(views.drop(change.name()));
    }

    @Override
    public List<Statement> visit(RefreshView change) {
        H2Views.requirePlain(change.name(), moment.before().get(Kind.VIEW, change.name()));
        return List.of();
    }

    /** Views hold no rows of their own that could be indexed. */
    private void requireTable(Optional<Name> name) {
        name.ifPresent(is -> moment.before().find(Kind.VIEW, is).ifPresent(view -> H2Views.requirePlain(is, view)));
    }

    @Override
    public List<Statement> visit(CreateIndex change) {
        requireTable(Optional.of(change.table()));
        return super.visit(change);
    }

    /** Its comment is among its words. */
    @Override
    public List<Statement> visit(AddColumn change) {
        Column column = after(change.table(), change.columnName());
        boolean fillsLate = change.fill().filter(Value.Sql.class::isInstance).isPresent();
        if (fillsLate && Domains.isRequired(moment.after(), column.type())) {
            return filled(
                    change.table(), change.columnName(), column, change.fill().get());
        }
        List<Statement> statements = new ArrayList<>(super.visit(change));
        statements.removeAll(commentOn(change.table(), change.columnName(), column));
        return statements;
    }

    /** A column of a domain that takes no NULL is of what that is made of until each row has its value. */
    private List<Statement> filled(Name table, String name, Column column, Value fill) {
        Column plain = column.withType(Domains.base(moment.after(), column.type()))
                .withDefault(Optional.empty())
                .withNullable(true);
        List<Statement> statements = new ArrayList<>();
        statements.add(steps.addColumn(table, name, plain));
        statements.add(steps.fill(table, name, column, fill));
        statements.add(
                steps.alone(table, "alter column " + write.name(name) + " set data type " + write.type(column.type())));
        if (column.defaultValue().isPresent()) {
            statements.add(steps.setDefault(table, name, column));
        }
        if (!column.nullable()) {
            statements.add(steps.setNotNull(table, name));
        }
        return statements;
    }

    @Override
    public List<Statement> visit(ChangeType change) {
        Name table = moment.before().local(change.table());
        List<Statement> statements =
                new ArrayList<>(new H2Around(moment, phrases, steps, table, List.of(change.column()))
                        .retyped(change.column(), change.using().map(given -> write.sql(given.sql()))));
        statements.addAll(views.reading(table, change.column()));
        return statements;
    }

    @Override
    public List<Statement> visit(SetCollation change) {
        change.collation().ifPresent(write::collate);
        return List.of();
    }

    @Override
    public List<Statement> visit(SetIdentity change) {
        return identities.set(moment.before().local(change.table()), change.column());
    }

    @Override
    public List<Statement> visit(SetGenerated change) {
        Name table = change.table();
        return List.of(
                change.generated().isPresent()
                        ? steps.define(table, change.column(), after(table, change.column()))
                        : steps.alone(table, "alter column " + write.name(change.column()) + " drop expression"));
    }

    @Override
    public List<Statement> visit(AddPrimaryKey change) {
        PrimaryKey key = moment.after().table(change.table()).primaryKey().orElseThrow();
        return added(change.table(), key.name(), write.primaryKey(key));
    }

    @Override
    public List<Statement> visit(AddUnique change) {
        return added(change.table(), change.name(), write.unique(change.name(), change.unique()));
    }

    @Override
    public List<Statement> visit(AddCheck change) {
        return added(change.table(), change.name(), write.check(change.name(), change.check()));
    }

    @Override
    public List<Statement> visit(AddForeignKey change) {
        ForeignKey key = moment.after().table(change.table()).foreignKeys().get(change.name());
        return added(change.table(), change.name(), write.foreignKey(change.name(), key));
    }

    private List<Statement> added(Name table, String name, String constraint) {
        List<Statement> statements = new ArrayList<>(names.freed(moment, table, Set.of(name), steps));
        statements.add(steps.addConstraint(table, name, constraint));
        return statements;
    }

    @Override
    public List<Statement> visit(RenameConstraint change) {
        List<Statement> statements = new ArrayList<>(names.freed(moment, change.table(), Set.of(change.to()), steps));
        Check check = moment.after().table(change.table()).checks().get(change.to());
        if (check == null) {
            statements.add(steps.renameConstraint(change.table(), names.current(change), change.to()));
        } else {
            // One that is always true may be gone, as H2 loses it when it copies the table.
            statements.add(steps.dropConstraint(change.table(), change.from()));
            statements.add(steps.addConstraint(change.table(), change.to(), write.check(change.to(), check)));
        }
        return statements;
    }

    /**
     * A unique constraint that came later works with a unique index over its columns, and doesn't let it go; nor do foreign keys to
     * it let the constraint go.
     */
    @Override
    public List<Statement> visit(DropIndex change) {
        requireTable(Optional.of(change.table()));
        Name table = moment.before().local(change.table());
        Optional<Index> index = moment.before()
                .findTable(table)
                .map(is -> is.indexes().get(change.name()))
                .filter(Index::unique);
        List<Statement> statements = new ArrayList<>();
        List<Statement> again = new ArrayList<>();
        index.ifPresent(is -> moment.before().table(table).uniques().forEach((name, unique) -> {
            Set<String> columns = Set.copyOf(unique.columns());
            if (columns.equals(Set.copyOf(is.columnNames()))) {
                again.add(steps.addConstraint(table, name, write.unique(name, unique)));
                moment.before()
                        .tables()
                        .forEach((other, each) -> each.foreignKeys().forEach((key, points) -> {
                            boolean there =
                                    moment.before().local(points.references()).equals(table)
                                            && columns.equals(Set.copyOf(points.to()));
                            if (there) {
                                statements.add(steps.dropConstraint(other, key));
                                again.add(steps.addConstraint(other, key, write.foreignKey(key, points)));
                            }
                        }));
                statements.add(steps.dropConstraint(table, name));
            }
        }));
        statements.add(steps.dropIndex(table, change.name()));
        statements.addAll(again);
        return statements;
    }

    @Override
    public List<Statement> visit(RenameIndex change) {
        requireTable(Optional.of(change.table()));
        Name from = change.table().sibling(change.from());
        return one(renamed("index", from, change.to()).sql(), evidence.index(from.sibling(change.to()), true));
    }

    @Override
    public List<Statement> visit(CreateSchema change) {
        return one("create schema " + write.name(change.name()), evidence.schema(change.name(), true));
    }

    @Override
    public List<Statement> visit(DropSchema change) {
        return one("drop schema " + write.name(change.name()), evidence.schema(change.name(), false));
    }

    @Override
    public List<Statement> visit(RenameSchema change) {
        return views.around(
                change,
                steps.step(
                        "alter schema " + write.name(change.from()) + " rename to " + write.name(change.to()),
                        evidence.schema(change.to(), true)));
    }

    @Override
    public List<Statement> visit(CreateEnum change) {
        return List.of(enums.create(change.name(), change.type()));
    }

    @Override
    public List<Statement> visit(DropEnum change) {
        return List.of(domains.drop(change.name()));
    }

    @Override
    public List<Statement> visit(RenameEnum change) {
        return renamed("domain", change.from(), change.to(), evidence.domain(change.to(), true));
    }

    @Override
    public List<Statement> visit(AddEnumValue change) {
        return enums.anew(change.enumType(), Map.of());
    }

    @Override
    public List<Statement> visit(RenameEnumValue change) {
        return enums.anew(change.enumType(), Map.of(change.from(), change.to()));
    }

    @Override
    public List<Statement> visit(ChangeEnum change) {
        return enums.anew(change.enumType(), change.map());
    }

    @Override
    public List<Statement> visit(Insert change) {
        List<Statement> statements = new ArrayList<>(super.visit(change));
        Set<String> given =
                change.rows().stream().flatMap(row -> row.keySet().stream()).collect(Collectors.toSet());
        statements.addAll(identities.passRows(moment.before().local(change.table()), given));
        return statements;
    }
}
