package org.robotoverlord.changelog.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.dialect.Statement.Clause;
import org.robotoverlord.changelog.dialect.Statement.Phase;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Trigger;
import org.robotoverlord.changelog.schema.Value;

/** Writes what can be done to a table and its parts, one statement or clause each. Which of them a change takes is {@link StandardSql}. */
public class TableSql {
    protected final Moment moment;
    protected final Phrases write;

    /**
     * @param moment what is written
     * @param write the dialect's phrases
     */
    public TableSql(Moment moment, Phrases write) {
        this.moment = moment;
        this.write = write;
    }

    /** A change of a table that no other may be merged with. */
    public final Statement alone(Name table, String clause) {
        return moment.statement(head(table) + " " + clause);
    }

    /** A clause about a table that may be merged with its neighbours. */
    private Statement clause(Name table, Phase phase, String column, String text) {
        return moment.statement(new Clause(head(table), text, phase, column));
    }

    /** A clause about a column of a table. */
    public final Statement column(Name table, Phase phase, String column, String text) {
        return clause(table, phase, column, "alter column " + write.name(column) + " " + text);
    }

    private String head(Name table) {
        return "alter table " + write.name(table);
    }

    /** A table with its constraints, one line a part, and its storage parameters; neither indexes nor comments. */
    public Statement create(Name name, Table table) {
        List<String> parts = new ArrayList<>();
        table.columns().forEach((column, is) -> parts.add(write.column(column, is)));
        parts.addAll(write.constraints(table));
        String body = parts.isEmpty() ? " ()" : " (\n  " + String.join(",\n  ", parts) + "\n)";
        return moment.statement("create table " + write.name(name) + body + write.storage(table.storage()));
    }

    /** A column at the end of a table, without its comment. */
    public Statement addColumn(Name table, String name, Column column) {
        return clause(table, Phase.ADD_COLUMN, name, "add column " + write.column(name, column));
    }

    public Statement dropColumn(Name table, String name) {
        return clause(table, Phase.DROP, name, "drop column " + write.name(name));
    }

    public Statement renameColumn(Name table, String from, String to) {
        return alone(table, "rename column " + write.name(from) + " to " + write.name(to));
    }

    /** A column of another type or collation. */
    public Statement retype(Name table, String name, Column column, Optional<String> using) {
        String collation =
                column.collation().map(collate -> " " + write.collate(collate)).orElse("");
        String values = using.map(sql -> " using " + sql).orElse("");
        return column(table, Phase.RETYPE, name, "set data type " + write.type(column.type()) + collation + values);
    }

    public Statement setNotNull(Name table, String name) {
        return column(table, Phase.REQUIRE, name, "set not null");
    }

    public Statement dropNotNull(Name table, String name) {
        return column(table, Phase.DROP, name, "drop not null");
    }

    /** The default that a column has, or none. */
    public Statement setDefault(Name table, String name, Column column) {
        return column.defaultValue()
                .map(value ->
                        column(table, Phase.ADD_OTHER, name, "set default " + write.defaultValue(column.type(), value)))
                .orElseGet(() -> dropDefault(table, name));
    }

    public Statement dropDefault(Name table, String name) {
        return column(table, Phase.DROP, name, "drop default");
    }

    /** What every row gets in a column. */
    public final Statement fill(Name table, String name, Column column, Value value) {
        return moment.statement(
                "update " + write.name(table) + " set " + write.name(name) + " = " + write.value(column.type(), value));
    }

    /** What rows with NULL get in a column. */
    public final Statement fillNull(Name table, String name, Column column, Value value) {
        return moment.statement(fill(table, name, column, value).sql() + " where " + write.name(name) + " is null");
    }

    /** A primary key or unique constraint. */
    public Statement addKey(Name table, String constraint) {
        return clause(table, Phase.ADD_KEY, "", "add " + constraint);
    }

    /** A check or foreign key. */
    public Statement addConstraint(Name table, String constraint) {
        return clause(table, Phase.ADD_OTHER, "", "add " + constraint);
    }

    public Statement dropConstraint(Name table, String name) {
        return clause(table, Phase.DROP, "", "drop constraint " + write.name(name));
    }

    public Statement renameConstraint(Name table, String from, String to) {
        return alone(table, "rename constraint " + write.name(from) + " to " + write.name(to));
    }

    /** An index, and its comment. */
    public List<Statement> createIndex(Name table, String name, Index index) {
        List<Statement> statements = new ArrayList<>();
        statements.add(moment.statement(write.createIndex(table, name, index)));
        index.comment().ifPresent(text -> statements.add(commentOnIndex(table.sibling(name), Optional.of(text))));
        return statements;
    }

    public Statement dropIndex(Name table, String name) {
        return moment.statement("drop index " + write.name(table.sibling(name)));
    }

    /** A trigger, which each database words its own way. */
    public Statement createTrigger(Name table, String name, Trigger trigger) {
        throw new Unsupported(
                "triggers are written otherwise for every database, and here for none; make them with sql");
    }

    public Statement dropTrigger(Name table, String name) {
        return moment.statement("drop trigger " + write.name(name) + " on " + write.name(table));
    }

    public Statement commentOnTable(Name table, Optional<String> text) {
        return comment("table " + write.name(table), text);
    }

    public Statement commentOnColumn(Name table, String column, Optional<String> text) {
        return comment("column " + write.name(table) + "." + write.name(column), text);
    }

    public Statement commentOnIndex(Name index, Optional<String> text) {
        return comment("index " + write.name(index), text);
    }

    /** A comment on anything; none where there's no text. */
    public final Statement comment(String target, Optional<String> text) {
        return moment.statement(
                "comment on " + target + " is " + text.map(write::literal).orElse("null"));
    }
}
