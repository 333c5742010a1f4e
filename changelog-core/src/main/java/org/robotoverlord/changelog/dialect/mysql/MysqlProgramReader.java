package org.robotoverlord.changelog.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.schema.Function;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Parameter;
import org.robotoverlord.changelog.schema.Procedure;
import org.robotoverlord.changelog.schema.ReturnType;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Security;
import org.robotoverlord.changelog.schema.Signature;
import org.robotoverlord.changelog.schema.Trigger;
import org.robotoverlord.changelog.schema.Volatility;

/** Reads functions, procedures and triggers; their bodies are kept as they were written. */
final class MysqlProgramReader {
    private static final String PARAMETERS = """
            select specific_schema as db, specific_name as name, routine_type as kind, parameter_mode as mode,
              parameter_name as called, dtd_identifier as type
            from information_schema.parameters
            where ordinal_position > 0 and (specific_schema = database() or specific_schema in (%s))
            order by specific_schema, specific_name, routine_type, ordinal_position""";
    private static final String ROUTINES = """
            select routine_schema as db, routine_schema = database() as home, routine_name as name, routine_type as kind,
              dtd_identifier as type, routine_definition as body, is_deterministic as same, sql_data_access as access,
              security_type as security
            from information_schema.routines
            where routine_type in ('FUNCTION', 'PROCEDURE') and (routine_schema = database() or routine_schema in (%s))
            order by home desc, routine_schema, routine_name""";
    private static final String TRIGGERS = """
            select trigger_schema as db, trigger_schema = database() as home, event_object_table as of_table,
              trigger_name as name, action_timing as moment, event_manipulation as event, action_statement as body
            from information_schema.triggers where trigger_schema = database() or trigger_schema in (%s)
            order by home desc, trigger_schema, event_object_table, trigger_name""";

    private final Connection connection;
    private final String listed;
    private final List<String> leftOut = new ArrayList<>();

    /** @param listed the other databases that are read, as a list in SQL */
    MysqlProgramReader(Connection connection, String listed) {
        this.connection = connection;
        this.listed = listed;
    }

    /** What models have no words for, or the user may not see, once it has been read. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** A schema, whose tables are read already, with all of them. */
    Schema with(Schema schema) throws SQLException {
        return withTriggers(withRoutines(schema));
    }

    private static Name name(ResultSet row, String column) throws SQLException {
        return row.getBoolean("home")
                ? Name.of(row.getString(column))
                : Name.of(row.getString("db"), row.getString(column));
    }

    private static String key(ResultSet row) throws SQLException {
        return row.getString("kind") + "\0" + row.getString("db") + "\0" + row.getString("name");
    }

    private Map<String, Optional<List<Parameter>>> parameters(Statement statement) throws SQLException {
        Map<String, Optional<List<Parameter>>> all = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery(PARAMETERS.formatted(listed))) {
            while (row.next()) {
                boolean isIn = "IN".equals(row.getString("mode"));
                Parameter parameter = new Parameter(
                        Optional.ofNullable(row.getString("called")),
                        MysqlTypes.ofRoutine(row.getString("type"), false),
                        false,
                        Optional.empty());
                all.merge(
                        key(row),
                        isIn ? Optional.of(List.of(parameter)) : Optional.empty(),
                        MysqlProgramReader::joined);
            }
        }
        return all;
    }

    /** All parameters; empty where one gives something back. */
    private static Optional<List<Parameter>> joined(Optional<List<Parameter>> some, Optional<List<Parameter>> more) {
        return some.flatMap(first -> more.map(then -> {
            List<Parameter> both = new ArrayList<>(first);
            both.addAll(then);
            return List.copyOf(both);
        }));
    }

    private Schema withRoutines(Schema schema) throws SQLException {
        Schema with = schema;
        try (Statement statement = connection.createStatement()) {
            Map<String, Optional<List<Parameter>>> parameters = parameters(statement);
            try (ResultSet row = statement.executeQuery(ROUTINES.formatted(listed))) {
                while (row.next()) {
                    Name name = name(row, "name");
                    Optional<List<Parameter>> taken = parameters.getOrDefault(key(row), Optional.of(List.of()));
                    String body = row.getString("body");
                    if (taken.isEmpty() || body == null || body.isBlank()) {
                        leftOut.add(row.getString("kind").toLowerCase(Locale.ROOT) + " '" + name
                                + "', which gives parameters back or may not be looked into, is left out");
                    } else {
                        with = with(with, new Signature(name, taken.get()), row, body);
                    }
                }
            }
        }
        return with;
    }

    private static Schema with(Schema schema, Signature signature, ResultSet row, String body) throws SQLException {
        Security security = row.getString("security").equals("DEFINER") ? Security.DEFINER : Security.INVOKER;
        if (row.getString("kind").equals("PROCEDURE")) {
            return Routines.with(schema, Kind.PROCEDURE, signature, new Procedure("sql", security, body));
        }
        Volatility volatility = row.getString("same").equals("YES")
                ? Volatility.IMMUTABLE
                : row.getString("access").equals("READS SQL DATA") ? Volatility.STABLE : Volatility.VOLATILE;
        ReturnType returns = new ReturnType(false, MysqlTypes.ofRoutine(row.getString("type"), false), List.of());
        return Routines.with(
                schema, Kind.FUNCTION, signature, new Function(returns, "sql", volatility, security, body));
    }

    private Schema withTriggers(Schema schema) throws SQLException {
        Schema with = schema;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TRIGGERS.formatted(listed))) {
            while (row.next()) {
                Name table = name(row, "of_table");
                if (with.findTable(table).isPresent()) {
                    with = MysqlTriggers.with(
                            with,
                            table,
                            row.getString("name"),
                            Trigger.When.valueOf(row.getString("moment")),
                            row.getString("event"),
                            row.getString("body"));
                }
            }
        }
        return with;
    }
}
