package org.robotoverlord.changelog.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.robotoverlord.changelog.introspect.Introspector;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;

/** Reads the schema of an H2 database from its information schema, in a query a kind. */
final class H2Introspector implements Introspector {
    private static final String SCHEMAS = "select schema_name from information_schema.schemata"
            + " where schema_name not in ('public', 'information_schema') order by schema_name";
    private static final String LEFT_OUT = """
            select 'materialized view' as kind, table_schema as of_schema, table_name as name from information_schema.views
              where view_definition is null
            union all select 'trigger', trigger_schema, trigger_name from information_schema.triggers
            union all select distinct 'alias', routine_schema, routine_name from information_schema.routines
            union all select 'constant', constant_schema, constant_name from information_schema.constants
            order by kind, of_schema, name""";

    @Override
    public Schema read(Connection connection, Setting setting, Set<String> otherSchemas, Predicate<Name> include)
            throws SQLException {
        Schema schema = Schema.empty(setting);
        Set<String> there = schemas(connection);
        for (String other : new TreeSet<>(otherSchemas)) {
            schema = there.contains(other) ? schema.withSchema(other) : schema;
        }
        H2Catalogue catalogue = new H2Catalogue(schema, include);
        try (Statement statement = connection.createStatement()) {
            return catalogue.read(statement);
        }
    }

    @Override
    public Set<String> schemas(Connection connection) throws SQLException {
        Set<String> schemas = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SCHEMAS)) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        return schemas;
    }

    @Override
    public List<String> leftOut(
            Connection connection, Setting setting, Set<String> otherSchemas, Predicate<Name> include)
            throws SQLException {
        List<String> leftOut = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LEFT_OUT)) {
            while (rows.next()) {
                String of = rows.getString("of_schema");
                Name name = of.equals(setting.home())
                        ? Name.of(rows.getString("name"))
                        : Name.of(of, rows.getString("name"));
                boolean looked = of.equals(setting.home()) || otherSchemas.contains(of);
                if (looked && include.test(name)) {
                    leftOut.add(rows.getString("kind") + " '" + name + "' is left out");
                }
            }
        }
        return leftOut;
    }
}
