package org.robotoverlord.changelog.dialect.h2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequence;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.View;

/** A schema as the rows of the information schema tell it. */
final class H2Catalogue {
    private static final String TABLES = "select table_schema, table_name, remarks from information_schema.tables"
            + " where table_type = 'BASE TABLE' order by table_schema, table_name";
    private static final String COLUMNS = "select c.*, " + H2Types.PRINTED_OF_COLUMN
            + " as printed from information_schema.columns c order by table_schema, table_name, ordinal_position";
    private static final String SEQUENCES =
            "select * from information_schema.sequences order by sequence_schema, sequence_name";
    private static final String VIEWS = "select table_schema, table_name, view_definition, remarks"
            + " from information_schema.views where view_definition is not null order by table_schema, table_name";

    private final Predicate<Name> include;
    private Schema schema;

    /**
     * @param schema an empty one, with the schemas that are read beside the home
     * @param include which tables are read
     */
    H2Catalogue(Schema schema, Predicate<Name> include) {
        this.schema = schema;
        this.include = include;
    }

    Schema read(Statement statement) throws SQLException {
        schema = H2UserTypes.read(statement, schema, this::name);
        sequences(statement);
        Map<Name, Table> tables = tables(statement);
        columns(statement, tables);
        H2Constraints.read(statement, tables, this::name);
        for (H2Indexes.Found index : H2Indexes.read(statement)) {
            name(index.schema(), index.table())
                    .filter(tables::containsKey)
                    .ifPresent(table -> tables.put(table, tables.get(table).with(index.name(), index.index())));
        }
        for (Map.Entry<Name, Table> table : tables.entrySet()) {
            schema = schema.with(table.getKey(), table.getValue());
        }
        views(statement);
        return schema;
    }

    private void sequences(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(SEQUENCES)) {
            while (row.next()) {
                Optional<Name> name = name(row.getString("sequence_schema"), row.getString("sequence_name"));
                if (name.isPresent()) {
                    schema = schema.with(Kind.SEQUENCE, name.get(), sequence(row));
                }
            }
        }
    }

    private static Sequence sequence(ResultSet row) throws SQLException {
        ColumnType type = H2Types.read(row.getString("data_type").toUpperCase(Locale.ROOT));
        return new Sequence(
                Column.takesIdentity(type) ? type : ColumnType.of("bigint"),
                Optional.of(row.getLong("start_value")),
                Optional.of(row.getLong("increment")),
                Optional.of(row.getLong("minimum_value")),
                Optional.of(row.getLong("maximum_value")),
                H2ColumnRow.cache(row.getLong("cache")),
                row.getString("cycle_option").equals("YES"),
                Optional.empty());
    }

    private void views(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(VIEWS)) {
            while (row.next()) {
                Optional<Name> name = name(row.getString("table_schema"), row.getString("table_name"));
                if (name.filter(include).isPresent()) {
                    View view = View.of(row.getString("view_definition"))
                            .withComment(Optional.ofNullable(row.getString("remarks")));
                    schema = schema.with(Kind.VIEW, name.get(), view);
                }
            }
        }
    }

    /** A name as models write it; empty where it lies in a schema that isn't read. */
    private Optional<Name> name(String of, String local) {
        if (of.equals(schema.setting().home())) {
            return Optional.of(Name.of(local));
        }
        return schema.schemas().contains(of) ? Optional.of(Name.of(of, local)) : Optional.empty();
    }

    private Map<Name, Table> tables(Statement statement) throws SQLException {
        Map<Name, Table> tables = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                Optional<String> comment = Optional.ofNullable(row.getString("remarks"));
                name(row.getString("table_schema"), row.getString("table_name"))
                        .filter(include)
                        .ifPresent(name -> tables.put(name, Table.EMPTY.withComment(comment)));
            }
        }
        return tables;
    }

    private void columns(Statement statement, Map<Name, Table> tables) throws SQLException {
        Map<Name, Map<String, Column>> columns = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                Optional<Name> table = name(row.getString("table_schema"), row.getString("table_name"));
                if (table.filter(tables::containsKey).isPresent()) {
                    columns.computeIfAbsent(table.get(), name -> new LinkedHashMap<>())
                            .put(row.getString("column_name"), new H2ColumnRow(row, schema).column());
                }
            }
        }
        columns.forEach((name, all) -> tables.put(name, tables.get(name).withColumns(all)));
    }
}
