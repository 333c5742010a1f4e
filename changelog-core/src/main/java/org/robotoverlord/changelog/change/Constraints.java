package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/** What the changes of constraints have in common. */
final class Constraints {
    /** The kinds of constraint that share names within a table. */
    enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        CHECK,
        FOREIGN_KEY,
        EXCLUDE
    }

    private Constraints() {}

    /**
     * @param key where the change's mapping holds the constraint's name
     * @throws Problem if the table has no such constraint
     */
    static Kind kindOf(Schema before, Name table, String name, String key) {
        Table of = before.table(table);
        if (of.primaryKey().filter(primary -> primary.name().equals(name)).isPresent()) {
            return Kind.PRIMARY_KEY;
        }
        if (of.uniques().containsKey(name)) {
            return Kind.UNIQUE;
        }
        if (of.checks().containsKey(name)) {
            return Kind.CHECK;
        }
        if (of.foreignKeys().containsKey(name)) {
            return Kind.FOREIGN_KEY;
        }
        if (of.excludes().containsKey(name)) {
            return Kind.EXCLUDE;
        }
        throw new Problem("table '" + table + "' has no constraint '" + name + "'"
                        + Suggestion.of(name, of.constraintNames()) + "; it has " + of.constraintNames())
                .about(key);
    }

    /**
     * @param key where the change's mapping holds the constraint's name
     * @throws Problem if the table has a constraint of that name
     */
    static void requireNew(Schema before, Name table, String name, String key) {
        if (before.table(table).constraintNames().contains(name)) {
            throw new Problem("table '" + table + "' has a constraint '" + name + "' already; take another name")
                    .about(key);
        }
    }
}
