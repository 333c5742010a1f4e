package org.robotoverlord.changelog.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.problem.Problem;

/**
 * A query under a name: {@code {query: "select id from users where active"}}. One that is materialized holds the rows that the query
 * gave last; it has indexes, and is refreshed.
 *
 * @param query what it shows, as it is written
 * @param materialized whether the rows are kept
 * @param indexes name → index, of one that is materialized
 * @param comment what people should know of it
 */
public record View(
        Expression query, @Absent("false") boolean materialized, Map<String, Index> indexes, Optional<String> comment) {
    private static final Set<String> FIRST_WORDS = Set.of("select", "with", "values", "table", "(");

    public View {
        query = withoutEnd(query);
        requireQuery(query);
        if (!materialized && !indexes.isEmpty()) {
            throw new Problem(
                            "a view that isn't materialized has no rows to index; write materialized: true, or index its tables")
                    .about("indexes");
        }
        indexes = OrderedMaps.copy(indexes);
        comment = comment.filter(text -> !text.isEmpty());
    }

    /** A plain one. */
    public static View of(String query) {
        return new View(Expression.of(query), false, Map.of(), Optional.empty());
    }

    /** The query without the semicolon that one is used to writing. */
    private static Expression withoutEnd(Expression query) {
        return query.sql().endsWith(";")
                ? Expression.of(query.sql().substring(0, query.sql().length() - 1))
                : query;
    }

    private static void requireQuery(Expression query) {
        List<SqlToken> tokens = SqlToken.of(query.sql());
        if (!FIRST_WORDS.contains(tokens.get(0).folded())) {
            throw new Problem("a view shows what a query gives, and no query begins with '"
                            + tokens.get(0).text() + "'; begin with select, with, values or table")
                    .about("query");
        }
        if (tokens.stream().anyMatch(token -> token.text().equals(";"))) {
            throw new Problem("a view shows what one query gives; take the ';' out").about("query");
        }
    }

    /** The tables, views and sequences that the query may be about, as they are written there. */
    Set<Name> relations() {
        return NamedInQuery.relations(query);
    }

    /** Whether a column of a table that the query is about may be meant in it: by its name, or with all the others. */
    public boolean mayMean(String column) {
        return query.mentions(column) || NamedInQuery.sweeps(query);
    }

    /** Whether the query may group rows by these columns and show others. */
    public boolean mayGroupBy(List<String> columns) {
        return query.folded().contains("group") && columns.stream().allMatch(this::mayMean);
    }

    /** Whether the query names a type to make a value of it. */
    public boolean casts(String type) {
        return NamedInQuery.casts(query, type);
    }

    /** Whether it shows the same rows as the other, kept or not. */
    public boolean showsAs(View other) {
        return query.equals(other.query) && materialized == other.materialized;
    }

    /** Whether it can be refreshed while others read it: whether all its rows can be told apart by plain columns. */
    public boolean tellsRowsApart() {
        return indexes.values().stream()
                .anyMatch(index -> index.unique()
                        && index.where().isEmpty()
                        && index.columns().stream()
                                .allMatch(element -> element.column().isPresent()));
    }

    /** The same with another comment, or none. */
    public View withComment(Optional<String> other) {
        return new View(query, materialized, indexes, other);
    }

    /** The same with an index made, or put in another's place. */
    public View with(String name, Index index) {
        return withIndexes(OrderedMaps.with(indexes, name, index));
    }

    /** The same without an index. */
    public View withoutIndex(String name) {
        return withIndexes(OrderedMaps.without(indexes, name));
    }

    /** The same with other indexes. */
    public View withIndexes(Map<String, Index> others) {
        return new View(query, materialized, others, comment);
    }

    /** The query alone. */
    public View plain() {
        return new View(query, false, Map.of(), Optional.empty());
    }

    /** The same with another query. */
    public View withQuery(Expression other) {
        return new View(other, materialized, indexes, comment);
    }

    /** The same with each expression changed. */
    public View mapSql(UnaryOperator<Expression> change) {
        return new View(
                change.apply(query),
                materialized,
                OrderedMaps.mapValues(indexes, index -> index.mapSql(change)),
                comment);
    }
}
