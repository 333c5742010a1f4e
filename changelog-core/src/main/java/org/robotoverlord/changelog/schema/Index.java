package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.Bare;
import org.robotoverlord.changelog.problem.Problem;

/**
 * An index: {@code [role]} or {@code {columns, unique, where, method, include, nullsNotDistinct, with, comment}}.
 *
 * @param columns at least one: what it sorts by; their order counts
 * @param unique whether no two of its entries may be equal
 * @param where which rows it holds; empty for all
 * @param method how it is built
 * @param include columns it carries but doesn't sort by
 * @param nullsNotDistinct whether two NULLs are equal here
 * @param with storage parameters
 * @param comment what people should know of it
 */
public record Index(
        @Bare List<IndexElement> columns,
        @Absent("false") boolean unique,
        Optional<Expression> where,
        @Absent("btree") String method,
        List<String> include,
        @Absent("false") boolean nullsNotDistinct,
        Map<String, String> with,
        Optional<String> comment) {
    public Index {
        if (columns.isEmpty()) {
            throw new Problem("an index has no column; name at least one").about("columns");
        }
        columns = List.copyOf(columns);
        include = List.copyOf(include);
        with = java.util.Collections.unmodifiableMap(new TreeMap<>(with));
        comment = comment.filter(text -> !text.isEmpty());
    }

    /** Over plain columns, and no more. */
    public static Index of(List<String> columns) {
        return new Index(
                columns.stream().map(IndexElement::of).toList(),
                false,
                Optional.empty(),
                "btree",
                List.of(),
                false,
                Map.of(),
                Optional.empty());
    }

    /** Whether it is over plain columns and says nothing more. */
    public boolean isPlain() {
        return columns.stream().allMatch(IndexElement::isPlain) && equals(of(columnNames()));
    }

    /** The columns it sorts by; expressions are left out. */
    public List<String> columnNames() {
        List<String> names = new ArrayList<>();
        for (IndexElement element : columns) {
            if (element.column().isPresent()) {
                names.add(element.column().get());
            }
        }
        return names;
    }

    /** The same with another comment, or none. */
    public Index withComment(Optional<String> other) {
        return new Index(columns, unique, where, method, include, nullsNotDistinct, with, other);
    }

    /** Whether the column is in it, in whatever part. */
    public boolean mentions(String column) {
        return columns.stream().anyMatch(element -> element.mentions(column))
                || include.contains(column)
                || where.filter(expression -> expression.mentions(column)).isPresent();
    }

    Index renameColumn(String from, String to) {
        if (!mentions(from)) {
            return this;
        }
        return new Index(
                columns.stream().map(element -> element.renameColumn(from, to)).toList(),
                unique,
                where.map(expression -> expression.renameColumn(from, to)),
                method,
                ColumnLists.rename(include, from, to),
                nullsNotDistinct,
                with,
                comment);
    }

    Index mapSql(UnaryOperator<Expression> change) {
        return new Index(
                columns.stream().map(element -> element.mapSql(change)).toList(),
                unique,
                where.map(change),
                method,
                include,
                nullsNotDistinct,
                with,
                comment);
    }
}
