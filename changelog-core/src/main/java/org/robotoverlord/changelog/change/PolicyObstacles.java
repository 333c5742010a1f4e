package org.robotoverlord.changelog.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Policy;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Policies that must go before a change and may come again after it. A database lets nothing be dropped that a policy names. Where
 * something is renamed, it renames it in each policy; a policy over the columns of its own table follows here too, one with a query
 * can't: which of the names in it mean the renamed thing is not to be told from its text. What is added under a name that such a
 * query holds might be meant by it then, and not before.
 */
public final class PolicyObstacles {
    private PolicyObstacles() {}

    /** What drops the policies that the change would be refused for. */
    public static List<DropPolicy> to(Change change, Schema before) {
        if (change instanceof AddColumn is) {
            return on(before, is.table(), is.columnName());
        }
        if (change instanceof DropColumn is) {
            return on(before, is.table(), is.column());
        }
        if (change instanceof RenameColumn is) {
            return asking(before, is);
        }
        if (change instanceof CreateTable is) {
            return naming(before, before.local(is.name()));
        }
        if (change instanceof DropTable is) {
            return naming(before, before.local(is.name()));
        }
        if (change instanceof RenameTable is) {
            return those(
                    before,
                    (table, policy) -> policy.queries(is.from().local())
                            || policy.queries(is.to().local()));
        }
        if (change instanceof CreateView is) {
            return naming(before, before.local(is.name()));
        }
        if (change instanceof DropView is) {
            return naming(before, before.local(is.name()));
        }
        if (change instanceof RenameView is) {
            return those(
                    before,
                    (table, policy) -> policy.queries(is.from().local())
                            || policy.queries(is.to().local()));
        }
        if (change instanceof CreateEnum is) {
            return casting(before, is.name());
        }
        if (change instanceof CreateDomain is) {
            return casting(before, is.name());
        }
        if (change instanceof DropDomain is) {
            return casting(before, is.name());
        }
        return change instanceof DropEnum is ? casting(before, is.name()) : List.of();
    }

    private static List<DropPolicy> on(Schema before, Name of, String column) {
        Name owner = before.local(of);
        return those(before, (table, policy) -> policy.stands(owner.local(), column, table.equals(owner)));
    }

    /** Those with a query that names the column, before or after. */
    private static List<DropPolicy> asking(Schema before, RenameColumn rename) {
        Name owner = before.local(rename.table());
        return those(
                before,
                (table, policy) -> Stream.of(rename.from(), rename.to())
                        .anyMatch(column -> policy.stands(owner.local(), column, table.equals(owner))
                                && policy.says(sql -> sql.holdsQuery() && sql.mentions(column))));
    }

    private static List<DropPolicy> naming(Schema before, Name name) {
        return those(before, (table, policy) -> !table.equals(name) && policy.queries(name.local()));
    }

    private static List<DropPolicy> casting(Schema before, Name type) {
        return those(before, (table, policy) -> policy.says(sql -> sql.castsTo(type.local())));
    }

    private static List<DropPolicy> those(Schema schema, BiPredicate<Name, Policy> which) {
        if (!schema.hasPolicies()) {
            return List.of();
        }
        List<DropPolicy> drops = new ArrayList<>();
        schema.tables()
                .forEach((name, table) -> table.policies().forEach((policy, is) -> {
                    if (which.test(name, is)) {
                        drops.add(new DropPolicy(name, policy));
                    }
                }));
        return drops;
    }

    /**
     * @param done what it would be: {@code dropped}
     * @param key where the change's mapping holds the name of what the policies name
     * @throws Problem if there are such policies
     */
    static void requireNone(Change change, Schema before, String done, String key) {
        to(change, before).stream().findFirst().ifPresent(drop -> {
            String how = done.equals("renamed") ? done + " within a query" : done;
            String after = done.equals("dropped") ? "" : ", and create it again after";
            throw new Problem("policy '" + drop.name() + "' of '" + drop.table() + "' names what would be " + how
                            + "; drop it first" + after)
                    .about(key);
        });
    }
}
