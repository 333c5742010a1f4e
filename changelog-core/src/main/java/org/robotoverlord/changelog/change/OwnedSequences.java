package org.robotoverlord.changelog.change;

import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequence;
import org.robotoverlord.changelog.schema.Sequences;

/** What the changes of sequences, and of the columns that they go with, have in common. */
final class OwnedSequences {
    private OwnedSequences() {}

    /** @throws Problem if the column isn't there that a sequence goes with, or lies elsewhere */
    static void requireOwner(Schema before, Name name, Sequence sequence) {
        Optional<Problem> found = Sequences.problem(before, name, sequence);
        if (found.isPresent()) {
            throw found.get();
        }
    }

    /** @throws Problem if a database would drop a sequence together with a column */
    static void requireNone(Schema before, Name table, String column) {
        requireNone(Sequences.ownedBy(before, table, column), "column '" + column + "' of '" + table + "'", "column");
    }

    /** @throws Problem if a database would drop a sequence together with a table */
    static void requireNone(Schema before, Name table) {
        requireNone(Sequences.ownedBy(before, table), "table '" + table + "'", "name");
    }

    private static void requireNone(List<Name> owned, String owner, String key) {
        if (!owned.isEmpty()) {
            throw new Problem(owner + " can't be dropped: sequence '" + owned.get(0)
                            + "' would go with it; drop that first, or take its ownedBy away with an alterSequence")
                    .about(key);
        }
    }
}
