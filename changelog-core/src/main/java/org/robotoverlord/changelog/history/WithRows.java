package org.robotoverlord.changelog.history;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.robotoverlord.changelog.change.AttachPartition;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.CreatePartition;
import org.robotoverlord.changelog.change.DetachPartition;
import org.robotoverlord.changelog.change.DropPartition;
import org.robotoverlord.changelog.change.DropTable;
import org.robotoverlord.changelog.change.RenamePartition;
import org.robotoverlord.changelog.change.RenameSchema;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** Which tables may have rows at a moment, as changes happen one after the other. A table that nobody wrote to has none. */
final class WithRows {
    private final Set<Name> tables;

    /** @param tables those that may have rows at first */
    WithRows(Set<Name> tables) {
        this.tables = new HashSet<>(tables);
    }

    boolean isNone() {
        return tables.isEmpty();
    }

    boolean has(Name table, Schema at) {
        return tables.contains(at.local(table));
    }

    /** @param at the schema that the change is applied to */
    void follow(Change change, Schema at, Schema after) {
        Set<Name> written = change.writes(at);
        if (change.writesAnything() || !written.isEmpty() && callsOthers(at)) {
            tables.addAll(after.tables().keySet());
        }
        tables.addAll(written);
        if (change instanceof RenameTable is && tables.remove(at.local(is.from()))) {
            tables.add(after.local(is.to()));
        } else if (change instanceof DropTable is) {
            tables.remove(at.local(is.name()));
        } else if (!isNone() && movesTables(change)) {
            tables.addAll(after.tables().keySet());
        }
    }

    /** Whether writing to a table may write to others: by a trigger, or a function in a default. */
    private static boolean callsOthers(Schema at) {
        return !at.all(Kind.FUNCTION).isEmpty()
                || !at.all(Kind.PROCEDURE).isEmpty()
                || at.tables().values().stream()
                        .anyMatch(table -> !table.triggers().isEmpty());
    }

    private static boolean movesTables(Change change) {
        return Stream.of(
                        RenameSchema.class,
                        CreatePartition.class,
                        DropPartition.class,
                        RenamePartition.class,
                        AttachPartition.class,
                        DetachPartition.class)
                .anyMatch(kind -> kind.isInstance(change));
    }
}
