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
import org.robotoverlord.changelog.schema.Value;

/** Writes what can be done to a table and its parts, one statement or clause each. Which of them a change takes is {@link StandardSql}. */
public class TableSql {
    protected final Step step;
    protected final Phrases write;

    /**
     * @param step what is written
     * @param write the dialect's phrases
     */
    public TableSql(Step step, Phrases write) {
        this.step = step;
        this.write = write;
    }

    /** A change of a table that no other may be merged with. */
    public final Statement alone(Name table, String clause) {
        return step.statement(head(table) + " " + clause);
    }

    /** A clause about a table that may be merged with its neighbours. */
    private Statement clause(Name table, Phase phase, String column, String text) {
        return step.statement(new Clause(head(table), text, phase, column));
    }

    /** A clause about a column of a table. */
    public final Statement column(Name table, Phase phase, String column, String text) {
        return clause(table, phase, column, "ALTER COLUMN " + write.name(column) + " " + text);
    }

    private String head(Name table) {
        return "ALTER TABLE " + write.name(table);
    }

    /** A table with its constraints, one line a part; neither indexes nor comments. */
    public Statement create(Name name, Table table) {
        List<String> parts = new ArrayList<>();
        table.columns().forEach((column, is) -> parts.add(write.column(column, is)));
        parts.addAll(write.constraints(table));
        String body = parts.isEmpty() ? " ()" : " (\n  " + String.join(",\n  ", parts) + "\n)";
        return step.statement("CREATE TABLE " + write.name(name) + body);
    }

    /** A column at the end of a table, without its comment. */
    public Statement addColumn(Name table, String name, Column column) {
        return clause(table, Phase.ADD_COLUMN, name, "ADD COLUMN " + write.column(name, column));
    }

    public Statement dropColumn(Name table, String name) {
        return clause(table, Phase.DROP, name, "DROP COLUMN " + write.name(name));
    }

    public Statement renameColumn(Name table, String from, String to) {
        return alone(table, "RENAME COLUMN " + write.name(from) + " TO " + write.name(to));
    }

    /** A column of another type or collation. */
    public Statement retype(Name table, String name, Column column, Optional<String> using) {
        String collation =
                column.collation().map(collate -> " " + write.collate(collate)).orElse("");
        String values = using.map(sql -> " USING " + sql).orElse("");
        return column(table, Phase.RETYPE, name, "SET DATA TYPE " + write.type(column.type()) + collation + values);
    }

    public Statement setNotNull(Name table, String name) {
        return column(table, Phase.REQUIRE, name, "SET NOT NULL");
    }

    public Statement dropNotNull(Name table, String name) {
        return column(table, Phase.DROP, name, "DROP NOT NULL");
    }

    /** The default that a column has, or none. */
    public Statement setDefault(Name table, String name, Column column) {
        return column.defaultValue()
                .map(value ->
                        column(table, Phase.ADD_OTHER, name, "SET DEFAULT " + write.defaultValue(column.type(), value)))
                .orElseGet(() -> dropDefault(table, name));
    }

    public Statement dropDefault(Name table, String name) {
        return column(table, Phase.DROP, name, "DROP DEFAULT");
    }

    /** What every row gets in a column. */
    public final Statement fill(Name table, String name, Column column, Value value) {
        return step.statement(
                "UPDATE " + write.name(table) + " SET " + write.name(name) + " = " + write.value(column.type(), value));
    }

    /** What rows with NULL get in a column. */
    public final Statement fillNull(Name table, String name, Column column, Value value) {
        return step.statement(fill(table, name, column, value).sql() + " WHERE " + write.name(name) + " IS NULL");
    }

    /** A primary key or unique constraint. */
    public Statement addKey(Name table, String constraint) {
        return clause(table, Phase.ADD_KEY, "", "ADD " + constraint);
    }

    /** A check or foreign key. */
    public Statement addConstraint(Name table, String constraint) {
        return clause(table, Phase.ADD_OTHER, "", "ADD " + constraint);
    }

    public Statement dropConstraint(Name table, String name) {
        return clause(table, Phase.DROP, "", "DROP CONSTRAINT " + write.name(name));
    }

    public Statement renameConstraint(Name table, String from, String to) {
        return alone(table, "RENAME CONSTRAINT " + write.name(from) + " TO " + write.name(to));
    }

    /** An index, and its comment. */
    public List<Statement> createIndex(Name table, String name, Index index) {
        List<Statement> statements = new ArrayList<>();
        statements.add(step.statement(write.createIndex(table, name, index)));
        index.comment().ifPresent(text -> statements.add(commentOnIndex(table.sibling(name), Optional.of(text))));
        return statements;
    }

    public Statement dropIndex(Name table, String name) {
        return step.statement("DROP INDEX " + write.name(table.sibling(name)));
    }

    public Statement commentOnTable(Name table, Optional<String> text) {
        return comment("TABLE " + write.name(table), text);
    }

    public Statement commentOnColumn(Name table, String column, Optional<String> text) {
        return comment("COLUMN " + write.name(table) + "." + write.name(column), text);
    }

    public Statement commentOnIndex(Name index, Optional<String> text) {
        return comment("INDEX " + write.name(index), text);
    }

    /** A comment on anything; none where there's no text. */
    public final Statement comment(String target, Optional<String> text) {
        return step.statement(
                "COMMENT ON " + target + " IS " + text.map(write::literal).orElse("NULL"));
    }
}
