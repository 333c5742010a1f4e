package org.robotoverlord.changelog.diff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.robotoverlord.changelog.change.AlterDomain;
import org.robotoverlord.changelog.change.DropPolicy;
import org.robotoverlord.changelog.change.DropTrigger;
import org.robotoverlord.changelog.change.SetDefault;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.EnumLiterals;
import org.robotoverlord.changelog.schema.Expression;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Spelled;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.Trigger;

/**
 * Takes away, before a value of an enum gets another name, what may spell it where that can't be told, so that on no way it is written
 * beside an enum that hasn't got the value. What of that should stay is found missing later, and added again as the models have it.
 */
final class Unfollowed {
    private final Draft draft;
    private final Clearing clearing;
    private final EnumLiterals literals;
    private final boolean gone;

    /** @param value what gets another name */
    Unfollowed(Draft draft, Clearing clearing, Name enumType, String value) {
        this.draft = draft;
        this.clearing = clearing;
        this.literals = new EnumLiterals(draft.now(), enumType, value);
        this.gone = !draft.after().enumType(enumType).values().contains(value);
    }

    void clear() {
        for (Name name : List.copyOf(draft.now().tables().keySet())) {
            if (!Spelled.in(draft.table(name), literals::isIn).isEmpty()) {
                clear(name, draft.table(name), draft.after().findTable(name).orElse(Table.EMPTY));
            }
        }
        draft.now().all(Kind.DOMAIN).forEach((name, domain) -> {
            Domain left = domain.onlyChecks(check -> !literals.mayBeIn(domain, check.check()));
            if (!left.equals(domain)) {
                draft.add(new AlterDomain(name, left));
            }
        });
    }

    private void clear(Name name, Table now, Table after) {
        each(
                name,
                now.triggers(),
                after.triggers(),
                Unfollowed::says,
                trigger -> draft.add(new DropTrigger(name, trigger)));
        each(
                name,
                now.policies(),
                after.policies(),
                (policy, which) -> policy.says(which),
                policy -> draft.add(new DropPolicy(name, policy)));
        each(
                name,
                now.checks(),
                after.checks(),
                (check, which) -> which.test(check.check()),
                check -> clearing.dropConstraint(name, check));
        each(
                name,
                now.excludes(),
                after.excludes(),
                (exclude, which) -> exclude.says(which),
                exclude -> clearing.dropConstraint(name, exclude));
        each(name, now.indexes(), after.indexes(), Spelled::in, index -> clearing.dropIndex(name, index));
        now.columns().forEach((column, is) -> {
            boolean text = gone
                    && Optional.ofNullable(after.columns().get(column))
                            .flatMap(Spelled::in)
                            .filter(literals::isIn)
                            .isPresent();
            if (!text
                    && Spelled.in(is)
                            .filter(sql -> literals.mayBeIn(name, column, sql))
                            .isPresent()) {
                clear(name, column);
            }
        });
    }

    private static boolean says(Trigger trigger, Predicate<Expression> which) {
        return trigger.condition().filter(which).isPresent();
    }

    /** Drops what may mean the value; where the models still spell it, though the enum hasn't got it any more, it is mere text. */
    private <T> void each(
            Name table,
            Map<String, T> now,
            Map<String, T> after,
            BiPredicate<T, Predicate<Expression>> says,
            Consumer<String> drop) {
        now.forEach((name, is) -> {
            boolean text = gone && after.containsKey(name) && says.test(after.get(name), literals::isIn);
            if (!text && says.test(is, sql -> literals.mayBeIn(table, sql))) {
                drop.accept(name);
            }
        });
    }

    private void clear(Name table, String name) {
        Optional<Column> found = draft.column(table, name);
        if (found.isEmpty()) {
            return;
        }
        Column column = found.get();
        if (column.generated().isEmpty()) {
            draft.add(new SetDefault(table, name, Optional.empty()));
        } else {
            clearing.dropColumn(table, name);
        }
    }
}
