package org.robotoverlord.changelog.dialect.mysql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.robotoverlord.changelog.dialect.RunLock;
import org.robotoverlord.changelog.problem.Problem;

/**
 * A lock of the session by its name, which the server gives back when the connection goes. Names are the whole server's, so the
 * database is part of it. It is only ever tried for.
 */
final class MysqlLock implements RunLock {
    private static final String STATE = "select @@read_only, @@character_set_database, database()";
    private static final String TRY = "select get_lock(?, 0)";
    private static final String RELEASE = "select release_lock(?)";
    private static final String HOLDER = "select is_used_lock(?)";
    private static final String SESSION = "select id, user, host, coalesce(time, 0), coalesce(info, '')"
            + " from information_schema.processlist where id = ?";

    private Optional<String> taken = Optional.empty();

    @Override
    public boolean tryTake(Connection connection, String schema, String table) throws SQLException {
        requireFit(connection);
        String key = key(connection, schema, table);
        boolean mine = one(connection, TRY, key) == 1;
        taken = mine ? Optional.of(key) : taken;
        return mine;
    }

    /** Two rows in the place of a value, which is an error save after {@code do}, where the session is another: one behind a proxy that shares sessions. */
    @Override
    public Optional<String> guard() {
        return taken.map(
                key -> "select if(is_used_lock('" + key + "') <=> connection_id(), 0, (select 1 union select 2))");
    }

    /** What a run would trip over later, and half of it done by then. */
    private static void requireFit(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STATE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            if (!row.getString(1).matches("0|OFF")) {
                throw new Problem("the server is read-only, so it takes no changes; give the URL of its primary");
            }
            if (!row.getString(2).equals("utf8mb4")) {
                throw new Problem("new tables of database '" + row.getString(3) + "' would keep their texts in "
                        + row.getString(2) + ", which hasn't all characters; run alter database "
                        + MysqlQuotes.name(row.getString(3)) + " character set utf8mb4");
            }
        }
    }

    @Override
    public void release(Connection connection, String schema, String table) throws SQLException {
        one(connection, RELEASE, key(connection, schema, table));
    }

    @Override
    public String holder(Connection connection, String schema, String table) throws SQLException {
        long holder = one(connection, HOLDER, key(connection, schema, table));
        if (holder <= 0) {
            return "";
        }
        try (PreparedStatement statement = connection.prepareStatement(SESSION)) {
            statement.setLong(1, holder);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? MysqlSessions.said(row, MysqlSessions.application(connection, holder))
                        : "session " + holder;
            }
        }
    }

    private static long one(Connection connection, String query, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** A name for each migration table of the server, no longer than names of locks may be. */
    private static String key(Connection connection, String schema, String table) throws SQLException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((connection.getCatalog() + "\0" + schema + "\0" + table).getBytes(StandardCharsets.UTF_8));
            return "robot:" + HexFormat.of().formatHex(digest, 0, 24);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
