package org.robotoverlord.changelog.diff;

import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.change.AlterPolicy;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.CreatePolicy;
import org.robotoverlord.changelog.change.DropPolicy;
import org.robotoverlord.changelog.change.RenamePolicy;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Policy;

/** Makes the policies of a table what they should be, once all tables are; one that differs in its name only is renamed. */
final class PolicyDiff {
    private final Draft draft;
    private final Name table;
    private final Map<String, Policy> after;

    PolicyDiff(Draft draft, Name table) {
        this.draft = draft;
        this.table = table;
        this.after = draft.wanted(table).policies();
    }

    private Map<String, Policy> now() {
        return draft.table(table).policies();
    }

    void change() {
        if (now().equals(after)) {
            return;
        }
        now().forEach((name, is) -> {
            if (!after.containsKey(name)) {
                draft.add(renamed(is)
                        .<Change>map(to -> new RenamePolicy(table, name, to))
                        .orElseGet(() -> new DropPolicy(table, name)));
            }
        });
        after.forEach((name, is) -> {
            Policy there = now().get(name);
            if (there == null) {
                draft.add(new CreatePolicy(table, name, is));
            } else if (!there.equals(is)) {
                draft.add(new AlterPolicy(table, name, is));
            }
        });
    }

    private Optional<String> renamed(Policy is) {
        return after.entrySet().stream()
                .filter(other -> other.getValue().equals(is) && !now().containsKey(other.getKey()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
