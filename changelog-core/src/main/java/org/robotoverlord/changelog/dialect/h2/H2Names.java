package org.robotoverlord.changelog.dialect.h2;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.RenameConstraint;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.Name;

/**
 * Keeps names of constraints apart: other than elsewhere, two tables of a schema can't share one. A name that a later change of the
 * same changelog frees by another name is freed as soon as it is wanted.
 */
final class H2Names {
    private final Set<Change> done = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Whether a change was made before its turn. */
    boolean isDone(Change change) {
        return done.contains(change);
    }

    /**
     * What frees names that a table is to have.
     *
     * @throws Unsupported if one is taken for good
     */
    List<Statement> freed(Moment moment, Name table, Set<String> wanted, H2Tables tables) {
        Name own = moment.before().local(table);
        List<Statement> statements = new ArrayList<>();
        moment.before().tables().forEach((name, other) -> {
            if (!name.equals(own) && name.schema().equals(own.schema())) {
                for (String taken : wanted) {
                    if (other.constraintNames().contains(taken)) {
                        freed(moment, name, taken, tables).ifPresent(statements::add);
                    }
                }
            }
        });
        return statements;
    }

    private Optional<Statement> freed(Moment moment, Name table, String taken, H2Tables tables) {
        for (Change later : moment.later()) {
            if (later instanceof RenameConstraint rename
                    && rename.from().equals(taken)
                    && moment.before().local(rename.table()).equals(table)) {
                return done.add(rename)
                        ? Optional.of(tables.renameConstraint(table, taken, rename.to()))
                        : Optional.empty();
            }
        }
        throw new Unsupported("H2 has one constraint of a name in a schema, and '" + taken + "' is one of table '"
                + table + "'; give the other another name, in a changelog before");
    }
}
