package org.robotoverlord.changelog.change;

import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Policy;
import org.robotoverlord.changelog.schema.Schema;

/** What the changes of policies have in common. */
final class Policies {
    private Policies() {}

    /**
     * @param key where the change's mapping holds the policy's name
     * @throws Problem if the table has no such policy
     */
    static Policy of(Schema before, Name table, String name, String key) {
        Presence.ofTable(before, table, "table");
        Map<String, Policy> there = before.table(table).policies();
        return Optional.ofNullable(there.get(name))
                .orElseThrow(() -> new Problem("table '" + table + "' has no policy '" + name + "'"
                                + Suggestion.of(name, there.keySet()) + "; it has " + there.keySet())
                        .about(key));
    }

    /**
     * @param key where the change's mapping holds the policy's name
     * @throws Problem if the table has a policy of that name
     */
    static void requireNew(Schema before, Name table, String name, String key) {
        Presence.ofTable(before, table, "table");
        if (before.table(table).policies().containsKey(name)) {
            throw new Problem("table '" + table + "' has a policy '" + name + "' already; take another name")
                    .about(key);
        }
    }
}
