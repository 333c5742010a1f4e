package org.robotoverlord.changelog.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.View;

/**
 * Says how a wished view would come back from the server, by one over the tables that are there which lives for a moment: no view can
 * be a session's own, nor stand on a table that is. Its name tells it from the others', also where it was left behind.
 */
final class MysqlScratchView {
    /** What the names of such views begin with, before the session's number. */
    static final String PREFIX = "robot_scratch_";

    /** That a table, column, view or function isn't there, or no longer as a view names it. */
    private static final Set<Integer> LACKS = Set.of(1049, 1054, 1146, 1305, 1356);

    private MysqlScratchView() {}

    /**
     * @return the wished one as it is, where what it stands on isn't there: then it can't be what the database has
     * @throws Problem if the server doesn't take it
     */
    static View printed(Connection connection, Name name, View wished, MysqlPhrases write) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            String home;
            String scratch;
            try (ResultSet row = statement.executeQuery("select database(), connection_id()")) {
                row.next();
                home = row.getString(1);
                scratch = PREFIX + row.getString(2);
            }
            String create = "create or replace view " + scratch + " as " + write.query(name, wished);
            try {
                statement.execute(create);
            } catch (SQLException refused) {
                if (LACKS.contains(refused.getErrorCode())) {
                    return wished.plain();
                }
                throw new Problem(
                        "the server doesn't take view '" + name + "': "
                                + MysqlMessage.of(refused).message() + "\n  statement: " + create,
                        refused);
            }
            try {
                return MysqlViewText.read(connection, Name.of(scratch), home).orElse(wished.plain());
            } finally {
                statement.execute("drop view " + scratch);
            }
        }
    }
}
