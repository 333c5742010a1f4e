package org.robotoverlord.changelog.dialect.h2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.robotoverlord.changelog.schema.Check;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.EnumType;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** The enums and domains of a database. Both are domains there: an enum is one over H2's ENUM. */
final class H2UserTypes {
    private static final String DOMAINS = "select domain_schema, domain_name, domain_default, parent_domain_schema,"
            + " parent_domain_name, data_type, " + H2Types.PRINTED_OF_DOMAIN
            + " as printed from information_schema.domains order by domain_schema, domain_name";
    private static final String VALUES = "select object_schema, object_name, value_name"
            + " from information_schema.enum_values where object_type = 'DOMAIN'"
            + " order by object_schema, object_name, value_ordinal";
    private static final String CHECKS = "select constraint_schema, constraint_name, domain_schema, domain_name"
            + " from information_schema.domain_constraints order by domain_schema, domain_name, constraint_name";
    private static final String CLAUSES =
            "select constraint_schema, constraint_name, check_clause from information_schema.check_constraints";
    private static final String NOT_NULL = "VALUE IS NOT NULL";
    private static final String NULL = "NULL";

    private final BiFunction<String, String, Optional<Name>> names;
    private final Map<Name, List<String>> values = new HashMap<>();
    private final Map<Name, Map<String, String>> checks = new HashMap<>();

    private H2UserTypes(BiFunction<String, String, Optional<Name>> names) {
        this.names = names;
    }

    /**
     * Adds them to a schema.
     *
     * @param names what models call a thing of a schema and name; empty where the schema isn't read
     */
    static Schema read(Statement statement, Schema schema, BiFunction<String, String, Optional<Name>> names)
            throws SQLException {
        H2UserTypes types = new H2UserTypes(names);
        types.readValues(statement);
        types.readChecks(statement);
        Schema with = schema;
        try (ResultSet row = statement.executeQuery(DOMAINS)) {
            while (row.next()) {
                Optional<Name> name = names.apply(row.getString("domain_schema"), row.getString("domain_name"));
                if (name.isPresent()) {
                    boolean isEnum =
                            row.getString("data_type").equals("ENUM") && row.getString("parent_domain_name") == null;
                    with = isEnum
                            ? with.with(Kind.ENUM, name.get(), EnumType.of(types.values.get(name.get())))
                            : with.with(Kind.DOMAIN, name.get(), types.domain(name.get(), row));
                }
            }
        }
        return with;
    }

    private void readValues(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(VALUES)) {
            while (row.next()) {
                String value = row.getString("value_name");
                names.apply(row.getString("object_schema"), row.getString("object_name"))
                        .ifPresent(name -> values.computeIfAbsent(name, none -> new ArrayList<>())
                                .add(value));
            }
        }
    }

    /** But for checks that are always true, as with those of tables. */
    private void readChecks(Statement statement) throws SQLException {
        Map<Name, String> clauses = new HashMap<>();
        try (ResultSet row = statement.executeQuery(CLAUSES)) {
            while (row.next()) {
                clauses.put(Name.of(row.getString(1), row.getString(2)), row.getString(3));
            }
        }
        try (ResultSet row = statement.executeQuery(CHECKS)) {
            while (row.next()) {
                String check = row.getString(2);
                String clause = clauses.get(Name.of(row.getString(1), check));
                names.apply(row.getString(3), row.getString(4))
                        .filter(name -> !clause.equals(H2Constraints.TRUE))
                        .ifPresent(name -> checks.computeIfAbsent(name, none -> new LinkedHashMap<>())
                                .put(check, clause));
            }
        }
    }

    private Domain domain(Name name, ResultSet row) throws SQLException {
        ColumnType type = type(row);
        String printed = row.getString("domain_default");
        Column plain = Column.of(type);
        Column column = printed == null || printed.equals(NULL) ? plain : H2Printed.withDefault(plain, printed);
        Map<String, Check> own = new LinkedHashMap<>();
        boolean nullable = true;
        for (Map.Entry<String, String> check :
                checks.getOrDefault(name, Map.of()).entrySet()) {
            if (check.getValue().equals(NOT_NULL) && check.getKey().equals(H2Domains.notNull(name))) {
                nullable = false;
            } else {
                own.put(
                        check.getKey(),
                        new Check(Expression.of(check.getValue()).bare()));
            }
        }
        return new Domain(type, nullable, column.defaultValue(), own, Optional.empty());
    }

    private ColumnType type(ResultSet row) throws SQLException {
        String below = row.getString("parent_domain_name");
        Optional<Name> name =
                below == null ? Optional.empty() : names.apply(row.getString("parent_domain_schema"), below);
        String printed = row.getString("printed");
        return name.map(is -> ColumnType.of(is.toString())).orElseGet(() -> H2Types.read(printed));
    }
}
