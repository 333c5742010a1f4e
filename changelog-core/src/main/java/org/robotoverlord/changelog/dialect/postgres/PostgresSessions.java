package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.dialect.Blockers;
import org.robotoverlord.changelog.dialect.QueryLine;

/**
 * Says who a session is, and who is in its way. Of another user's session a plain one is shown no more than pid and name, unless it
 * has {@code pg_read_all_stats}.
 */
final class PostgresSessions implements Blockers {
    private static final String MOMENT = "at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS \"UTC\"'";

    /** What {@link #said} reads, of {@code pg_stat_activity a} and a pid. */
    static final String COLUMNS = "coalesce(a.application_name, '') as application, coalesce(a.usename, '') as role,"
            + " coalesce(a.client_hostname, host(a.client_addr), '') as host,"
            + " coalesce(to_char(a.backend_start " + MOMENT + "), '') as connected,"
            + " coalesce(to_char(a.xact_start " + MOMENT + "), '') as begun,"
            + " coalesce(a.state, '') as state, coalesce(a.backend_type, '') as kind, coalesce(a.query, '') as query";

    /** A prepared transaction has no session, and says 0. */
    private static final String IN_THE_WAY = "select b.pid, " + COLUMNS
            + " from (select distinct unnest(pg_blocking_pids(?::int)) as pid) b"
            + " left join pg_stat_activity a on a.pid = b.pid order by b.pid";

    private static final String GIVE_WAY = "select pg_cancel_backend(w.pid) from (select ?::int as pid) w"
            + " where exists (select from unnest(pg_blocking_pids(w.pid)) as b(pid)"
            + " where b.pid <> 0 and w.pid = any(pg_blocking_pids(b.pid)))";

    @Override
    public String ownNumber() {
        return "select pg_backend_pid()";
    }

    @Override
    public List<String> of(Connection beside, long session) throws SQLException {
        try (PreparedStatement statement = beside.prepareStatement(IN_THE_WAY)) {
            statement.setLong(1, session);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(
                            rows.getInt("pid") == 0
                                    ? "a prepared transaction (see pg_prepared_xacts)"
                                    : said(rows, Optional.of("begun")));
                }
                return all;
            }
        }
    }

    @Override
    public boolean giveWay(Connection beside, long session) throws SQLException {
        try (PreparedStatement statement = beside.prepareStatement(GIVE_WAY)) {
            statement.setLong(1, session);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /**
     * A session, as a person would say it.
     *
     * @param inTransaction the column that says since when it has been in a transaction; empty to say since when it is connected
     */
    static String said(ResultSet row, Optional<String> inTransaction) throws SQLException {
        String application = row.getString("application");
        String kind = row.getString("kind");
        String who = !application.isEmpty()
                ? "'" + application + "'"
                : kind.isEmpty() || kind.equals("client backend") ? "a session" : "an " + kind;
        String begun = inTransaction.isEmpty() ? "" : row.getString(inTransaction.get());
        String state = row.getString("state").startsWith("idle in transaction") ? "idle in a" : "in a";
        return who
                + prefixed(" of user ", row.getString("role"))
                + prefixed(" from ", row.getString("host"))
                + " (pid " + row.getInt("pid")
                + (begun.isEmpty()
                        ? prefixed(", connected since ", row.getString("connected"))
                        : ", " + state + " transaction since " + begun)
                + ")"
                // Of a session that does nothing it is the last one, which is of no use.
                + (row.getString("state").equals("idle") ? "" : prefixed(": ", QueryLine.of(row.getString("query"))));
    }

    private static String prefixed(String prefix, String text) {
        return text.isEmpty() ? "" : prefix + text;
    }
}
