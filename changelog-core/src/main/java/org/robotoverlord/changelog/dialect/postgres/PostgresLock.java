package org.robotoverlord.changelog.dialect.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
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
    /** A lock whose key is one bigint lies there as two halves. */
    private static final String HOLDER = "select l.pid, " + PostgresSessions.COLUMNS + """
             from pg_locks l
            left join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.objsubid = 1
              and l.database = (select oid from pg_database where datname = current_database())
              and (l.classid::bigint << 32 | l.objid::bigint) = ?""";

    private static final String NAME = "select current_setting('application_name')";
    private static final String RENAME = "select set_config('application_name', ?, false)";

    /** The server cuts what is longer. */
    private static final int LONGEST_NAME = 63;

    /** What the session is told of the run that has it; another run that is given the same session by a pooler finds it there. */
    private static final String MARK = "select set_config('robot.run', ?, false)";

    private static final String MARKED = "coalesce(current_setting('robot.run', true), '')";

    private final String run = UUID.randomUUID().toString();

    /** What the session calls itself while it shows nothing. */
    private Optional<String> name = Optional.empty();

    @Override
    public boolean tryTake(Connection connection, String schema, String table) throws SQLException {
        // A standby grants the lock, though nothing can be changed there.
        if (isTrue(connection, STANDBY)) {
            throw new Problem("the server is a standby, which takes no changes; give the URL of its primary");
        }
        if (!isTrue(connection, TRY, key(schema, table))) {
            return false;
        }
        String marked = text(connection, "select " + MARKED, Optional.empty());
        if (!marked.isEmpty() && !marked.equals(run)) {
            isTrue(connection, RELEASE, key(schema, table));
            throw PostgresPooling.problem();
        }
        text(connection, MARK, Optional.of(run));
        return true;
    }

    /** A division by zero where the session is another; as a query, it costs less than a block of code. */
    @Override
    public Optional<String> guard() {
        return Optional.of("select 1 / (" + MARKED + " = '" + run + "')::int");
    }

    @Override
    public void release(Connection connection, String schema, String table) throws SQLException {
        text(connection, MARK, Optional.of(""));
        isTrue(connection, RELEASE, key(schema, table));
    }

    @Override
    public String holder(Connection connection, String schema, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, key(schema, table));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? PostgresSessions.said(rows, Optional.empty()) : "";
            }
        }
    }

    /** By the name of the session, which everybody may see. */
    @Override
    public void show(Connection connection, Optional<String> activity) throws SQLException {
        String usual = name.isPresent() ? name.get() : text(connection, NAME, Optional.empty());
        name = Optional.of(usual);
        String behind = activity.map(what -> ", " + what).orElse("");
        int room = Math.max(0, LONGEST_NAME - behind.length());
        text(connection, RENAME, Optional.of(behind.isEmpty() ? usual : cut(usual, room) + behind));
    }

    private static String cut(String name, int room) {
        return name.length() <= room ? name : name.substring(0, room);
    }

    @Override
    public String shown(Connection connection, String schema, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, key(schema, table));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString("application") : "";
            }
        }
    }

    private static String text(Connection connection, String query, Optional<String> parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            if (parameter.isPresent()) {
                statement.setString(1, parameter.get());
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
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
