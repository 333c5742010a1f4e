package org.robotoverlord.changelog.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.problem.Problem;

/**
 * That no two rows fit together in all of the elements: {@code {elements: [{column: room, with: "="}, {column: during, with:
 * "&&"}]}}.
 *
 * @param method how the index behind it is built
 * @param elements at least one: what of two rows is compared, and with which operator; their order counts
 * @param where which rows it looks at; empty for all
 * @param deferrable when it is checked
 */
public record Exclude(
        @Absent("gist") String method,
        List<ExcludeElement> elements,
        Optional<Expression> where,
        @Absent("false") Deferrable deferrable) {
    public Exclude {
        if (elements.isEmpty()) {
            throw new Problem("an exclusion compares nothing; name at least one column, and what it is compared with")
                    .about("elements");
        }
        elements = List.copyOf(elements);
    }

    /** The columns it compares; expressions are left out. */
    public List<String> columnNames() {
        return elements.stream()
                .flatMap(element -> element.element().column().stream())
                .toList();
    }

    /** Whether the column is in it, in whatever part. */
    public boolean mentions(String column) {
        return columnNames().contains(column) || says(sql -> sql.mentions(column));
    }

    /** Whether an expression of it is such. */
    public boolean says(Predicate<Expression> which) {
        return Stream.concat(where.stream(), elements.stream().flatMap(element -> element.element().sql().stream()))
                .anyMatch(which);
    }

    Exclude renameColumn(String from, String to) {
        return mentions(from)
                ? new Exclude(
                        method,
                        elements.stream()
                                .map(element -> element.renameColumn(from, to))
                                .toList(),
                        where.map(sql -> sql.renameColumn(from, to)),
                        deferrable)
                : this;
    }

    Exclude mapSql(UnaryOperator<Expression> change) {
        return new Exclude(
                method,
                elements.stream().map(element -> element.mapSql(change)).toList(),
                where.map(change),
                deferrable);
    }
}
