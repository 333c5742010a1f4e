package org.robotoverlord.changelog.change;

import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Problems;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Naming;
import org.robotoverlord.changelog.schema.Schema;

/** What the changes of enums and domains have in common: they share their names with each other and with tables. */
final class UserTypes {
    private UserTypes() {}

    /** @throws Problem if a type can't have that name: something else has it, its schema isn't there, or no type is read so */
    static void requireNew(Kind<?> kind, Schema before, Name name, String key) {
        if (before.findTable(name).isPresent()) {
            throw new Problem("there is a table '" + name
                            + "' already, whose rows are a type of that name; take another name")
                    .about(key);
        }
        if (before.find(Kind.VIEW, name).isPresent()) {
            throw new Problem("there is a view '" + name
                            + "' already, whose rows are a type of that name; take another name")
                    .about(key);
        }
        before.tableOfIndex(name)
                .filter(owner -> before.table(owner).partitions().containsKey(name.local()))
                .ifPresent(owner -> {
                    throw new Problem("'" + name + "' is the name of a partition of table '" + owner
                                    + "', whose rows are a type of that name; take another name")
                            .about(key);
                });
        Absence.of(kind, before, name, key);
        Kind<?> other = kind == Kind.ENUM ? Kind.DOMAIN : Kind.ENUM;
        if (before.find(other, name).isPresent()) {
            throw new Problem("there is " + other.withArticle() + " '" + name + "' already; take another name")
                    .about(key);
        }
        Naming.ofType(kind, name).ifPresent(problem -> {
            throw problem.about(key);
        });
    }

    /** @throws Problem if a column, a domain, a function or a procedure is of the type, or names it */
    static void requireUnused(Kind<?> kind, Schema before, Name name) {
        String refused = kind + " '" + name + "' can't be dropped: ";
        before.columnsOf(name).forEach((table, columns) -> {
            throw new Problem(refused + "column '" + table + "." + columns.get(0)
                            + "' is of it; change or drop that first")
                    .about("name");
        });
        Domains.over(before, name).stream().findFirst().ifPresent(domain -> {
            throw new Problem(refused + "domain '" + domain + "' is made of it; alter or drop that first")
                    .about("name");
        });
        RoutineChanges.requireUnnamed(before, kind.toString(), name);
    }

    /** The schema, once it is sure that a domain of it holds together. @throws Problem for what doesn't */
    static Schema whole(Schema schema, Name domain) {
        Problems.throwIfAny(Domains.problems(schema, domain));
        return schema;
    }
}
