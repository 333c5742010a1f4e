package org.robotoverlord.changelog.change;

import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/** What the changes of indexes have in common. */
final class Indexes {
    private Indexes() {}

    /**
     * @param key where the change's mapping holds the index's name
     * @throws Problem if the table has no such index
     */
    static Index of(Schema before, Name table, String name, String key) {
        Table of = before.table(table);
        return Optional.ofNullable(of.indexes().get(name))
                .orElseThrow(() -> new Problem("table '" + table + "' has no index '" + name + "'"
                                + Suggestion.of(name, of.indexes().keySet()) + "; it has "
                                + of.indexes().keySet())
                        .about(key));
    }

    /**
     * @param key where the change's mapping holds the index's name
     * @throws Problem if the table has an index of that name
     */
    static void requireNew(Schema before, Name table, String name, String key) {
        if (before.table(table).indexes().containsKey(name)) {
            throw new Problem("table '" + table + "' has an index '" + name + "' already; take another name")
                    .about(key);
        }
    }
}
