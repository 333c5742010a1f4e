package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Kind;
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

    /** @throws Problem if there is such a thing already, or nobody declared the schema that it would lie in */
    static void of(Kind<?> kind, Schema before, Name name, String key) {
        if (before.find(kind, name).isPresent()) {
            throw new Problem("there is " + kind.withArticle() + " '" + name + "' already; take another name")
                    .about(key);
        }
        before.undeclared(kind + " '" + name + "'", name.schema()).ifPresent(problem -> {
            throw problem.about(key);
        });
    }
}
