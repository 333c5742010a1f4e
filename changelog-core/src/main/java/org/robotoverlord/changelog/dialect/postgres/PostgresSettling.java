package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.robotoverlord.changelog.schema.Expression;

/**
 * Asks the catalogue what became of a statement that can't be in a transaction; what it left half made goes, or is brought to its
 * end.
 */
final class PostgresSettling {
    private static final String NAME = "(?:\"(?:[^\"]|\"\")++\"|[^\\s\".,;()']+)";
    private static final String QUALIFIED = NAME + "(?: \\. " + NAME + ")?";
    private static final Pattern CREATE_INDEX =
            pattern("create (?<unique>unique )?index concurrently (?:if not exists )?" + "(?:(?<index>" + NAME
                    + ") )?on (?:only )?(?<table>" + QUALIFIED + ") (?<body>.+)");
    private static final Pattern DROP_INDEX =
            pattern("drop index concurrently (?:if exists )?(?<index>" + QUALIFIED + ")(?: cascade| restrict)?");
    private static final Pattern ADD_VALUE = pattern(
            "alter type (?<type>" + QUALIFIED + ") add value (?:if not exists )?'(?<value>(?:[^']|'')*+)'(?: .*)?");

    private static final Pattern REINDEX =
            pattern("reindex (?:\\( ?.*\\) ?)?(?:index|table) concurrently (?<name>" + QUALIFIED + ")");
    private static final Pattern DETACH = pattern("alter table (?:if exists )?(?:only )?(?<table>" + QUALIFIED
            + ") detach partition (?<partition>" + QUALIFIED + ") concurrently");

    /** Beside each index a new one is built, which takes the other's name when it is whole. */
    private static final String COPIES = """
            select format('%I.%I', n.nspname, c.relname) as answer
            from pg_index i
            join pg_class c on c.oid = i.indexrelid
            join pg_namespace n on n.oid = c.relnamespace
            join pg_class t on t.oid = coalesce((select indrelid from pg_index where indexrelid = to_regclass(?)), to_regclass(?))
            where i.indrelid in (t.oid, t.reltoastrelid) and not i.indisvalid and c.relname ~ '_cc(new|old)[0-9]*$'
            order by 1""";

    private static final String DETACHING = """
            select coalesce((select case when inhdetachpending then 'begun' else 'attached' end from pg_inherits
              where inhparent = to_regclass(?) and inhrelid = to_regclass(?)), 'detached') as answer
            where to_regclass(?) is not null""";
    private static final String IS_GONE = "select to_regclass(?) is null as answer";
    private static final String HAS_VALUE =
            "select exists (select from pg_enum where enumtypid = to_regtype(?) and enumlabel = ?) as answer";

    private final Connection connection;

    private PostgresSettling(Connection connection) {
        this.connection = connection;
    }

    /** Whether the catalogue says that the statement is done. */
    static boolean tells(String sql) {
        String folded = Expression.of(sql).folded();
        return Stream.of(CREATE_INDEX, DROP_INDEX, DETACH, ADD_VALUE)
                .anyMatch(each -> each.matcher(folded).matches());
    }

    /** Whether the statement is done; what it left half made is dropped. */
    static boolean isDone(Connection connection, String sql) throws SQLException {
        PostgresSettling settling = new PostgresSettling(connection);
        String folded = Expression.of(sql).folded();
        Matcher create = CREATE_INDEX.matcher(folded);
        if (create.matches()) {
            return new PostgresIndexMade(connection, create).isDone();
        }
        Matcher drop = DROP_INDEX.matcher(folded);
        if (drop.matches()) {
            return settling.isTrue(IS_GONE, drop.group("index"));
        }
        Matcher reindex = REINDEX.matcher(folded);
        if (reindex.matches()) {
            return settling.dropCopies(reindex.group("name"));
        }
        Matcher detach = DETACH.matcher(folded);
        if (detach.matches()) {
            return settling.isDetached(detach.group("table"), detach.group("partition"));
        }
        Matcher add = ADD_VALUE.matcher(folded);
        return add.matches()
                && settling.isTrue(
                        HAS_VALUE, add.group("type"), add.group("value").replace("''", "'"));
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    /** Whether it was rebuilt to its end can't be told, so it is again; what was half built goes. */
    private boolean dropCopies(String name) throws SQLException {
        for (String copy : texts(COPIES, name, name)) {
            execute("drop index concurrently if exists " + copy);
        }
        return false;
    }

    /** A detaching that was begun is as good as done, and can only be brought to its end. */
    private boolean isDetached(String table, String partition) throws SQLException {
        List<String> state = texts(DETACHING, table, partition, partition);
        if (state.contains("begun")) {
            execute("alter table " + table + " detach partition " + partition + " finalize");
        }
        return !state.isEmpty() && !state.contains("attached");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private boolean isTrue(String query, String... parameters) throws SQLException {
        return texts(query, parameters).contains("t");
    }

    /** The answers of a query, each called {@code answer}. */
    private List<String> texts(String query, String... parameters) throws SQLException {
        List<String> texts = new ArrayList<>();
        Rows.each(connection, query, List.of(parameters), row -> texts.add(row.text("answer")));
        return texts;
    }
}
