package org.robotoverlord.changelog.dialect.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.robotoverlord.changelog.dialect.RunLock;
import org.robotoverlord.changelog.problem.Problem;

/**
 * A row that names a session, in a temporary table that all sessions of the database see. H2 has no lock that goes with its holder
 * and can be tried for; so the row counts for as long as its session is among the open ones, and whoever comes next takes it away.
 */
final class H2Lock implements RunLock {
    private static final int TAKEN = 23505;
    private static final String ALIVE = "exists (select 1 from information_schema.sessions"
            + " where session_id = holder and session_start = since)";
    private static final String TABLE = "create global temporary table if not exists public.robot_lock"
            + " (of_schema varchar not null, of_table varchar not null, holder integer not null,"
            + " since timestamp(9) with time zone not null, primary key (of_schema, of_table))";
    private static final String CLEAR =
            "delete from public.robot_lock where of_schema = ? and of_table = ? and not " + ALIVE;
    private static final String TAKE = "insert into public.robot_lock select ?, ?, session_id, session_start"
            + " from information_schema.sessions where session_id = session_id()";
    private static final String RELEASE =
            "delete from public.robot_lock where of_schema = ? and of_table = ? and holder = session_id()";
    private static final String HOLDER = "select user_name, coalesce(client_info, client_addr, 'this machine'),"
            + " session_start from information_schema.sessions join public.robot_lock"
            + " on session_id = holder and session_start = since where of_schema = ? and of_table = ?";
    private static final String ADMIN =
            "select user_name from information_schema.users where user_name = current_user and is_admin";

    @Override
    public boolean tryTake(Connection connection, String schema, String table) throws SQLException {
        requireAdmin(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        update(connection, CLEAR, schema, table);
        try {
            update(connection, TAKE, schema, table);
            return true;
        } catch (SQLException refused) {
            if (refused.getErrorCode() != TAKEN) {
                throw refused;
            }
            return false;
        }
    }

    /** Anybody else sees no session but their own, and would take another run for dead. */
    private static void requireAdmin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ADMIN)) {
            if (!row.next()) {
                throw new Problem("the user isn't an administrator of the database, and H2 shows only those who else is"
                        + " at work there; log in as one, or run alter user … admin true");
            }
        }
    }

    @Override
    public void release(Connection connection, String schema, String table) throws SQLException {
        update(connection, RELEASE, schema, table);
    }

    @Override
    public String holder(Connection connection, String schema, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setString(1, schema);
            statement.setString(2, table);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? "a session of user '" + row.getString(1) + "' from " + row.getString(2) + " since "
                                + row.getString(3)
                        : "";
            }
        } catch (SQLException failed) {
            if (new H2Dialect().saysNoTable(failed)) {
                return "";
            }
            throw failed;
        }
    }

    private static void update(Connection connection, String sql, String schema, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            statement.setString(2, table);
            statement.executeUpdate();
        }
    }
}
