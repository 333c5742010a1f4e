package org.robotoverlord.changelog.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.introspect.Introspector;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Setting;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.View;

/**
 * Reads the schema of a MariaDB or MySQL database: its tables in one query, and each as SHOW CREATE TABLE prints it, for nothing else
 * tells an expression as it was written. A schema beside the home is another database of the server.
 */
public final class MysqlIntrospector implements Introspector {
    private static final String TABLES = """
            select table_schema, table_name, table_schema = database() as home from information_schema.tables
            where table_type in ('BASE TABLE', 'SYSTEM VERSIONED') and (table_schema = database() or table_schema in (%s))
            order by home desc, table_schema, table_name""";
    private static final String DATABASES = """
            select schema_name as name, default_collation_name as sorting, schema_name = database() as home
            from information_schema.schemata where schema_name = database() or schema_name in (%s)""";
    private static final String SEQUENCES = """
            select table_schema, table_name, table_schema = database() as home from information_schema.tables
            where table_type = 'SEQUENCE' and (table_schema = database() or table_schema in (%s))
            order by home desc, table_schema, table_name""";
    private static final String VIEWS = """
            select table_schema, table_name, table_schema = database() as home, database() as own
            from information_schema.views
            where (table_schema = database() or table_schema in (%s)) and table_name not like 'robot\\\\_scratch\\\\_%%'
            order by home desc, table_schema, table_name""";
    private static final String LEFT_OUT = """
            select 'event' as kind, event_schema as db, event_name as name from information_schema.events
            union all select 'what is said of the partitions of table', table_schema, table_name from information_schema.partitions
              where partition_name is not null group by table_schema, table_name""";

    @Override
    public Schema read(Connection connection, Setting setting, Set<String> otherSchemas, Predicate<Name> include)
            throws SQLException {
        Map<String, String> sorting = new TreeMap<>();
        Schema schema = Schema.empty(setting);
        String listed = listed(otherSchemas);
        List<Name> names = new ArrayList<>();
        String own = "";
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(DATABASES.formatted(listed))) {
                while (rows.next()) {
                    boolean home = rows.getBoolean("home");
                    own = home ? rows.getString("name") : own;
                    sorting.put(home ? "" : rows.getString("name"), rows.getString("sorting"));
                    schema = home ? schema : schema.withSchema(rows.getString("name"));
                }
            }
            try (ResultSet rows = statement.executeQuery(TABLES.formatted(listed))) {
                while (rows.next()) {
                    Name name = name(rows);
                    if (include.test(name)) {
                        names.add(name);
                    }
                }
            }
        }
        for (Name name : names) {
            Table table = table(
                    connection, name, own, sorting.getOrDefault(name.schema().orElse(""), ""));
            schema = schema.with(name, name.schema().isEmpty() ? table : pointing(name, table, own));
        }
        schema = withSequences(connection, MysqlEnums.named(withExternals(schema)), listed);
        schema = new MysqlProgramReader(connection, listed).with(schema);
        return withViews(connection, schema, listed, include);
    }

    /** Each is a table of one row that tells how it counts. */
    private static Schema withSequences(Connection connection, Schema schema, String listed) throws SQLException {
        Schema with = schema;
        List<Name> names = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(SEQUENCES.formatted(listed))) {
                while (rows.next()) {
                    names.add(name(rows));
                }
            }
            for (Name name : names) {
                try (ResultSet row = statement.executeQuery("select start_value, increment, minimum_value,"
                        + " maximum_value, cache_size, cycle_option from " + quoted(name))) {
                    row.next();
                    with = with.with(
                            Kind.SEQUENCE,
                            name,
                            MysqlSequences.read(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getBoolean(6)));
                }
            }
        }
        return with;
    }

    private static Name name(ResultSet rows) throws SQLException {
        String local = rows.getString("table_name");
        return rows.getBoolean("home") ? Name.of(local) : Name.of(rows.getString("table_schema"), local);
    }

    private static String quoted(Name name) {
        return name.schema().map(schema -> MysqlQuotes.name(schema) + ".").orElse("") + MysqlQuotes.name(name.local());
    }

    private static Schema withViews(Connection connection, Schema schema, String listed, Predicate<Name> include)
            throws SQLException {
        Schema with = schema;
        for (Map.Entry<Name, Optional<View>> view :
                views(connection, listed, include).entrySet()) {
            with = view.getValue().isPresent()
                    ? with.with(Kind.VIEW, view.getKey(), view.getValue().get())
                    : with;
        }
        return with;
    }

    /** Each view; empty where models have no words for it. */
    private static Map<Name, Optional<View>> views(Connection connection, String listed, Predicate<Name> include)
            throws SQLException {
        Map<Name, Optional<View>> views = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(VIEWS.formatted(listed))) {
            while (rows.next()) {
                Name name = name(rows);
                if (include.test(name)) {
                    views.put(name, MysqlViewText.read(connection, name, rows.getString("own")));
                }
            }
        }
        return views;
    }

    private static String listed(Set<String> schemas) {
        return schemas.isEmpty()
                ? "null"
                : schemas.stream().map(MysqlQuotes::text).collect(Collectors.joining(", "));
    }

    /** A table as the server prints it. */
    static Table table(Connection connection, Name name, String home, String sorting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery("show create table " + quoted(name))) {
                row.next();
                return MysqlTableText.read(name, MysqlSequences.atHome(row.getString(2), home), sorting);
            }
        }
    }

    /** A table of another database, whose foreign keys name the home and leave that database's own name out. */
    private static Table pointing(Name name, Table table, String home) {
        Map<String, ForeignKey> keys = new LinkedHashMap<>(table.foreignKeys());
        keys.replaceAll((key, is) -> is.withReferences(
                is.references().schema().isEmpty()
                        ? name.sibling(is.references().local())
                        : is.references().schema().get().equals(home)
                                ? Name.of(is.references().local())
                                : is.references()));
        return table.withForeignKeys(keys);
    }

    private static Schema withExternals(Schema schema) {
        Schema with = schema;
        for (Map.Entry<Name, Table> table : schema.tables().entrySet()) {
            Map<String, ForeignKey> keys = new LinkedHashMap<>(table.getValue().foreignKeys());
            keys.replaceAll((key, is) -> schema.findTable(is.references()).isPresent()
                    ? is
                    : new ForeignKey(
                            is.columns(),
                            is.references(),
                            is.to(),
                            is.onDelete(),
                            is.onUpdate(),
                            is.deferrable(),
                            true));
            with = keys.equals(table.getValue().foreignKeys())
                    ? with
                    : with.with(table.getKey(), table.getValue().withForeignKeys(keys));
        }
        return with;
    }

    /** Other databases are other people's: only those that a model declares are read. */
    @Override
    public Set<String> schemas(Connection connection) {
        return Set.of();
    }

    @Override
    public List<String> leftOut(
            Connection connection, Setting setting, Set<String> otherSchemas, Predicate<Name> include)
            throws SQLException {
        Set<String> leftOut = new LinkedHashSet<>();
        String query = "select kind, name, db = database() as home, db from (" + LEFT_OUT
                + ") as all_kinds where db = database() or db in (" + listed(otherSchemas) + ") order by kind, name";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                Name name = rows.getBoolean("home")
                        ? Name.of(rows.getString("name"))
                        : Name.of(rows.getString("db"), rows.getString("name"));
                if (include.test(name)) {
                    leftOut.add(rows.getString("kind") + " '" + name + "' is left out");
                }
            }
        }
        MysqlProgramReader programs = new MysqlProgramReader(connection, listed(otherSchemas));
        programs.with(Schema.empty(setting));
        leftOut.addAll(programs.leftOut());
        views(connection, listed(otherSchemas), include).forEach((name, view) -> {
            if (view.isEmpty()) {
                leftOut.add("view '" + name + "', which names its columns or may not be looked into, is left out");
            }
        });
        return List.copyOf(leftOut);
    }
}
