package org.robotoverlord.changelog.dialect.h2;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.change.AddEnumValue;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.ChangeEnum;
import org.robotoverlord.changelog.change.ChangeType;
import org.robotoverlord.changelog.change.RenameConstraint;
import org.robotoverlord.changelog.change.RenameEnumValue;
import org.robotoverlord.changelog.dialect.Moment;
import org.robotoverlord.changelog.dialect.Statement;
import org.robotoverlord.changelog.dialect.Unsupported;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;

/**
 * Keeps names of constraints apart: other than elsewhere, two tables of a schema can't share one. Where a later change of the same
 * changelog gives a constraint another name, it steps aside as soon as its own is wanted.
 */
final class H2Names {
    /** What a constraint is called meanwhile that is to be renamed. */
    private final Map<Change, String> aside = new IdentityHashMap<>();

    /** What the constraint is called now that a change renames. */
    String current(RenameConstraint rename) {
        return aside.getOrDefault(rename, rename.from());
    }

    /**
     * What frees names that a table or domain is to have.
     *
     * @throws Unsupported if one is taken for good
     */
    List<Statement> freed(Moment moment, Name table, Set<String> wanted, H2Tables tables) {
        Name own = moment.before().local(table);
        List<Statement> statements = new ArrayList<>();
        moment.before().all(Kind.DOMAIN).forEach((name, domain) -> {
            if (!name.equals(own) && name.schema().equals(own.schema())) {
                wanted.stream()
                        .filter(taken -> domain.checks().containsKey(taken)
                                || !domain.nullable() && taken.equals(H2Domains.notNull(name)))
                        .findFirst()
                        .ifPresent(taken -> {
                            throw twice(taken, "domain '" + name + "'");
                        });
            }
        });
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
                String meanwhile = DerivedName.temporary(taken);
                return aside.putIfAbsent(rename, meanwhile) == null
                        ? Optional.of(asideFor(moment, table, taken, meanwhile, tables))
                        : Optional.empty();
            }
            if (makesChecksAnew(later)) {
                break;
            }
        }
        throw twice(taken, "table '" + table + "'");
    }

    private static Unsupported twice(String taken, String of) {
        return new Unsupported("H2 has one constraint of a name in a schema, and '" + taken + "' is one of " + of
                + "; give the other another name, in a changelog before");
    }

    /** A check is made anew under its new name, so it may go at once. */
    private static Statement asideFor(Moment moment, Name table, String taken, String meanwhile, H2Tables tables) {
        return moment.before().table(table).checks().containsKey(taken)
                ? tables.dropConstraint(table, taken)
                : tables.renameConstraint(table, taken, meanwhile);
    }

    /** Whether a change may have to do with constraints by the names that they have in models. */
    private static boolean makesChecksAnew(Change change) {
        return change instanceof ChangeType
                || change instanceof ChangeEnum
                || change instanceof AddEnumValue
                || change instanceof RenameEnumValue;
    }
}
