package org.robotoverlord.changelog.dialect.h2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.robotoverlord.changelog.schema.Name;

/**
 * The columns of keys, in their order. The catalogue tells them by the names that they had when the key was made, until the database
 * is opened again; the index that a key works with knows the new ones.
 */
final class H2Keys {
    private static final String KEYS = "select constraint_schema, constraint_name, column_name,"
            + " position_in_unique_constraint from information_schema.key_column_usage"
            + " order by constraint_schema, constraint_name, ordinal_position";
    private static final String INDEXED = "select index_schema, index_name, column_name"
            + " from information_schema.index_columns order by index_schema, index_name, ordinal_position";
    private static final String PRIMARY = "PRIMARY_KEY_";

    /** A column of a key, and which column of the key that it points to it stands for, counted from 1. */
    private record Part(String column, int to) {}

    private final Map<Name, List<Part>> parts = new HashMap<>();
    private final Map<Name, List<String>> indexed = new HashMap<>();

    private H2Keys() {}

    static H2Keys read(Statement statement) throws SQLException {
        H2Keys keys = new H2Keys();
        try (ResultSet row = statement.executeQuery(KEYS)) {
            while (row.next()) {
                keys.parts
                        .computeIfAbsent(Name.of(row.getString(1), row.getString(2)), name -> new ArrayList<>())
                        .add(new Part(row.getString(3), row.getInt(4)));
            }
        }
        try (ResultSet row = statement.executeQuery(INDEXED)) {
            while (row.next()) {
                keys.indexed
                        .computeIfAbsent(Name.of(row.getString(1), row.getString(2)), name -> new ArrayList<>())
                        .add(row.getString(3));
            }
        }
        return keys;
    }

    /**
     * The columns of a key.
     *
     * @param index the index that it works with
     * @param isPrimary whether it is a primary key
     * @param there the columns that its table has
     */
    List<String> columns(Name key, Name index, boolean isPrimary, Set<String> there) {
        List<String> said =
                parts.getOrDefault(key, List.of()).stream().map(Part::column).toList();
        List<String> known = indexed.getOrDefault(index, List.of());
        boolean own =
                isPrimary && index.local().startsWith(PRIMARY) || index.local().startsWith(key.local() + "_INDEX_");
        boolean old = !there.containsAll(said);
        if (known.size() != said.size() || !own && !old) {
            return said;
        }
        return own ? known : renamed(said, known, there);
    }

    /** The columns in the key's order; where several have other names now, in that of the index, which may be another key's. */
    private static List<String> renamed(List<String> said, List<String> known, Set<String> there) {
        List<String> gone = said.stream().filter(name -> !there.contains(name)).toList();
        List<String> come = known.stream().filter(name -> !said.contains(name)).toList();
        return gone.size() == 1 && come.size() == 1
                ? said.stream()
                        .map(name -> gone.contains(name) ? come.get(0) : name)
                        .toList()
                : known;
    }

    /** Which of the columns of the key that it points to each column of a foreign key stands for. */
    List<String> targets(Name key, List<String> target) {
        return parts.getOrDefault(key, List.of()).stream()
                .map(part -> target.get(part.to() - 1))
                .toList();
    }
}
