package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.robotoverlord.changelog.schema.Expression;

/**
 * Asks the catalogue what became of a statement that can't be in a transaction. {@code create index concurrently} that didn't come to
 * its end leaves an index that isn't valid: writes pay for it, no query uses it, and the statement refuses to run again or, with
 * {@code if not exists}, is content with it. Such an index is dropped.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building Indexes
 *     Concurrently</a>
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

    private static final String INDEXES = """
            select format('%I.%I', n.nspname, c.relname) as name, i.indisvalid, i.indisunique,
              substring(pg_get_indexdef(c.oid) from ' USING .*') as definition
            from pg_index i
            join pg_class c on c.oid = i.indexrelid
            join pg_namespace n on n.oid = c.relnamespace
            where i.indrelid = to_regclass(?) and c.relname = coalesce(?::name, c.relname)
            order by c.relname""";
    /** Beside each index a new one is built, which takes the other's name when it is whole. */
    private static final String COPIES = """
            select format('%I.%I', n.nspname, c.relname) as name
            from pg_index i
            join pg_class c on c.oid = i.indexrelid
            join pg_namespace n on n.oid = c.relnamespace
            join pg_class t on t.oid = coalesce((select indrelid from pg_index where indexrelid = to_regclass(?)), to_regclass(?))
            where i.indrelid in (t.oid, t.reltoastrelid) and not i.indisvalid and c.relname ~ '_cc(new|old)[0-9]*$'
            order by 1""";

    private static final String DETACHING = """
            select coalesce((select case when inhdetachpending then 'begun' else 'attached' end from pg_inherits
              where inhparent = to_regclass(?) and inhrelid = to_regclass(?)), 'detached')
            where to_regclass(?) is not null""";
    private static final String IS_GONE = "select to_regclass(?) is null";
    private static final String HAS_VALUE =
            "select exists (select from pg_enum where enumtypid = to_regtype(?) and enumlabel = ?)";

    /** What stands for the table, for as long as it takes to see how the server prints an index on it. */
    private static final String SCRATCH = "pg_temp.robot_scratch";

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
            return settling.isMade(create);
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

    /**
     * An index, as far as it matters here.
     *
     * @param name with its schema, quoted
     * @param valid whether it was made to its end
     * @param unique whether it is unique
     * @param definition the rest of it, as the server prints it
     */
    private record Found(String name, boolean valid, boolean unique, String definition) {
        boolean isLike(Found other) {
            return unique == other.unique && definition.equals(other.definition);
        }
    }

    /** An index of the statement's name is only then the statement's if it is what the statement would make. */
    private boolean isMade(Matcher create) throws SQLException {
        Optional<String> name = Optional.ofNullable(create.group("index")).map(PostgresSettling::unquoted);
        List<Found> there = indexes(create.group("table"), name);
        if (there.isEmpty()) {
            return false;
        }
        Optional<Found> wished = wished(create);
        for (Found index : there) {
            boolean same = wished.filter(index::isLike).isPresent();
            if (!index.valid() && (same || name.isPresent())) {
                drop(index);
            } else if (same && index.valid()) {
                return true;
            }
        }
        return false;
    }

    private List<Found> indexes(String table, Optional<String> name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(INDEXES)) {
            query.setString(1, table);
            query.setString(2, name.orElse(null));
            try (ResultSet rows = query.executeQuery()) {
                List<Found> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new Found(
                            rows.getString("name"),
                            rows.getBoolean("indisvalid"),
                            rows.getBoolean("indisunique"),
                            rows.getString("definition")));
                }
                return found;
            }
        }
    }

    /** What the statement would make, seen on an empty table of the same columns; empty where the server doesn't take it there. */
    private Optional<Found> wished(Matcher create) throws SQLException {
        String unique = Optional.ofNullable(create.group("unique")).orElse("");
        return Traceless.run(connection, () -> {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute("create temporary table robot_scratch (like " + create.group("table") + ")");
                statement.execute("create " + unique + "index on " + SCRATCH + " " + create.group("body"));
                return indexes(SCRATCH, Optional.empty()).stream().findFirst();
            } catch (SQLException refused) {
                return Optional.empty();
            }
        });
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

    private void drop(Found index) throws SQLException {
        execute("drop index concurrently if exists " + index.name());
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

    /** The first column of a query's rows. */
    private List<String> texts(String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> texts = new ArrayList<>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        }
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
