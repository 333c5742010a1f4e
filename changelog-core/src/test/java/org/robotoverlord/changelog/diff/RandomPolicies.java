package org.robotoverlord.changelog.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Policy;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/** Policies for the tables of {@link RandomSchemas}. */
final class RandomPolicies {
    private static final List<String> NAMES = List.of("one", "two", "Three", "fo ur", "five", "six");

    private final Dice dice;
    private final RandomColumns columns;

    RandomPolicies(Dice dice, RandomColumns columns) {
        this.dice = dice;
        this.columns = columns;
    }

    /** With a policy more, over a column of the table or of another one; or with one less. */
    Schema guarded(Schema before, Name name) {
        Table table = before.table(name);
        if (dice.chance(60)) {
            return before;
        }
        if (!table.policies().isEmpty() && dice.chance(40)) {
            String gone = dice.pick(List.copyOf(table.policies().keySet()));
            return before.with(name, table.withoutPolicy(gone));
        }
        Policy.Command command = dice.pick(List.of(Policy.Command.values()));
        boolean reads = command != Policy.Command.INSERT;
        boolean writes = command != Policy.Command.SELECT && command != Policy.Command.DELETE;
        Policy policy = new Policy(
                command,
                dice.pick(List.of(List.of(), List.of("pg_monitor"), List.of("pg_monitor", "pg_read_all_data"))),
                reads ? rows(before, table) : Optional.empty(),
                writes && dice.chance(50) ? rows(before, table) : Optional.empty(),
                dice.chance(80));
        return before.with(name, table.with(dice.pick(NAMES), policy));
    }

    private Optional<Expression> rows(Schema schema, Table table) {
        if (dice.chance(70)) {
            return columns.condition(dice.pick(List.copyOf(table.columns().keySet())));
        }
        Name other = dice.pick(List.copyOf(schema.tables().keySet()));
        String column = dice.pick(List.copyOf(schema.table(other).columns().keySet()));
        return columns.condition(column)
                .map(condition -> Expression.of("exists (select 1 from "
                        + other.schema()
                                .map(in -> RandomColumns.quoted(in) + ".")
                                .orElse("")
                        + RandomColumns.quoted(other.local()) + " where " + condition + ")"));
    }

    /** Without the policies whose queries a rename would leave behind. */
    static Schema withoutAsking(Schema before) {
        Schema schema = before;
        for (Name name : before.tables().keySet()) {
            Map<String, Policy> left = new LinkedHashMap<>(before.table(name).policies());
            left.values().removeIf(policy -> policy.says(Expression::holdsQuery));
            schema = schema.with(name, schema.table(name).withPolicies(left));
        }
        return schema;
    }
}
