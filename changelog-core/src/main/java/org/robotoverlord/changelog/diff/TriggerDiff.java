package org.robotoverlord.changelog.diff;

import org.robotoverlord.changelog.change.CreateTrigger;
import org.robotoverlord.changelog.change.DropTrigger;
import org.robotoverlord.changelog.change.ReplaceTrigger;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Trigger;

/** What happens to the triggers of tables that stay: they go first, before anything they stand on, and come last. */
final class TriggerDiff {
    private final Draft draft;

    TriggerDiff(Draft draft) {
        this.draft = draft;
    }

    /** Drops what shouldn't be there. */
    void drop() {
        for (Name table : draft.common()) {
            draft.table(table).triggers().keySet().stream()
                    .filter(name -> !draft.wanted(table).triggers().containsKey(name))
                    .forEach(name -> draft.add(new DropTrigger(table, name)));
        }
    }

    /** Creates and replaces what should be there. */
    void create() {
        for (Name table : draft.common()) {
            draft.wanted(table).triggers().forEach((name, trigger) -> {
                Trigger now = draft.table(table).triggers().get(name);
                if (now == null) {
                    draft.add(new CreateTrigger(table, name, trigger));
                } else if (!now.equals(trigger)) {
                    draft.add(new ReplaceTrigger(table, name, trigger));
                }
            });
        }
    }
}
