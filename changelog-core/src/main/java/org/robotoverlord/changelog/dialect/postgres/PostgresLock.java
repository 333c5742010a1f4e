package org.robotoverlord.changelog.dialect.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.robotoverlord.changelog.dialect.RunLock;
import org.robotoverlord.changelog.problem.Problem;

/**
 * An advisory lock of the session: the server gives it back when the connection goes, however it goes. It is only ever tried for. A
 * session that waits for one holds a snapshot, and {@code create index concurrently} waits for that snapshot: a deadlock.
 */
final class PostgresLock implements RunLock {
    private static final String STANDBY = "select pg_is_in_recovery()";
    private static final String TRY = "select pg_try_advisory_lock(?)";
    private static final String RELEASE = "select pg_advisory_unlock(?)";
    /** A lock whose key is one bigint lies there as two halves. Another user's session shows its pid alone. */
    private static final String HOLDER = """
            select l.pid, coalesce(a.application_name, '') as application, coalesce(a.usename, '') as role,
              coalesce(a.client_hostname, host(a.client_addr), '') as host,
              coalesce(to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"'), '') as since
            from pg_locks l
            left join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.objsubid = 1
              and l.database = (select oid from pg_database where datname = current_database())
              and (l.classid::bigint << 32 | l.objid::bigint) = ?""";

    @Override
    public boolean tryTake(Connection connection, String schema, String table) throws SQLException {
        // A standby grants the lock, though nothing can be changed there.
        if (isTrue(connection, STANDBY)) {
            throw new Problem("the server is a standby, which takes no changes; give the URL of its primary");
        }
        return isTrue(connection, TRY, key(schema, table));
    }

    @Override
    public void release(Connection connection, String schema, String table) throws SQLException {
        isTrue(connection, RELEASE, key(schema, table));
    }

    @Override
    public String holder(Connection connection, String schema, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, key(schema, table));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? said(rows) : "";
            }
        }
    }

    private static String said(ResultSet row) throws SQLException {
        String application = row.getString("application");
        return (application.isEmpty() ? "a session" : "'" + application + "'")
                + prefixed(" of user ", row.getString("role"))
                + prefixed(" from ", row.getString("host"))
                + " (pid " + row.getInt("pid")
                + prefixed(", connected since ", row.getString("since")) + ")";
    }

    private static String prefixed(String prefix, String text) {
        return text.isEmpty() ? "" : prefix + text;
    }

    private static boolean isTrue(Connection connection, String query, long... keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < keys.length; i++) {
                statement.setLong(i + 1, keys[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** A number for each migration table of a database; the database itself is part of every advisory lock. */
    static long key(String schema, String table) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("robot\0" + schema + "\0" + table).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
