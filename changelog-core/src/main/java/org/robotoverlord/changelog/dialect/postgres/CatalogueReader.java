package org.robotoverlord.changelog.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnName;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Extension;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequence;
import org.robotoverlord.changelog.schema.Setting;

/** Asks the catalogue, kind after kind, and puts together what comes. */
final class CatalogueReader {
    private final Connection connection;
    private final CatalogueQueries queries;
    private final Setting setting;
    private final String[] schemas;
    private final Predicate<Name> include;
    private final Map<Long, TableParts> tables = new LinkedHashMap<>();
    private final Map<Long, ViewParts> views = new LinkedHashMap<>();
    private Schema schema;

    CatalogueReader(Connection connection, Setting setting, Set<String> otherSchemas, Predicate<Name> include)
            throws SQLException {
        this.connection = connection;
        this.queries = new CatalogueQueries(connection.getMetaData().getDatabaseMajorVersion());
        this.setting = setting;
        this.include = include;
        this.schema = Schema.empty(setting);
        Set<String> all = new TreeSet<>(otherSchemas);
        all.add(setting.home());
        this.schemas = all.toArray(String[]::new);
    }

    Schema read() throws SQLException {
        readSchemas();
        readExtensions();
        readEnums();
        readDomains();
        readTables();
        readSequences();
        readViews();
        if (!tables.isEmpty()) {
            ofTables(
                    CatalogueQueries.COLUMNS,
                    "attrelid",
                    (table, row) -> table.add(row.text("attname"), new ColumnRow(row, schema).column()));
            ofTables(queries.constraints(), "conrelid", (table, row) -> table.addConstraint(row, tables::containsKey));
            ofTables(CatalogueQueries.TRIGGERS, "tgrelid", TableParts::addTrigger);
            ofTables(CatalogueQueries.POLICIES, "polrelid", TableParts::addPolicy);
            if (tables.values().stream().anyMatch(TableParts::isPartitioned)) {
                ofTables(CatalogueQueries.PARTITIONS, "inhparent", TableParts::addPartition);
            }
        }
        readIndexes();
        for (ViewParts view : views.values()) {
            schema = schema.with(Kind.VIEW, view.name(), view.view());
        }
        for (TableParts table : tables.values()) {
            schema = schema.with(table.name(), table.table());
        }
        inSchemas(CatalogueQueries.ROUTINES, row -> schema = new RoutineRow(row, schema).added());
        return schema;
    }

    private void readSchemas() throws SQLException {
        inSchemas(CatalogueQueries.SCHEMAS, row -> {
            String name = row.text("nspname");
            schema = name.equals(setting.home()) ? schema : schema.withSchema(name);
        });
    }

    private void readExtensions() throws SQLException {
        Rows.each(connection, CatalogueQueries.EXTENSIONS, row -> {
            Optional<String> elsewhere = row.optional("nspname").filter(name -> !name.equals(setting.home()));
            schema = schema.withExtension(row.text("extname"), new Extension(elsewhere, row.optional("extversion")));
        });
    }

    private void readEnums() throws SQLException {
        inSchemas(
                CatalogueQueries.ENUMS,
                row -> schema = schema.with(
                        Kind.ENUM,
                        Name.of(row.text("nspname"), row.text("typname")),
                        new EnumType(row.list("labels"), row.optional("description"))));
    }

    private void readDomains() throws SQLException {
        inSchemas(CatalogueQueries.DOMAINS, row -> {
            List<String> names = row.list("checks");
            List<String> conditions = row.list("conditions");
            Map<String, Check> checks = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                checks.put(
                        names.get(i), new Check(Expression.of(conditions.get(i)).bare()));
            }
            Column plain = new ColumnRow(row, schema).plain();
            schema = schema.with(
                    Kind.DOMAIN,
                    Name.of(row.text("nspname"), row.text("typname")),
                    new Domain(
                            plain.type(),
                            !row.is("typnotnull"),
                            plain.defaultValue(),
                            checks,
                            row.optional("description")));
        });
    }

    private void readTables() throws SQLException {
        inSchemas(CatalogueQueries.TABLES, row -> {
            Name name = schema.local(Name.of(row.text("nspname"), row.text("relname")));
            if (include.test(name)) {
                tables.put(row.whole("oid"), new TableParts(name, row));
            }
        });
    }

    private void readViews() throws SQLException {
        inSchemas(CatalogueQueries.VIEWS, row -> {
            Name name = schema.local(Name.of(row.text("nspname"), row.text("relname")));
            if (include.test(name)) {
                views.put(row.whole("oid"), new ViewParts(name, row));
            }
        });
    }

    /** Those of tables and those of views. */
    private void readIndexes() throws SQLException {
        List<Long> oids = new ArrayList<>(tables.keySet());
        views.forEach((oid, view) -> {
            if (view.materialized()) {
                oids.add(oid);
            }
        });
        if (!oids.isEmpty()) {
            Rows.each(connection, queries.indexes(), "oid", oids.toArray(), row -> {
                long owner = row.whole("indrelid");
                if (tables.containsKey(owner)) {
                    tables.get(owner).addIndexElement(row);
                } else {
                    views.get(owner).addIndexElement(row);
                }
            });
        }
    }

    /** One that goes with a table that isn't read isn't either. */
    private void readSequences() throws SQLException {
        inSchemas(CatalogueQueries.SEQUENCES, row -> {
            Optional<String> column = row.optional("attname");
            Optional<TableParts> owner = column.isEmpty() ? Optional.empty() : table(row.whole("owner"));
            if (column.isEmpty() || owner.isPresent()) {
                Sequence sequence = new Sequence(
                        ColumnType.parse(row.text("printed")),
                        Optional.of(row.whole("seqstart")),
                        Optional.of(row.whole("seqincrement")),
                        Optional.of(row.whole("seqmin")),
                        Optional.of(row.whole("seqmax")),
                        Optional.of(row.whole("seqcache")),
                        row.is("seqcycle"),
                        owner.map(table -> new ColumnName(table.name(), column.orElseThrow())));
                schema = schema.with(Kind.SEQUENCE, Name.of(row.text("nspname"), row.text("relname")), sequence);
            }
        });
    }

    private Optional<TableParts> table(long oid) {
        return Optional.ofNullable(tables.get(oid));
    }

    private void inSchemas(String query, Rows.Reader reader) throws SQLException {
        Rows.each(connection, query, "text", schemas, reader);
    }

    private void ofTables(String query, String oid, Part part) throws SQLException {
        Object[] oids = tables.keySet().toArray();
        Rows.each(connection, query, "oid", oids, row -> part.take(tables.get(row.whole(oid)), row));
    }

    /** What is done with a row of a table. */
    private interface Part {
        void take(TableParts table, Rows row) throws SQLException;
    }
}
