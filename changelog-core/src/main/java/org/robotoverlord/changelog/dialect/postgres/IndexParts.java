package org.robotoverlord.changelog.dialect.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.schema.Deferrable;
import org.robotoverlord.changelog.schema.Exclude;
import org.robotoverlord.changelog.schema.ExcludeElement;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.IndexElement;

/** An index, or the one behind an exclusion, while its elements come in. */
final class IndexParts {
    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private final boolean unique;
    private final Optional<Expression> where;
    private final String method;
    private final boolean nullsNotDistinct;
    private final Map<String, String> with;
    private final Optional<String> comment;
    private final List<IndexElement> elements = new ArrayList<>();
    private final List<Expression> operators = new ArrayList<>();
    private final List<String> included = new ArrayList<>();
    private final Deferrable deferrable;

    /** @param row any row of the index */
    IndexParts(Rows row) throws SQLException {
        unique = row.is("indisunique");
        where = row.optional("predicate").map(text -> Expression.of(text).bare());
        method = row.text("amname");
        nullsNotDistinct = row.is("nulls_not_distinct");
        with = row.parameters("reloptions");
        comment = row.optional("description");
        deferrable = TableParts.deferrable(row);
    }

    void add(Rows row) throws SQLException {
        if (row.is("included")) {
            included.add(row.text("attname"));
        } else {
            elements.add(element(row));
            operator(row).ifPresent(operators::add);
        }
    }

    private static Optional<Expression> operator(Rows row) throws SQLException {
        Optional<String> name = row.optional("oprname");
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(Expression.of(
                        row.is("operator_visible")
                                ? name.get()
                                : "operator(" + row.text("operator_schema") + "." + name.get() + ")"));
    }

    private static IndexElement element(Rows row) throws SQLException {
        int options = row.integer("options");
        List<String> classOptions = row.list("attoptions");
        return new IndexElement(
                row.optional("attname"),
                row.optional("expression").map(text -> Expression.of(text).bare()),
                (options & DESCENDING) == 0 ? IndexElement.Order.ASC : IndexElement.Order.DESC,
                Optional.of((options & NULLS_FIRST) == 0 ? IndexElement.Nulls.LAST : IndexElement.Nulls.FIRST),
                row.found("opcname", "opclass_schema", "opclass_visible")
                        .map(name ->
                                classOptions.isEmpty() ? name : name + "(" + String.join(", ", classOptions) + ")"),
                row.found("collname", "collation_schema", "collation_visible"));
    }

    Exclude exclude() {
        List<ExcludeElement> compared = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            compared.add(new ExcludeElement(elements.get(i), operators.get(i)));
        }
        return new Exclude(method, compared, where, deferrable);
    }

    Index index() {
        return new Index(elements, unique, where, method, included, nullsNotDistinct, with, comment);
    }
}
