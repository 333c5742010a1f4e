package org.robotoverlord.changelog.dialect.postgres;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.View;

/** A view while its rows come in, query after query. */
final class ViewParts {
    private final Name name;
    private final boolean materialized;
    private final Expression query;
    private final Optional<String> comment;
    private final Map<String, IndexParts> indexes = new LinkedHashMap<>();

    /** @param row of {@link CatalogueQueries#VIEWS} */
    ViewParts(Name name, Rows row) throws SQLException {
        this.name = name;
        this.materialized = row.letter("relkind") == 'm';
        this.query = Expression.of(row.text("query"));
        this.comment = row.optional("description");
    }

    Name name() {
        return name;
    }

    boolean materialized() {
        return materialized;
    }

    /** Takes a row of {@link CatalogueQueries#indexes}. */
    void addIndexElement(Rows row) throws SQLException {
        String index = row.text("relname");
        IndexParts parts = indexes.get(index);
        if (parts == null) {
            parts = new IndexParts(row);
            indexes.put(index, parts);
        }
        parts.add(row);
    }

    View view() {
        Map<String, Index> made = new LinkedHashMap<>();
        indexes.forEach((index, parts) -> made.put(index, parts.index()));
        return new View(query, materialized, made, comment);
    }
}
