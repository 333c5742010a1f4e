package org.robotoverlord.changelog.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Delete;
import org.robotoverlord.changelog.change.Insert;
import org.robotoverlord.changelog.change.Update;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Value;

/** Writes the changes of rows. */
public class RowSql {
    protected final Moment moment;
    protected final Phrases write;

    /**
     * @param moment what is written
     * @param write the dialect's phrases
     */
    public RowSql(Moment moment, Phrases write) {
        this.moment = moment;
        this.write = write;
    }

    /** A statement for each run of rows that give the same columns. */
    public List<Statement> insert(Insert change) {
        List<Statement> statements = new ArrayList<>();
        List<Map<String, Value>> run = new ArrayList<>();
        for (Map<String, Value> row : change.rows()) {
            if (!run.isEmpty() && !run.get(0).keySet().equals(row.keySet())) {
                statements.addAll(insert(change, run));
                run.clear();
            }
            run.add(row);
        }
        statements.addAll(insert(change, run));
        return statements;
    }

    private List<Statement> insert(Insert change, List<Map<String, Value>> rows) {
        Table table = moment.before().table(change.table());
        List<String> columns = List.copyOf(rows.get(0).keySet());
        String into = "insert into " + write.name(change.table());
        if (columns.isEmpty()) {
            return rows.stream().map(row -> moment.statement(into + nothing())).toList();
        }
        String values = rows.stream()
                .map(row -> columns.stream()
                        .map(column -> write.value(table.column(column).type(), row.get(column)))
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(",\n  ", "\n  ", ""));
        return List.of(moment.statement(
                into + " (" + write.names(columns) + ")" + overriding(table, columns) + " values" + values));
    }

    /** What is inserted where a row gives no value, with a space before. */
    protected String nothing() {
        return " default values";
    }

    /** What makes an identity column that is always numbered take a value all the same, with a space before. */
    protected String overriding(Table table, List<String> columns) {
        boolean numbered = columns.stream()
                .flatMap(column -> table.column(column).identity().stream())
                .anyMatch(identity -> identity.always());
        return numbered ? " overriding system value" : "";
    }

    /** The rows of an insert are told by their primary key. */
    public List<Statement> delete(Insert inserted) {
        Table table = moment.before().table(inserted.table());
        List<String> key = table.keyColumns();
        boolean single = key.size() == 1;
        String keys = inserted.rows().stream()
                .map(row -> key.stream()
                        .map(column -> write.value(table.column(column).type(), row.get(column)))
                        .collect(Collectors.joining(", ", single ? "" : "(", single ? "" : ")")))
                .collect(Collectors.joining(", "));
        String columns = single ? write.names(key) : "(" + write.names(key) + ")";
        return List.of(moment.statement(
                "delete from " + write.name(inserted.table()) + " where " + columns + " in (" + keys + ")"));
    }

    public List<Statement> update(Update change) {
        Table table = moment.before().table(change.table());
        String set = change.set().entrySet().stream()
                .map(entry -> write.name(entry.getKey()) + " = "
                        + write.value(table.column(entry.getKey()).type(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return List.of(moment.statement(
                "update " + write.name(change.table()) + " set " + set + " where " + write.sql(change.where())));
    }

    public List<Statement> delete(Delete change) {
        return List.of(
                moment.statement("delete from " + write.name(change.table()) + " where " + write.sql(change.where())));
    }
}
