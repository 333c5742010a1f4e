package org.robotoverlord.changelog.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.robotoverlord.changelog.dialect.Blockers;
import org.robotoverlord.changelog.dialect.QueryLine;

/**
 * Says who a session is, and who is in its way. Who holds a lock of a table is known to MySQL's performance schema, which MariaDB has
 * switched off by default, and who holds one of rows to InnoDB; for both the user needs rights of their own. Where that can't be
 * asked, those sessions are named whose transactions are open, and it is said that it may be them.
 */
final class MysqlSessions implements Blockers {
    private static final int MOST = 5;
    private static final String COLUMNS = "p.id, p.user, p.host, coalesce(p.time, 0), coalesce(p.info, '')";

    private static final String WAITS = "select 1 from information_schema.processlist where id = ?"
            + " and (state like 'Waiting for%lock%' or command = 'Query' and time >= 0 and exists"
            + " (select 1 from information_schema.innodb_trx where trx_mysql_thread_id = id and trx_state = 'LOCK WAIT'))";
    private static final String WAITS_AS_ANYBODY_SEES =
            "select 1 from information_schema.processlist where id = ? and state like 'Waiting for%lock%'";

    private static final String OF_TABLES = "select distinct " + COLUMNS
            + " from performance_schema.threads own"
            + " join performance_schema.metadata_locks waits on waits.owner_thread_id = own.thread_id"
            + " and waits.lock_status = 'PENDING'"
            + " join performance_schema.metadata_locks has on has.lock_status = 'GRANTED'"
            + " and has.owner_thread_id <> own.thread_id and has.object_type = waits.object_type"
            + " and has.object_schema <=> waits.object_schema and has.object_name <=> waits.object_name"
            + " join performance_schema.threads t on t.thread_id = has.owner_thread_id"
            + " join information_schema.processlist p on p.id = t.processlist_id where own.processlist_id = ?";
    private static final String OF_ROWS = "select distinct " + COLUMNS
            + " from information_schema.innodb_trx own"
            + " join information_schema.innodb_lock_waits w on w.requesting_trx_id = own.trx_id"
            + " join information_schema.innodb_trx t on t.trx_id = w.blocking_trx_id"
            + " join information_schema.processlist p on p.id = t.trx_mysql_thread_id where own.trx_mysql_thread_id = ?";
    private static final String OF_ROWS_BY_MYSQL = OF_ROWS.replace(
                    "information_schema.innodb_lock_waits w on w.requesting_trx_id = own.trx_id",
                    "performance_schema.data_lock_waits w on w.requesting_engine_transaction_id = own.trx_id")
            .replace("w.blocking_trx_id", "w.blocking_engine_transaction_id");

    /** The user's own sessions, which these are, they may always see. */
    private static final String APPLICATION = "select attr_value from performance_schema.session_account_connect_attrs"
            + " where processlist_id = ? and attr_name = 'program_name'";

    private static final String WITH_A_TRANSACTION = "select " + COLUMNS
            + " from information_schema.processlist p join information_schema.innodb_trx t on t.trx_mysql_thread_id = p.id"
            + " where p.id <> ? order by t.trx_started limit " + MOST;
    private static final String HERE = "select " + COLUMNS + " from information_schema.processlist p"
            + " where p.id <> ? and p.db = database() and p.id <> connection_id() order by p.time desc limit " + MOST;

    @Override
    public String ownNumber() {
        return "select connection_id()";
    }

    @Override
    public List<String> of(Connection beside, long session) throws SQLException {
        if (!waits(beside, session)) {
            return List.of();
        }
        for (String known : List.of(OF_TABLES, OF_ROWS, OF_ROWS_BY_MYSQL)) {
            List<String> found = asFarAsAllowed(beside, known, session, "");
            if (!found.isEmpty()) {
                return found;
            }
        }
        List<String> open = asFarAsAllowed(beside, WITH_A_TRANSACTION, session, "perhaps ");
        return open.isEmpty() ? asFarAsAllowed(beside, HERE, session, "perhaps ") : open;
    }

    private static boolean waits(Connection beside, long session) throws SQLException {
        try {
            return !ask(beside, WAITS, session, row -> "").isEmpty();
        } catch (SQLException notAllowed) {
            return !ask(beside, WAITS_AS_ANYBODY_SEES, session, row -> "").isEmpty();
        }
    }

    /** What the user has no right to, or the server hasn't got, is passed over. */
    private static List<String> asFarAsAllowed(Connection beside, String query, long session, String how) {
        try {
            return ask(beside, query, session, row -> how + said(row));
        } catch (SQLException notToBeHad) {
            return List.of();
        }
    }

    private interface Row {
        String said(ResultSet row) throws SQLException;
    }

    private static List<String> ask(Connection beside, String query, long session, Row row) throws SQLException {
        try (PreparedStatement statement = beside.prepareStatement(query)) {
            statement.setLong(1, session);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(row.said(rows));
                }
                return all;
            }
        }
    }

    /** What the program of a session calls itself; empty text where the server doesn't tell. */
    static String application(Connection connection, long session) {
        try {
            return ask(connection, APPLICATION, session, row -> row.getString(1)).stream()
                    .findFirst()
                    .orElse("");
        } catch (SQLException notToBeHad) {
            return "";
        }
    }

    private static String said(ResultSet row) throws SQLException {
        return said(row, "");
    }

    /** The first five columns of the list of sessions, as a person would say it. */
    static String said(ResultSet row, String application) throws SQLException {
        String shown = QueryLine.of(row.getString(5));
        long seconds = row.getLong(4);
        return (application.isEmpty() ? "a session" : "'" + application + "'") + " of user " + row.getString(2)
                + " from " + row.getString(3) + " (id " + row.getLong(1)
                + (shown.isEmpty() ? ", idle for " : ", at this for ") + seconds + " s)"
                + (shown.isEmpty() ? "" : ": " + shown);
    }
}
