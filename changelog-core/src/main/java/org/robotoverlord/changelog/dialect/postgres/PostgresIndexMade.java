package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Whether {@code create index concurrently} made its index. Where it didn't come to its end it leaves one that isn't valid: writes pay
 * for it, no query uses it, and the statement refuses to run again or, with {@code if not exists}, is content with it. Such an index is
 * dropped.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building Indexes
 *     Concurrently</a>
 */
final class PostgresIndexMade {
    private static final String INDEXES = """
            select format('%I.%I', n.nspname, c.relname) as name, i.indisvalid, i.indisunique,
              substring(pg_get_indexdef(c.oid) from ' USING .*') as definition
            from pg_index i
            join pg_class c on c.oid = i.indexrelid
            join pg_namespace n on n.oid = c.relnamespace
            where i.indrelid = to_regclass(?) and c.relname = coalesce(nullif(?, '')::name, c.relname)
            order by c.relname""";

    /** What stands for the table, for as long as it takes to see how the server prints an index on it. */
    private static final String SCRATCH = "pg_temp.robot_scratch";

    private final Connection connection;
    private final Matcher create;

    /** @param create the statement, taken apart into {@code unique}, {@code index}, {@code table} and {@code body} */
    PostgresIndexMade(Connection connection, Matcher create) {
        this.connection = connection;
        this.create = create;
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
    boolean isDone() throws SQLException {
        Optional<String> name = Optional.ofNullable(create.group("index")).map(PostgresIndexMade::unquoted);
        List<Found> there = indexes(create.group("table"), name.orElse(""));
        if (there.isEmpty()) {
            return false;
        }
        Optional<Found> wished = wished();
        for (Found index : there) {
            boolean same = wished.filter(index::isLike).isPresent();
            if (!index.valid() && (same || name.isPresent())) {
                execute("drop index concurrently if exists " + index.name());
            } else if (same && index.valid()) {
                return true;
            }
        }
        return false;
    }

    /** Those of a table with some name, or with any where that is empty. */
    private List<Found> indexes(String table, String name) throws SQLException {
        List<Found> found = new ArrayList<>();
        Rows.each(
                connection,
                INDEXES,
                List.of(table, name),
                row -> found.add(new Found(
                        row.text("name"), row.is("indisvalid"), row.is("indisunique"), row.text("definition"))));
        return found;
    }

    /** What the statement would make, seen on an empty table of the same columns; empty where the server doesn't take it there. */
    private Optional<Found> wished() throws SQLException {
        String unique = Optional.ofNullable(create.group("unique")).orElse("");
        return Traceless.run(connection, () -> {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute("create temporary table robot_scratch (like " + create.group("table") + ")");
                statement.execute("create " + unique + "index on " + SCRATCH + " " + create.group("body"));
                return indexes(SCRATCH, "").stream().findFirst();
            } catch (SQLException refused) {
                return Optional.empty();
            }
        });
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
