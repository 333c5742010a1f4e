package org.robotoverlord.changelog.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.dialect.Statement.Clause;
import org.robotoverlord.changelog.schema.Schema;

/**
 * A change as a writer of SQL sees it: between two schemas, for a server, with what comes after it.
 *
 * @param change the change
 * @param before the schema it is applied to
 * @param after the schema that comes of it
 * @param earlier the changes that precede it in the same list
 * @param later the changes that follow in the same list
 * @param server what the SQL is for
 */
public record Moment(
        Change change, Schema before, Schema after, List<Change> earlier, List<Change> later, Server server) {
    /**
     * Walks along changes.
     *
     * @param writer gives the statements of each
     * @throws Unsupported for the first change that the writer can't write
     */
    public static List<Statement> walk(
            List<Change> changes, Schema before, Server server, Function<Moment, List<Statement>> writer) {
        List<Statement> statements = new ArrayList<>();
        Schema at = before;
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            Schema after = change.apply(at);
            Moment moment = new Moment(
                    change, at, after, changes.subList(0, i), changes.subList(i + 1, changes.size()), server);
            try {
                statements.addAll(writer.apply(moment));
            } catch (Unsupported unsupported) {
                throw unsupported.of(change);
            }
            at = after;
        }
        return statements;
    }

    /** A statement of this change. */
    public Statement statement(String sql) {
        return Statement.of(sql, change);
    }

    /** A statement of this change that is committed before the next one runs. */
    public Statement outside(String sql) {
        return Statement.outside(sql, change);
    }

    /** A statement of this change that may be merged with its neighbours. */
    public Statement statement(Clause clause) {
        return Statement.of(clause, change);
    }
}
