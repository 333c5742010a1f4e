package org.robotoverlord.changelog.schema;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.form.Inline;
import org.robotoverlord.changelog.problem.Problem;

/**
 * What an exclusion compares of two rows, and how: {@code {column: room, with: "="}}, {@code {sql: "tstzrange(a, b)", with: "&&"}}.
 *
 * @param element a column or an expression, as in an index
 * @param with the operator: {@code =}, {@code &&}, or {@code operator(ext.=)} where it lies in a schema
 */
public record ExcludeElement(@Inline IndexElement element, Expression with) {
    private static final Pattern OPERATOR =
            Pattern.compile("[-+*/<>=~!@#%^&|`?]+|operator \\( .+ \\. [-+*/<>=~!@#%^&|`?]+ \\)");

    public ExcludeElement {
        if (!OPERATOR.matcher(with.folded()).matches()) {
            throw new Problem("'" + with + "' is no operator; write one such as \"=\" or \"&&\"").about("with");
        }
    }

    ExcludeElement renameColumn(String from, String to) {
        return new ExcludeElement(element.renameColumn(from, to), with);
    }

    ExcludeElement mapSql(UnaryOperator<Expression> change) {
        return new ExcludeElement(element.mapSql(change), change.apply(with));
    }
}
