package org.robotoverlord.changelog.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.robotoverlord.changelog.dialect.Dialect;

/** Empties the database of a connection; its users and what they may do stay. */
final class H2Emptying {
    private static final String ALL = """
            select 'schema' as kind, schema_name as name, ' cascade' as how, 0 as place from information_schema.schemata
              where schema_name not in ('public', 'information_schema')
            union all select 'view', table_name, ' cascade', 1 from information_schema.views where table_schema = 'public'
            union all select 'table', table_name, ' cascade', 2 from information_schema.tables
              where table_schema = 'public' and table_type = 'BASE TABLE'
            union all select 'sequence', sequence_name, '', 3 from information_schema.sequences where sequence_schema = 'public'
            union all select 'domain', domain_name, ' cascade', 4 from information_schema.domains where domain_schema = 'public'
            union all select distinct 'alias', routine_name, '', 5 from information_schema.routines
              where routine_schema = 'public' and routine_type in ('FUNCTION', 'PROCEDURE')
            union all select 'constant', constant_name, '', 6 from information_schema.constants where constant_schema = 'public'
            order by place, name""";

    private H2Emptying() {}

    static void empty(Connection connection, Dialect dialect) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> drops = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(ALL)) {
                while (rows.next()) {
                    drops.add("drop " + rows.getString("kind") + " if exists "
                            + dialect.identifier(rows.getString("name")) + rows.getString("how"));
                }
            }
            for (String drop : drops) {
                statement.execute(drop);
            }
        }
    }
}
