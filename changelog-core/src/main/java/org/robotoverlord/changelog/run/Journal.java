package org.robotoverlord.changelog.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.dbutils.QueryRunner;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.changelog.ChangelogFile;
import org.robotoverlord.changelog.dialect.Dialect;
import org.robotoverlord.changelog.dialect.Lack;
import org.robotoverlord.changelog.dialect.Needs;
import org.robotoverlord.changelog.plan.AppliedRow;
import org.robotoverlord.changelog.plan.Span;
import org.robotoverlord.changelog.plan.Takeover;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PrimaryKey;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.TableBody;

/**
 * The migration table: a row for each changelog that was applied, written in the same transaction as its changes wherever the
 * database can. Its statements are texts, so that they travel with the changelog's own.
 */
public final class Journal {
    /** What the table is called, unless the app says otherwise. */
    public static final String DEFAULT_TABLE = "robot_migrations";

    private static final List<String> COLUMNS = List.of(
            "app",
            "id",
            "number",
            "checksum",
            "file_hash",
            "applied_at",
            "applied_by",
            "duration_ms",
            "tool_version",
            "steps_total",
            "steps_done");
    private static final Map<String, String> TYPES = types();

    private final Database database;
    private final Name table;
    private final String app;
    private final String user;
    private final String toolVersion;
    /** Whether the table was seen, in a form that is known. */
    private boolean known;

    /**
     * @param table the migration table; without a schema it lies in the app's own
     * @param app the app whose rows these are
     * @param user who runs this
     * @param toolVersion the version of this tool
     */
    public Journal(Database database, Name table, String app, String user, String toolVersion) {
        this.database = database;
        this.table = table;
        this.app = app;
        this.user = user;
        this.toolVersion = toolVersion;
    }

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("app", "varchar(100)");
        types.put("id", "varchar(200)");
        types.put("number", "bigint");
        types.put("checksum", "char(64)");
        types.put("file_hash", "char(64)");
        types.put("applied_at", "timestamptz");
        types.put("applied_by", "varchar(300)");
        types.put("duration_ms", "bigint");
        types.put("tool_version", "varchar(100)");
        types.put("steps_total", "integer");
        types.put("steps_done", "integer");
        return types;
    }

    /**
     * The app's rows, oldest first; none where the table isn't there.
     *
     * @throws org.robotoverlord.changelog.problem.Problem if the database refuses, or the table has a form that isn't known
     */
    public List<AppliedRow> rows() {
        String query = "select " + columns() + " from " + name() + " where " + column("app") + " = ? order by "
                + column("number") + ", " + column("id");
        if (!exists()) {
            return List.of();
        }
        try {
            return new QueryRunner()
                    .query(database.connection(), query, result -> rows(result, database.dialect()), app);
        } catch (SQLException failed) {
            throw unreadable(failed);
        }
    }

    private static List<AppliedRow> rows(ResultSet result, Dialect dialect) throws SQLException {
        List<AppliedRow> rows = new ArrayList<>();
        while (result.next()) {
            rows.add(new AppliedRow(
                    result.getString(1),
                    result.getString(2),
                    result.getLong(3),
                    result.getString(4),
                    result.getString(5),
                    dialect.instant(result, 6),
                    result.getString(7),
                    result.getLong(8),
                    result.getString(9),
                    result.getInt(10),
                    result.getInt(11)));
        }
        return rows;
    }

    /**
     * Whether the table is there.
     *
     * @throws org.robotoverlord.changelog.problem.Problem if the database refuses, or the table has a form that isn't known
     */
    public boolean exists() {
        if (known) {
            return true;
        }
        try (java.sql.Statement probe = database.connection().createStatement();
                ResultSet none = probe.executeQuery("select * from " + name() + " where 1 = 0")) {
            Optional<String> objection = new JournalForm(TYPES).objection(none.getMetaData());
            if (objection.isPresent()) {
                throw new Problem("the migration table " + name() + " has a form that this version (" + toolVersion
                        + ") doesn't know: " + objection.get()
                        + ". Another version of Robot made it so, or it is somebody else's; nothing was touched. Use the"
                        + " version that made it, or name another table with <migrationTable>.");
            }
            known = true;
            return true;
        } catch (SQLException failed) {
            if (database.dialect().saysNoTable(failed)) {
                return false;
            }
            throw unreadable(failed);
        }
    }

    /** Where it is for want of a right that it can't be read, that is said. */
    private Problem unreadable(SQLException failed) {
        try {
            requireRights(Needs.ofJournal(database.home(), table, true));
        } catch (Problem lacking) {
            lacking.addSuppressed(failed);
            return lacking;
        }
        return database.failure("the migration table " + name() + " can't be read", failed);
    }

    /**
     * Refuses to begin what the user isn't allowed to do.
     *
     * @throws Problem with each right that is missing, and what gives it
     */
    public void requireRights(Needs needs) {
        List<Lack> lacking;
        try {
            lacking = database.dialect().rights().lacking(database.connection(), needs);
        } catch (SQLException failed) {
            // What can't be asked is left for the run to find out.
            return;
        }
        if (!lacking.isEmpty()) {
            throw new Problem("the database's user may not do all that is needed, and nothing was done. It may not\n"
                    + lacking.stream()
                            .map(lack -> "  " + lack.what() + ":\n    " + lack.mend())
                            .collect(Collectors.joining("\n"))
                    + "\nLet somebody who may give these rights do so, and run it again.");
        }
    }

    /**
     * How much the table tells of what was done, whichever app's: it differs whenever a run got further.
     *
     * @param changelogs how many rows there are
     * @param steps how many steps are done
     */
    public record Pulse(long changelogs, long steps) {}

    /** How much it tells by now; empty where it can't be asked. */
    Optional<Pulse> pulse() {
        String query = "select count(*), coalesce(sum(" + column("steps_done") + "), 0) from " + name();
        try {
            return Optional.of(new QueryRunner().query(database.connection(), query, result -> {
                result.next();
                return new Pulse(result.getLong(1), result.getLong(2));
            }));
        } catch (SQLException notThereOrLocked) {
            return Optional.empty();
        }
    }

    /** Makes the table where it isn't there, with the app's schema if that isn't there either. The lock is held by now. */
    public void create() {
        if (exists()) {
            return;
        }
        try {
            database.runTogether(creation());
        } catch (SQLException failed) {
            throw database.failure("the migration table " + name() + " can't be made", failed);
        }
    }

    /** The statements that make the table and the app's schema. */
    public List<String> creation() {
        Map<String, Column> columns = new LinkedHashMap<>();
        TYPES.forEach((column, type) ->
                columns.put(column, Column.of(ColumnType.parse(type)).withNullable(false)));
        Table shape = Table.EMPTY
                .withColumns(columns)
                .withPrimaryKey(Optional.of(new PrimaryKey(table.local() + "_pkey", List.of("app", "id"))));
        Schema empty = Schema.empty(database.dialect().setting(database.home(), database.server()));
        Schema around = table.schema().map(empty::withSchema).orElse(empty);
        CreateTable create = new CreateTable(table, TableBody.of(table, shape));
        List<String> statements = new ArrayList<>();
        if (!database.home().equals(database.dialect().defaultSchema())) {
            statements.add(database.dialect().createHome(database.home()));
        }
        database.dialect()
                .statements(List.of(create), around, database.server())
                .forEach(statement -> statements.add(statement.sql()));
        return statements;
    }

    /** The statement that begins a transaction. */
    String begin() {
        return database.dialect().begin();
    }

    /** The statement that records a changelog. */
    public String insert(ChangelogFile file, int stepsTotal, int stepsDone) {
        return "insert into " + name() + " (" + columns() + ") values (" + literal(app) + ", "
                + literal(file.id().toString()) + ", " + file.id().number() + ", "
                + literal(file.checksum()) + ", "
                + literal(file.hash()) + ", " + database.dialect().now() + ", " + literal(user) + ", "
                + database.dialect().elapsedMillis() + ", "
                + literal(toolVersion) + ", " + stepsTotal + ", " + stepsDone + ")";
    }

    /** The statement that says how far a changelog is. */
    public String update(ChangelogFile file, int stepsTotal, int stepsDone) {
        return "update " + name() + " set " + column("steps_total") + " = " + stepsTotal + ", " + column("steps_done")
                + " = "
                + stepsDone + ", " + column("duration_ms") + " = " + column("duration_ms") + " + "
                + database.dialect().elapsedMillis() + where(file);
    }

    /** The statement that says that a changelog is one step further than it was. */
    public String oneStepMore(ChangelogFile file) {
        return "update " + name() + " set " + column("steps_done") + " = " + column("steps_done") + " + 1"
                + where(file);
    }

    /** The statement that forgets a changelog. */
    public String delete(ChangelogFile file) {
        return delete(file.id().toString());
    }

    /** The statement that forgets a changelog, whose file may be gone. */
    public String delete(String id) {
        return "delete from " + name() + where(id);
    }

    /** The statement that gives a row the id of another file, which means the same. */
    public String rename(String id, ChangelogFile file) {
        return "update " + name() + " set " + column("id") + " = "
                + literal(file.id().toString()) + ", " + column("number") + " = "
                + file.id().number() + ", "
                + column("file_hash") + " = " + literal(file.hash()) + where(id);
    }

    /** The statements that put a squash's row in the place of those of what it replaces. */
    public List<String> takeOver(Takeover takeover) {
        List<String> statements = new ArrayList<>();
        if (!takeover.others().isEmpty()) {
            String ids =
                    takeover.others().stream().map(row -> literal(row.id())).collect(Collectors.joining(", "));
            statements.add("delete from " + name() + " where " + column("app") + " = " + literal(app) + " and "
                    + column("id") + " in (" + ids + ")");
        }
        long others =
                takeover.others().stream().mapToLong(AppliedRow::durationMs).sum();
        ChangelogFile squash = takeover.squash();
        statements.add("update " + name() + " set " + column("id") + " = "
                + literal(squash.id().toString()) + ", " + column("number") + " = "
                + squash.id().number() + ", " + column("checksum") + " = " + literal(squash.checksum()) + ", "
                + column("file_hash") + " = " + literal(squash.hash()) + ", " + column("duration_ms") + " = "
                + column("duration_ms") + " + " + others
                + where(takeover.last().id()));
        return statements;
    }

    /** The statement that lets a row say what its file means now. */
    public String accept(ChangelogFile file) {
        return "update " + name() + " set " + column("checksum") + " = " + literal(file.checksum()) + ", "
                + column("file_hash") + " = " + literal(file.hash())
                + where(file.id().toString());
    }

    private String where(ChangelogFile file) {
        return where(file.id().toString());
    }

    private String where(String id) {
        return " where " + column("app") + " = " + literal(app) + " and " + column("id") + " = " + literal(id);
    }

    /** What recording alone needs of the user. */
    public Needs needs() {
        return Needs.ofJournal(database.home(), table, exists());
    }

    /** What it needs to make of one schema another, and to record it. */
    public Needs needs(Span span) {
        return Needs.of(database.home(), table, exists(), span.before(), span.after());
    }

    /** The migration table. */
    public Name table() {
        return table;
    }

    private String name() {
        return database.dialect().qualified(table, database.home());
    }

    private static String columns(Database database) {
        return COLUMNS.stream().map(database.dialect()::identifier).collect(Collectors.joining(", "));
    }

    private String columns() {
        return columns(database);
    }

    private String column(String name) {
        return database.dialect().identifier(name);
    }

    private String literal(String text) {
        return database.dialect().literal(text);
    }
}
