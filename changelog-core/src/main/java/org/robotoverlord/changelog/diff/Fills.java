package org.robotoverlord.changelog.diff;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Value;

/** Finds what rows that exist get where a column becomes NOT NULL: its default, or what somebody decides. */
final class Fills {
    private final Draft draft;
    private final FillDecisions decisions;

    Fills(Draft draft, FillDecisions decisions) {
        this.draft = draft;
        this.decisions = decisions;
    }

    /** For a column that is added. */
    Optional<Value> ofNew(Name table, String name, Column column) {
        return needsNone(draft.after(), column) ? Optional.empty() : decided(table, name, column, true);
    }

    /** For a column that is dropped, and will be added again on the way back. */
    Optional<Value> ofDropped(Name table, String name, Column column) {
        return needsNone(draft.now(), column) ? Optional.empty() : decided(table, name, column, false);
    }

    private static boolean needsNone(Schema schema, Column column) {
        boolean nullable = column.nullable() && !Domains.isRequired(schema, column.type());
        return nullable || column.fillsItself() || Domains.fillsItself(schema, column.type());
    }

    /** For a column that takes NULL no longer. */
    Optional<Value> ofRequired(Name table, String name, Column column) {
        return column.defaultValue().or(() -> decided(table, name, column.withNullable(false), true));
    }

    /** For a column that takes NULL from now on, and will no longer on the way back. */
    Optional<Value> ofRelaxed(Name table, String name, Column column, Column before) {
        if (before.generated().isPresent()) {
            return Optional.empty();
        }
        boolean sameType = column.type().equals(before.type());
        return column.defaultValue()
                .or(() -> sameType ? before.defaultValue() : Optional.empty())
                .or(() -> decided(table, name, column.withNullable(false), false));
    }

    private Optional<Value> decided(Name table, String name, Column column, boolean required) {
        Optional<List<String>> values = Domains.values(draft.now(), column.type());
        FillNeed need = new FillNeed(table, name, column, values, required);
        return decisions.fill(need).filter(value -> !value.equals(Value.NULL)).map(need::requireFit);
    }
}
