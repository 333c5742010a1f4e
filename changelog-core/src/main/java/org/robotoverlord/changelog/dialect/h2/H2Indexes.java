package org.robotoverlord.changelog.dialect.h2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.IndexElement;
import org.robotoverlord.changelog.schema.Name;

/** The indexes that somebody made, each by its own name. What the catalogue keeps of them is joined here: there nothing is indexed. */
final class H2Indexes {
    private static final String INDEXES = "select table_schema, table_name, index_schema, index_name, index_type_name,"
            + " nulls_distinct, remarks from information_schema.indexes where not is_generated"
            + " and index_type_name in ('INDEX', 'UNIQUE INDEX') order by table_schema, table_name, index_name";
    private static final String COLUMNS = "select index_schema, index_name, column_name, ordering_specification,"
            + " null_ordering, is_unique from information_schema.index_columns"
            + " order by index_schema, index_name, ordinal_position";
    private static final String NULLS =
            "select setting_value from information_schema.settings where setting_name = 'DEFAULT_NULL_ORDERING'";

    /** An index, and the table that it is of. */
    record Found(String schema, String table, String name, Index index) {}

    /** @param unique whether it tells rows apart, or is only kept along */
    private record Part(IndexElement element, boolean unique) {}

    private final Map<Name, List<Part>> parts = new HashMap<>();

    private H2Indexes() {}

    static List<Found> read(Statement statement) throws SQLException {
        H2Indexes indexes = new H2Indexes();
        boolean low = true;
        try (ResultSet row = statement.executeQuery(NULLS)) {
            low = !row.next() || row.getString(1).equals("LOW");
        }
        try (ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                indexes.parts
                        .computeIfAbsent(
                                Name.of(row.getString("index_schema"), row.getString("index_name")),
                                name -> new ArrayList<>())
                        .add(new Part(element(row, low), row.getBoolean("is_unique")));
            }
        }
        List<Found> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(INDEXES)) {
            while (row.next()) {
                found.add(new Found(
                        row.getString("table_schema"),
                        row.getString("table_name"),
                        row.getString("index_name"),
                        indexes.index(row)));
            }
        }
        return found;
    }

    private Index index(ResultSet row) throws SQLException {
        List<Part> all = parts.get(Name.of(row.getString("index_schema"), row.getString("index_name")));
        boolean unique = row.getString("index_type_name").equals("UNIQUE INDEX");
        return new Index(
                all.stream()
                        .filter(part -> part.unique() || !unique)
                        .map(Part::element)
                        .toList(),
                unique,
                Optional.empty(),
                "btree",
                all.stream()
                        .filter(part -> unique && !part.unique())
                        .flatMap(part -> part.element().column().stream())
                        .toList(),
                "NO".equals(row.getString("nulls_distinct")),
                Map.of(),
                Optional.ofNullable(row.getString("remarks")));
    }

    /** Where NULLs come is told where it isn't as the database has it by itself. */
    private static IndexElement element(ResultSet row, boolean low) throws SQLException {
        boolean down = row.getString("ordering_specification").equals("DESC");
        String usual = down == low ? "LAST" : "FIRST";
        Optional<IndexElement.Nulls> nulls = Optional.ofNullable(row.getString("null_ordering"))
                .filter(given -> !given.equals(usual))
                .map(IndexElement.Nulls::valueOf);
        return new IndexElement(
                Optional.of(row.getString("column_name")),
                Optional.empty(),
                down ? IndexElement.Order.DESC : IndexElement.Order.ASC,
                nulls,
                Optional.empty(),
                Optional.empty());
    }
}
