package org.robotoverlord.changelog.schema;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;

/**
 * A column's {@code references}: {@code teams} (its one-column key), {@code teams.id}, {@code auth.teams.id}, or {@code {table,
 * column, name, onDelete, onUpdate, deferrable}}.
 *
 * @param table the table pointed to
 * @param column the column pointed to; empty for its one-column key
 * @param name the constraint's name; empty where it is derived
 * @param onDelete what happens to rows whose target is deleted
 * @param onUpdate what happens to rows whose target changes its key
 * @param deferrable when it is checked
 */
public record Reference(
        Name table,
        Optional<String> column,
        Optional<String> name,
        @Absent("no action") Action onDelete,
        @Absent("no action") Action onUpdate,
        @Absent("false") Deferrable deferrable)
        implements Written {
    /** Reads {@code teams}, {@code teams.id} or {@code auth.teams.id}. */
    public static Reference parse(Scalar scalar) {
        List<String> parts = Name.parts(scalar.text());
        int last = parts.size() - 1;
        Name table = Name.ofParts(scalar.text(), last == 0 ? parts : parts.subList(0, last));
        Optional<String> column = last == 0 ? Optional.empty() : Optional.of(parts.get(last));
        return new Reference(table, column, Optional.empty(), Action.NO_ACTION, Action.NO_ACTION, Deferrable.NO);
    }

    /** The foreign key that this makes of a column. */
    ForeignKey from(String owner) {
        return new ForeignKey(
                List.of(owner), table, column.map(List::of).orElse(List.of()), onDelete, onUpdate, deferrable, false);
    }

    /** The table, and its column where one is named, if there is no more to say. */
    @Override
    public Optional<Scalar> written() {
        return equals(parse(Scalar.plain(shortForm()))) ? Optional.of(Scalar.plain(shortForm())) : Optional.empty();
    }

    /** One dot is always table.column, so a table of another schema is written with its column. */
    private String shortForm() {
        return table + column.map(name -> "." + Name.part(name)).orElse("");
    }
}
