package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;

/** Refuses what is there already. */
final class Absence {
    private Absence() {}

    static void ofTable(Schema before, Name name, String key) {
        if (before.findTable(name).isPresent()) {
            throw new Problem("there is a table '" + name
                            + "' already; take another name, or drop or rename that one before")
                    .about(key);
        }
        before.tableOfIndex(name).ifPresent(owner -> {
            throw new Problem("'" + name + "' is the name of an index of table '" + owner
                            + "' already; take another name")
                    .about(key);
        });
    }
}
