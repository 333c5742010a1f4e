package org.robotoverlord.changelog.dialect.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.robotoverlord.changelog.dialect.Blockers;
import org.robotoverlord.changelog.dialect.QueryLine;

/**
 * Says who is in a session's way. H2 tells it of a row's lock; of a table's, those are named who have any lock, and it is said that it
 * may be them.
 */
final class H2Sessions implements Blockers {
    private static final String COLUMNS = "select distinct other.session_id, other.user_name,"
            + " coalesce(other.client_info, other.client_addr, 'this machine'), other.session_start,"
            + " coalesce(other.executing_statement, '') from information_schema.sessions other ";
    private static final String IN_THE_WAY = COLUMNS + "join information_schema.sessions own"
            + " on own.blocker_id = other.session_id where own.session_id = ?";
    private static final String WITH_A_LOCK = COLUMNS + "join information_schema.locks has"
            + " on has.session_id = other.session_id where other.session_id <> ?";

    @Override
    public String ownNumber() {
        return "select session_id()";
    }

    @Override
    public List<String> of(Connection beside, long session) throws SQLException {
        List<String> known = ask(beside, IN_THE_WAY, session, "");
        return known.isEmpty() ? ask(beside, WITH_A_LOCK, session, "perhaps ") : known;
    }

    private static List<String> ask(Connection beside, String query, long session, String how) throws SQLException {
        try (PreparedStatement statement = beside.prepareStatement(query)) {
            statement.setLong(1, session);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(how + said(rows));
                }
                return all;
            }
        }
    }

    private static String said(ResultSet row) throws SQLException {
        String query = QueryLine.of(row.getString(5));
        return "session " + row.getInt(1) + " of user '" + row.getString(2) + "' from " + row.getString(3) + " since "
                + row.getString(4) + (query.isEmpty() ? "" : ": " + query);
    }
}
