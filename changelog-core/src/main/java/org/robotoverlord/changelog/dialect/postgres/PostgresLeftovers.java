package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.dialect.Leftover;
import org.robotoverlord.changelog.schema.Name;

/**
 * Finds indexes that aren't valid: {@code create index concurrently} and {@code reindex concurrently} leave them where they fail.
 * Writes pay for them, and no query uses them. One that is being made looks the same, so it matters who holds the lock that making
 * one takes. An index of a partitioned table isn't valid as long as it lacks partitions, and is none of these.
 */
final class PostgresLeftovers {
    private static final String INVALID = """
            select n.nspname, t.relname as of, c.relname as name, format('%I.%I', n.nspname, c.relname) as qualified,
              (select min(l.pid) from pg_locks l
               where l.locktype = 'relation' and l.relation = i.indrelid and l.mode = 'ShareUpdateExclusiveLock' and l.granted
                 and l.database = (select oid from pg_database where datname = current_database())
                 and l.pid <> pg_backend_pid()) as pid
            from pg_index i
            join pg_class c on c.oid = i.indexrelid
            join pg_class t on t.oid = i.indrelid
            join pg_namespace n on n.oid = c.relnamespace
            where not i.indisvalid and c.relkind = 'i' and t.relkind in ('r', 'm') and n.nspname = any (?)
            order by 1, 2, 3""";

    private PostgresLeftovers() {}

    static List<Leftover> of(Connection connection, String home, Set<String> schemas) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(INVALID)) {
            query.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                List<Leftover> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(leftover(rows, home));
                }
                return found;
            }
        }
    }

    private static Leftover leftover(ResultSet row, String home) throws SQLException {
        String schema = row.getString("nspname");
        Name table = schema.equals(home) ? Name.of(row.getString("of")) : Name.of(schema, row.getString("of"));
        String name = row.getString("name");
        return new Leftover(
                table,
                "index '" + name + "' of table '" + table + "' isn't valid: writes pay for it, and no query uses it",
                name,
                "drop index concurrently if exists " + row.getString("qualified"),
                Optional.ofNullable(row.getString("pid"))
                        .map(pid -> "session " + pid + " holds the lock that making an index takes"));
    }
}
