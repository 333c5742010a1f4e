package org.robotoverlord.changelog.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Empties the database of a connection; the database itself stays, with what users may do there. */
final class MysqlEmptying {
    private static final String ALL = """
            select 'view' as kind, table_name as name from information_schema.views where table_schema = database()
            union all select if(table_type = 'SEQUENCE', 'sequence', 'table'), table_name from information_schema.tables
              where table_schema = database() and table_type not like '%VIEW%'
            union all select lower(routine_type), routine_name from information_schema.routines
              where routine_schema = database() and routine_type in ('FUNCTION', 'PROCEDURE')
            union all select 'event', event_name from information_schema.events where event_schema = database()""";

    private MysqlEmptying() {}

    static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> drops = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(ALL)) {
                while (rows.next()) {
                    drops.add("drop " + rows.getString("kind") + " if exists "
                            + MysqlQuotes.name(rows.getString("name")));
                }
            }
            statement.execute("set foreign_key_checks = 0");
            try {
                for (String drop : drops) {
                    statement.execute(drop);
                }
            } finally {
                statement.execute("set foreign_key_checks = 1");
            }
        }
    }
}
