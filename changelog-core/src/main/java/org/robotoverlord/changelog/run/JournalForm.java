package org.robotoverlord.changelog.run;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The form of the migration table that this version writes. What has another, another version made, or somebody else. */
final class JournalForm {
    private final Map<String, String> types;

    /** @param types its columns, and of what type each is made */
    JournalForm(Map<String, String> types) {
        this.types = types;
    }

    /** What is other than it should be, as a person would say it; empty where nothing is. */
    Optional<String> objection(ResultSetMetaData found) throws SQLException {
        List<String> objections = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>(types.keySet());
        for (int i = 1; i <= found.getColumnCount(); i++) {
            String column = found.getColumnName(i);
            String type = types.get(column);
            if (type == null) {
                objections.add("it has a column '" + column + "'");
            } else if (!isLike(type, found.getColumnType(i), found.getColumnTypeName(i))) {
                objections.add("column '" + column + "' is of type " + found.getColumnTypeName(i) + ", where " + type
                        + " is meant");
            }
            missing.remove(column);
        }
        missing.forEach(column -> objections.add("it has no column '" + column + "'"));
        return objections.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", objections));
    }

    /** A database has its own names and lengths of types, so only what they hold is compared: texts, numbers, moments. */
    private static boolean isLike(String type, int jdbc, String name) {
        if (type.contains("char")) {
            return Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.CLOB)
                    .contains(jdbc);
        }
        if (type.contains("int")) {
            return Set.of(Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT)
                    .contains(jdbc);
        }
        return name.toLowerCase(Locale.ROOT).startsWith("timestamp");
    }
}
