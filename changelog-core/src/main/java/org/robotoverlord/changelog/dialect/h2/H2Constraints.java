package org.robotoverlord.changelog.dialect.h2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.robotoverlord.changelog.schema.Action;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PrimaryKey;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Unique;

/**
 * The constraints of tables, but for checks that are always true: the database itself loses those. What the catalogue keeps of them
 * is joined here: there nothing is indexed.
 */
final class H2Constraints {
    private static final String ALL = "select constraint_schema, constraint_name, constraint_type, table_schema,"
            + " table_name, nulls_distinct, index_schema, index_name from information_schema.table_constraints"
            + " order by table_schema, table_name, constraint_name";
    private static final String CHECKS =
            "select constraint_schema, constraint_name, check_clause from information_schema.check_constraints";
    private static final String REFERENCES = "select constraint_schema, constraint_name, unique_constraint_schema,"
            + " unique_constraint_name, delete_rule, update_rule from information_schema.referential_constraints";
    static final String TRUE = "TRUE";

    /** A constraint as the catalogue has it, of whatever kind. */
    private record Row(Name name, String type, Name table, boolean nullsDistinct, Name index) {}

    private record Reference(Name unique, Action onDelete, Action onUpdate) {}

    private final Map<Name, Row> rows = new LinkedHashMap<>();
    private final Map<Name, String> checks = new HashMap<>();
    private final Map<Name, Reference> references = new HashMap<>();
    private final H2Keys keys;
    private final BiFunction<String, String, Optional<Name>> names;

    private H2Constraints(H2Keys keys, BiFunction<String, String, Optional<Name>> names) {
        this.keys = keys;
        this.names = names;
    }

    /**
     * Adds the constraints to tables.
     *
     * @param names what models call a thing of a schema and name; empty where the schema isn't read
     */
    static void read(Statement statement, Map<Name, Table> tables, BiFunction<String, String, Optional<Name>> names)
            throws SQLException {
        H2Constraints constraints = new H2Constraints(H2Keys.read(statement), names);
        constraints.read(statement);
        constraints
                .rows
                .values()
                .forEach(row -> constraints
                        .local(row.table())
                        .filter(tables::containsKey)
                        .ifPresent(table -> tables.put(table, constraints.with(tables.get(table), row, tables))));
    }

    private void read(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(ALL)) {
            while (row.next()) {
                String index = row.getString("index_name");
                Name name = Name.of(row.getString(1), row.getString(2));
                rows.put(
                        name,
                        new Row(
                                name,
                                row.getString("constraint_type"),
                                Name.of(row.getString("table_schema"), row.getString("table_name")),
                                !"NO".equals(row.getString("nulls_distinct")),
                                index == null ? name : Name.of(row.getString("index_schema"), index)));
            }
        }
        try (ResultSet row = statement.executeQuery(CHECKS)) {
            while (row.next()) {
                checks.put(Name.of(row.getString(1), row.getString(2)), row.getString(3));
            }
        }
        try (ResultSet row = statement.executeQuery(REFERENCES)) {
            while (row.next()) {
                references.put(
                        Name.of(row.getString(1), row.getString(2)),
                        new Reference(
                                Name.of(row.getString(3), row.getString(4)),
                                action(row.getString("delete_rule")),
                                action(row.getString("update_rule"))));
            }
        }
    }

    private static Action action(String rule) {
        return Action.valueOf(rule.replace(' ', '_'));
    }

    private Optional<Name> local(Name table) {
        return names.apply(table.schema().orElseThrow(), table.local());
    }

    private Table with(Table table, Row row, Map<Name, Table> tables) {
        String name = row.name().local();
        Set<String> there = table.columns().keySet();
        return switch (row.type()) {
            case "PRIMARY KEY" -> table.withPrimaryKey(Optional.of(new PrimaryKey(name, columns(row, there))));
            case "UNIQUE" -> table.with(name, new Unique(columns(row, there), !row.nullsDistinct(), Deferrable.NO));
            case "CHECK" ->
                checks.get(row.name()).equals(TRUE)
                        ? table
                        : table.with(
                                name,
                                new Check(Expression.of(checks.get(row.name())).bare()));
            case "FOREIGN KEY" -> table.with(name, foreignKey(row, there, tables));
            default -> table;
        };
    }

    private List<String> columns(Row row, Set<String> there) {
        return keys.columns(row.name(), row.index(), row.type().equals("PRIMARY KEY"), there);
    }

    private ForeignKey foreignKey(Row row, Set<String> there, Map<Name, Table> tables) {
        Reference reference = references.get(row.name());
        Row unique = rows.get(reference.unique());
        Name target = local(unique.table()).orElse(unique.table());
        Set<String> known = tables.getOrDefault(target, Table.EMPTY).columns().keySet();
        return new ForeignKey(
                columns(row, there),
                target,
                keys.targets(row.name(), columns(unique, known)),
                reference.onDelete(),
                reference.onUpdate(),
                Deferrable.NO,
                !tables.containsKey(target));
    }
}
