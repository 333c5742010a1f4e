package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.schema.Schema;

/** A transaction, or savepoint of one, in which names without a schema lead to a scratch schema first. */
final class ScratchSession {
    private static final Pattern IN_PATH = Pattern.compile("\"((?:[^\"]|\"\")*+)\"|[^\",\\s]+");

    private static final String BEGINNING = "select pg_backend_pid() as pid, current_setting('search_path') as path,"
            + " has_database_privilege(current_database(), 'create') as may_make_schemas";

    private final Connection connection;
    private final ScratchNames names;
    private final List<String> printPath;

    private ScratchSession(Connection connection, ScratchNames names, List<String> printPath) {
        this.connection = connection;
        this.names = names;
        this.printPath = printPath;
    }

    /** Makes the scratch schema that stands for the home of the schema. The others are made with what they hold. */
    static ScratchSession open(Connection connection, Schema wished) throws SQLException {
        String home = wished.setting().home();
        try (Statement statement = connection.createStatement()) {
            String ownPath;
            ScratchNames names;
            try (ResultSet row = statement.executeQuery(BEGINNING)) {
                row.next();
                // No other session has the number while this one lives, and what is named by it never outlives this
                // one.
                String prefix = "robot_scratch_" + row.getInt("pid") + "_";
                ownPath = row.getString("path");
                names = row.getBoolean("may_make_schemas")
                        ? withSchema(statement, new ScratchNames(wished, prefix + "0", prefix))
                        : new ScratchNames(wished, temporary(connection), prefix);
            }
            List<String> printPath = List.of(names.home(), home);
            List<String> path = new ArrayList<>(printPath);
            for (String schema : schemas(ownPath)) {
                path.add(names.standIn(schema));
                path.add(schema);
            }
            setPath(connection, PrintSettings.path(path));
            return new ScratchSession(connection, names, printPath);
        }
    }

    private static ScratchNames withSchema(Statement statement, ScratchNames names) throws SQLException {
        statement.execute("create schema " + PrintSettings.path(List.of(names.home())));
        return names;
    }

    /**
     * The session's schema of temporary things, for whoever may make no schemas. What it holds is found like any other, but for
     * functions, which are looked for in the real schemas then.
     */
    private static String temporary(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table robot_scratch ()");
            statement.execute("drop table pg_temp.robot_scratch");
            try (ResultSet row =
                    statement.executeQuery("select nspname from pg_namespace where oid = pg_my_temp_schema()")) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** The schemas of a search path. */
    private static List<String> schemas(String path) {
        return IN_PATH.matcher(path)
                .results()
                .map(match ->
                        match.group(1) == null ? match.group() : match.group(1).replace("\"\"", "\""))
                .filter(schema -> !schema.isEmpty())
                .toList();
    }

    private static void setPath(Connection connection, String path) throws SQLException {
        String query =
                "select set_config('search_path', ?, true), set_config('standard_conforming_strings', 'on', true)";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, path);
            statement.execute();
        }
    }

    ScratchNames names() {
        return names;
    }

    /** The schemas whose names print without one. */
    List<String> printPath() {
        return printPath;
    }

    /**
     * Runs the statements, in one round trip unless one of them fails.
     *
     * @throws SQLException that names the statement
     */
    void run(List<String> statements) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            runBlock(statements);
        } catch (SQLException failed) {
            connection.rollback(before);
            for (String statement : statements) {
                runAlone(statement);
            }
            throw failed;
        }
    }

    private void runAlone(String statement) throws SQLException {
        try {
            runBlock(List.of(statement));
        } catch (SQLException failed) {
            String message = String.valueOf(failed.getMessage()).replaceAll("\\R[^\\n]*inline_code_block[^\\n]*", "");
            throw new SQLException(names.legible(message + "\n  in: " + statement), failed.getSQLState(), failed);
        }
    }

    /**
     * A block of PL/pgSQL can't commit what it was called in, so whatever an expression of the user's holds, the way back stays
     * open.
     */
    private void runBlock(List<String> statements) throws SQLException {
        String block = statements.stream()
                .map(statement -> "execute " + literal(statement) + ";")
                .collect(Collectors.joining("\n", "begin\n", "\nend"));
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("do " + literal(block));
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
