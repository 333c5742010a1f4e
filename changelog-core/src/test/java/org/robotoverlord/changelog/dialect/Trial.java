package org.robotoverlord.changelog.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeExample;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;

/** A database on which changes are tried. What could be in a transaction is rolled back, so that the next trial finds it empty. */
public final class Trial implements AutoCloseable {
    private final Dialect dialect;
    private final Connection connection;
    private final Server server;
    private final Set<String> schemas = new TreeSet<>();
    private final List<String> atEnd;
    private Savepoint begun;
    private List<Change> begunWith = List.of();
    private boolean spent;

    /** @param atEnd what does at the end of each run what a commit would */
    public Trial(Dialect dialect, Connection connection, List<String> atEnd) throws SQLException {
        this.dialect = dialect;
        this.connection = connection;
        this.atEnd = atEnd;
        this.server = dialect.server(connection);
        connection.setAutoCommit(true);
        for (String statement : dialect.sessionStatements(dialect.defaultSchema())) {
            execute(statement);
        }
        connection.setAutoCommit(false);
    }

    /** Runs what is given for a trial; what many are given in common is run once for all of them. */
    void given(List<Change> given, List<Change> common) throws SQLException {
        boolean inCommon =
                given.size() >= common.size() && given.subList(0, common.size()).equals(common);
        if (!inCommon) {
            connection.rollback();
            begun = null;
            run(given, ChangeExample.empty());
            return;
        }
        if (begun == null || !common.equals(begunWith)) {
            connection.rollback();
            run(common, ChangeExample.empty());
            begun = connection.setSavepoint();
            begunWith = common;
        }
        run(given.subList(common.size(), given.size()), ChangeExample.after(common));
    }

    /** Runs the statements of changes as a run would. */
    public void run(List<Change> changes, Schema before) throws SQLException {
        schemas.addAll(before.schemas());
        for (Statement statement : dialect.statements(changes, before, server)) {
            if (statement.transactional()) {
                execute(statement.sql());
            } else {
                spent = true;
                begun = null;
                connection.commit();
                connection.setAutoCommit(true);
                assertDone(statement, false);
                execute(statement.sql());
                assertDone(statement, true);
                connection.setAutoCommit(false);
            }
        }
        for (String sql : atEnd) {
            execute(sql);
        }
    }

    /** What tells the next run after a death what became of a statement tells the truth; one that has nothing to do may count as done. */
    private void assertDone(Statement statement, boolean done) throws SQLException {
        boolean needed = done || !statement.sql().contains(" if exists ");
        if (needed && statement.done().isPresent()) {
            assertThat(!askAll(statement.done().get()).isEmpty())
                    .as(
                            "done: %s, as %s says",
                            statement.sql(), statement.done().get())
                    .isEqualTo(done);
        }
    }

    public void execute(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new SQLException(failed.getMessage() + " in: " + sql, failed.getSQLState(), failed);
        }
    }

    /** The first column of the first row; null where there is none. */
    public String ask(String query) throws SQLException {
        List<String> all = askAll(query);
        return all.isEmpty() ? null : all.get(0);
    }

    /** The rows, their columns joined with spaces. */
    public List<String> askAll(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    StringBuilder row = new StringBuilder(String.valueOf(rows.getString(1)));
                    for (int i = 2; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.append(' ').append(rows.getString(i));
                    }
                    found.add(row.toString());
                }
            }
        }
        return found;
    }

    /** What a query calls its first column. */
    String nameOf(String query) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery(query)) {
                return rows.getMetaData().getColumnLabel(1);
            }
        }
    }

    /** The database holds this schema, in its own words. */
    public void assertIs(Schema schema) throws SQLException {
        Set<String> others = new TreeSet<>(schemas);
        others.addAll(schema.schemas());
        Schema live = dialect.introspector().read(connection, schema.setting(), others, name -> true);
        Schema wished = dialect.asPrinted(connection, schema);
        if (!live.equals(wished)) {
            assertThat(without(parts(live), parts(wished))).isEqualTo(without(parts(wished), parts(live)));
            assertThat(live).isEqualTo(wished);
        }
    }

    private static String without(List<String> parts, List<String> others) {
        return parts.stream().filter(part -> !others.contains(part)).collect(Collectors.joining("\n"));
    }

    /** A line a part, so that a difference can be read. */
    private static List<String> parts(Schema schema) {
        List<String> parts = new ArrayList<>();
        schema.enums().forEach((name, type) -> parts.add(name + ": " + type));
        schema.all(Kind.DOMAIN).forEach((name, domain) -> parts.add(name + ": " + domain));
        schema.all(Kind.SEQUENCE).forEach((name, sequence) -> parts.add(name + ": " + sequence));
        schema.all(Kind.VIEW).forEach((name, view) -> {
            parts.add(name + ": " + view.withIndexes(Map.of()));
            view.indexes().forEach((index, is) -> parts.add(name + "." + index + ": " + is));
        });
        schema.extensions().forEach((name, extension) -> parts.add(name + ": " + extension));
        Routines.all(schema).forEach(routine -> parts.add(routine.toString()));
        schema.tables().forEach((name, table) -> {
            parts.add(name + ": " + table.comment() + table.primaryKey() + table.storage() + table.rowSecurity()
                    + table.partitioning().map(is -> is.by()));
            table.partitions().forEach((partition, is) -> parts.add(name + "." + partition + ": " + is));
            table.policies().forEach((policy, is) -> parts.add(name + "." + policy + ": " + is));
            table.columns().forEach((column, is) -> parts.add(name + "." + column + ": " + is));
            table.uniques().forEach((unique, is) -> parts.add(name + "." + unique + ": " + is));
            table.checks()
                    .forEach((check, is) ->
                            parts.add(name + "." + check + ": " + is.check().folded()));
            table.foreignKeys().forEach((key, is) -> parts.add(name + "." + key + ": " + is));
            table.indexes().forEach((index, is) -> parts.add(name + "." + index + ": " + is));
            table.excludes().forEach((exclude, is) -> parts.add(name + "." + exclude + ": " + is));
            table.triggers().forEach((trigger, is) -> parts.add(name + "." + trigger + ": " + is));
        });
        return parts;
    }

    /** Leaves no trace, if that can be. */
    public void forget() throws SQLException {
        if (begun == null) {
            connection.rollback();
        } else {
            connection.rollback(begun);
        }
        schemas.clear();
        if (spent) {
            connection.close();
        }
    }

    /** Whether something was committed, so that the next trial needs another database. */
    boolean isSpent() {
        return spent;
    }

    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
            connection.close();
        }
    }
}
