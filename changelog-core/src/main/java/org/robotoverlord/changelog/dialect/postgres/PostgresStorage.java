package org.robotoverlord.changelog.dialect.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.TableSql;
import org.robotoverlord.changelog.schema.Name;

/**
 * Sets storage parameters of tables. Those of {@code toast.} belong to another table, which the server makes beside the first one with
 * the first column that may be kept there; set before, they are lost in silence.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS">Storage
 *     Parameters</a>
 */
final class PostgresStorage {
    /** How the parameters of the other table begin. */
    static final String OUT_OF_LINE = "toast.";

    private final Moment moment;
    private final Phrases write;
    private final TableSql tables;

    PostgresStorage(Moment moment, Phrases write, TableSql tables) {
        this.moment = moment;
        this.write = write;
        this.tables = tables;
    }

    /** Sets just what differs; nothing where nothing does. */
    List<Statement> set(Name table) {
        Map<String, String> was = moment.before().table(table).storage();
        Map<String, String> is = moment.after().table(table).storage();
        Map<String, String> set = new LinkedHashMap<>(is);
        set.entrySet().removeAll(was.entrySet());
        List<String> reset =
                was.keySet().stream().filter(name -> !is.containsKey(name)).toList();
        List<String> clauses = new ArrayList<>();
        if (!reset.isEmpty()) {
            clauses.add(reset.stream().map(write::word).collect(Collectors.joining(", ", "reset (", ")")));
        }
        if (!set.isEmpty()) {
            clauses.add(setting(set));
        }
        return clauses.isEmpty() ? List.of() : List.of(tables.alone(table, String.join(", ", clauses)));
    }

    private String setting(Map<String, String> parameters) {
        return "set (" + write.parameters(parameters) + ")";
    }

    /** The statements that change columns, and after them what the other table may just have been made without. */
    List<Statement> keptOutOfLine(Name table, List<Statement> statements) {
        Map<String, String> parameters =
                new LinkedHashMap<>(moment.after().table(table).storage());
        parameters.keySet().removeIf(name -> !name.startsWith(OUT_OF_LINE));
        if (parameters.isEmpty()) {
            return statements;
        }
        List<Statement> all = new ArrayList<>(statements);
        all.add(tables.alone(table, setting(parameters)));
        return all;
    }
}
