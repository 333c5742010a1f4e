package org.robotoverlord.changelog.schema;

import java.util.List;
import java.util.Objects;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.Elsewhere;
import org.robotoverlord.changelog.problem.Problem;

/**
 * That a row's columns are the key of a row elsewhere: {@code {columns: [team_id, no], references: teams, to: [id, no], onDelete:
 * cascade}}.
 *
 * @param columns at least one
 * @param references the table pointed to
 * @param to the columns pointed to, as many as {@code columns}; empty where it is the target's primary key and not yet looked up
 * @param onDelete what happens to rows whose target is deleted
 * @param onUpdate what happens to rows whose target changes its key
 * @param deferrable when it is checked
 * @param external whether the target belongs to somebody else, so that it isn't looked for among the models
 */
@Elsewhere(key = "table", instead = "write references")
public record ForeignKey(
        List<String> columns,
        Name references,
        List<String> to,
        @Absent("no action") Action onDelete,
        @Absent("no action") Action onUpdate,
        @Absent("false") Deferrable deferrable,
        @Absent("false") boolean external) {
    public ForeignKey {
        columns = ColumnLists.distinct("a foreign key", columns);
        Objects.requireNonNull(references, "references");
        to = ColumnLists.distinct("a foreign key points to", "to", to);
        if (!to.isEmpty() && to.size() != columns.size()) {
            throw new Problem("a foreign key has " + columns.size() + " columns and " + to.size()
                            + " in 'to'; name as many")
                    .about("to");
        }
        if (external && to.isEmpty()) {
            throw new Problem("an external foreign key doesn't say which columns it points to; write them in 'to'")
                    .about("external");
        }
    }

    /** The same, pointing to these columns. */
    public ForeignKey withTo(List<String> others) {
        return new ForeignKey(columns, references, others, onDelete, onUpdate, deferrable, external);
    }

    /** The same, pointing to another table. */
    public ForeignKey withReferences(Name other) {
        return new ForeignKey(columns, other, to, onDelete, onUpdate, deferrable, external);
    }

    ForeignKey renameColumn(String from, String to) {
        if (!columns.contains(from)) {
            return this;
        }
        return new ForeignKey(
                ColumnLists.rename(columns, from, to), references, this.to, onDelete, onUpdate, deferrable, external);
    }
}
