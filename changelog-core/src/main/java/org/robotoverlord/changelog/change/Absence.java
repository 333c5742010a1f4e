package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Naming;
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
        ofIndex(before, name, key);
        if (before.find(Kind.SEQUENCE, name).isPresent()) {
            throw new Problem("there is a sequence '" + name + "' already; take another name").about(key);
        }
        ofView(before, name, key);
    }

    /** @throws Problem if a table or an index has the name already that something like them would have */
    static void ofRelation(Schema before, Name name, String key) {
        if (before.findTable(name).isPresent()) {
            throw new Problem("there is a table '" + name + "' already; take another name").about(key);
        }
        ofIndex(before, name, key);
        ofView(before, name, key);
    }

    private static void ofView(Schema before, Name name, String key) {
        if (before.find(Kind.VIEW, name).isPresent()) {
            throw new Problem("there is a view '" + name + "' already; take another name").about(key);
        }
        before.viewOfIndex(name).ifPresent(owner -> {
            throw new Problem(
                            "'" + name + "' is the name of an index of view '" + owner + "' already; take another name")
                    .about(key);
        });
    }

    private static void ofIndex(Schema before, Name name, String key) {
        before.tableOfIndex(name).ifPresent(owner -> {
            boolean partition = before.table(owner).partitions().containsKey(name.local());
            throw new Problem("'" + name + "' is the name of " + (partition ? "a partition" : "an index")
                            + " of table '" + owner + "' already; take another name")
                    .about(key);
        });
    }

    /** @throws Problem if there is such a thing already, or nobody declared the schema that it would lie in */
    static void of(Kind<?> kind, Schema before, Name name, String key) {
        if (before.find(kind, name).isPresent()) {
            throw new Problem("there is " + kind.withArticle() + " '" + name + "' already; take another name")
                    .about(key);
        }
        before.undeclared(kind + " '" + name + "'", name.schema())
                .or(() -> Naming.problem(kind.toString(), name.local()))
                .ifPresent(problem -> {
                    throw problem.about(key);
                });
    }
}
