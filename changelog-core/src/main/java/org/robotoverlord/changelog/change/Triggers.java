package org.robotoverlord.changelog.change;

import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Naming;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Trigger;

/** What the changes of triggers have in common. */
final class Triggers {
    private Triggers() {}

    /** @throws Problem if the table has no such trigger */
    static Trigger of(Schema before, Name table, String name, String key) {
        Table of = before.table(table);
        return Optional.ofNullable(of.triggers().get(name))
                .orElseThrow(() -> new Problem("table '" + table + "' has no trigger '" + name + "'"
                                + Suggestion.of(name, of.triggers().keySet()) + "; it has "
                                + of.triggers().keySet())
                        .about(key));
    }

    static void requireNew(Schema before, Name table, String name, String key) {
        if (before.table(table).triggers().containsKey(name)) {
            throw new Problem("table '" + table + "' has a trigger '" + name + "' already; take another name")
                    .about(key);
        }
        Naming.problem("trigger", name).ifPresent(problem -> {
            throw problem.about(key);
        });
    }

    /** The schema with a trigger added or replaced, once it is sure that it holds together. */
    static Schema with(Schema before, Name table, String name, Trigger trigger) {
        try {
            return before.with(table, before.table(table).with(name, trigger)).require(table);
        } catch (Problem problem) {
            throw problem.relocate(path -> path.size() > 2 ? path.subList(2, path.size()) : path);
        }
    }
}
