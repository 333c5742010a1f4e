package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.TableSql;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PrimaryKey;
import org.robotoverlord.changelog.schema.Table;

/**
 * Drops what stands in the way of a change before it, and puts it back after: as the schema has it then, comments included. All
 * happens in the transaction of the changelog, so nobody ever sees a table without.
 */
final class PostgresRebuild {
    private final Moment moment;
    private final Phrases write;
    private final TableSql tables;
    private final PostgresDependents dependents;

    PostgresRebuild(Moment moment, Phrases write, TableSql tables) {
        this.moment = moment;
        this.write = write;
        this.tables = tables;
        this.dependents = new PostgresDependents(moment.before());
    }

    /** What stands in the way; to be filled before {@link #around}. */
    PostgresDependents dependents() {
        return dependents;
    }

    /** The statements, with what stands in their way dropped before and put back after. */
    List<Statement> around(List<Statement> statements) {
        Map<Name, PostgresDependents.OfTable> found = dependents.found();
        List<Statement> all = new ArrayList<>();
        found.forEach((table, of) -> of.triggers().forEach(trigger -> all.add(tables.dropTrigger(table, trigger))));
        PostgresPolicies policies = new PostgresPolicies(moment, write, tables);
        found.forEach((table, of) -> of.policies().forEach(policy -> all.add(policies.drop(table, policy))));
        List<Name> views = dependents.views();
        PostgresViews making = new PostgresViews(moment, write, tables);
        all.addAll(making.dropped(views));
        found.forEach((table, of) -> dropConstraints(all, table, of.foreignKeys()));
        found.forEach((table, of) -> of.indexes().forEach(index -> all.add(tables.dropIndex(table, index))));
        found.forEach((table, of) -> {
            dropConstraints(all, table, of.checks());
            dropConstraints(all, table, of.keys());
            of.generated().forEach(column -> all.add(tables.dropColumn(table, column)));
        });
        all.addAll(statements);
        found.forEach((table, of) -> putBackConstraints(all, table, of));
        found.forEach((table, of) -> putBackIndexes(all, table, of.indexes()));
        found.forEach((table, of) -> putBackComments(all, table, of.generated()));
        found.forEach((table, of) -> of.foreignKeys().forEach(key -> putBackForeignKey(all, table, key)));
        all.addAll(making.putBack(views));
        found.forEach((table, of) -> putBackTriggers(all, table, of.triggers()));
        found.forEach((table, of) -> of.policies()
                .forEach(policy -> all.add(policies.create(
                        table, policy, moment.after().table(table).policies().get(policy)))));
        return all;
    }

    private void dropConstraints(List<Statement> all, Name table, Set<String> names) {
        names.forEach(name -> all.add(tables.dropConstraint(table, name)));
    }

    private void putBackConstraints(List<Statement> all, Name table, PostgresDependents.OfTable of) {
        Table is = moment.after().table(table);
        of.generated().forEach(column -> all.add(tables.addColumn(table, column, is.column(column))));
        of.keys().forEach(key -> all.add(tables.addKey(table, key(is, key))));
        of.checks()
                .forEach(check -> all.add(tables.addConstraint(
                        table, write.check(check, is.checks().get(check)))));
    }

    private String key(Table table, String name) {
        Optional<PrimaryKey> primary =
                table.primaryKey().filter(key -> key.name().equals(name));
        return primary.map(write::primaryKey)
                .orElseGet(() -> table.excludes().containsKey(name)
                        ? write.exclude(name, table.excludes().get(name))
                        : write.unique(name, table.uniques().get(name)));
    }

    private void putBackIndexes(List<Statement> all, Name table, Set<String> indexes) {
        Table is = moment.after().table(table);
        indexes.forEach(index ->
                all.addAll(tables.createIndex(table, index, is.indexes().get(index))));
    }

    private void putBackComments(List<Statement> all, Name table, Set<String> columns) {
        for (String name : columns) {
            Column column = moment.after().table(table).column(name);
            column.comment().ifPresent(text -> all.add(tables.commentOnColumn(table, name, Optional.of(text))));
        }
    }

    private void putBackTriggers(List<Statement> all, Name table, Set<String> triggers) {
        Table is = moment.after().table(table);
        triggers.forEach(trigger ->
                all.add(tables.createTrigger(table, trigger, is.triggers().get(trigger))));
    }

    private void putBackForeignKey(List<Statement> all, Name table, String name) {
        all.add(tables.addConstraint(
                table,
                write.foreignKey(name, moment.after().table(table).foreignKeys().get(name))));
    }
}
