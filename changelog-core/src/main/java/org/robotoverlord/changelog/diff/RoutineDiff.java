package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.change.AlterDomain;
import org.robotoverlord.changelog.change.DropPolicy;
import org.robotoverlord.changelog.change.DropTrigger;
import org.robotoverlord.changelog.change.RoutineChanges;
import org.robotoverlord.changelog.change.SetDefault;
import org.robotoverlord.changelog.schema.Calls;
import org.robotoverlord.changelog.schema.Domain;
import org.robotoverlord.changelog.schema.Function;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Routine;
import org.robotoverlord.changelog.schema.Routines;

/**
 * What happens to functions and procedures. Those that are there and stay are replaced in place; where something else goes in or comes
 * out they are dropped and made anew, with what calls them dropped before. What of that should stay is found missing later.
 */
final class RoutineDiff {
    private final Draft draft;
    private final Clearing clearing;

    RoutineDiff(Draft draft, Clearing clearing) {
        this.draft = draft;
        this.clearing = clearing;
    }

    /** Drops what takes or gives rows of tables that go. */
    void dropThoseOf(Collection<Name> tables) {
        drop(Routines.all(draft.now()).stream()
                .filter(routine ->
                        Routines.tables(draft.now(), routine).stream().anyMatch(tables::contains))
                .toList());
    }

    /** Drops what can't be replaced in place. */
    void clear() {
        drop(Routines.all(draft.now()).stream()
                .filter(routine -> wanted(routine)
                        .map(after -> !routine.isReplaceableBy(after))
                        .orElseGet(() -> isOfOtherKind(routine)))
                .toList());
    }

    private boolean isOfOtherKind(Routine<?> routine) {
        Name key = routine.signature().key();
        return draft.after().find(Kind.FUNCTION, key).isPresent()
                || draft.after().find(Kind.PROCEDURE, key).isPresent();
    }

    private Optional<? extends Routine<?>> wanted(Routine<?> routine) {
        return draft.after().find(Routines.kind(routine), routine.signature().key());
    }

    /** Drops what shouldn't be there. */
    void drop() {
        drop(Routines.all(draft.now()).stream()
                .filter(routine -> wanted(routine).isEmpty())
                .toList());
    }

    /** Creates and replaces what should be there, as far as the tables are whose rows it takes or gives. */
    void create() {
        for (Routine<?> routine : Routines.inOrder(draft.after(), Routines.all(draft.after()))) {
            Optional<? extends Routine<?>> now =
                    draft.now().find(Routines.kind(routine), routine.signature().key());
            boolean ready = Routines.tables(draft.after(), routine).stream()
                            .allMatch(table -> draft.now().findTable(table).isPresent())
                    && routine.types().stream().allMatch(type -> Routines.isKnown(draft.now(), type));
            if (ready && now.isEmpty()) {
                draft.add(RoutineChanges.creating(routine));
            } else if (ready && !now.get().equals(routine)) {
                draft.add(RoutineChanges.replacing(routine));
            }
        }
    }

    private void drop(List<? extends Routine<?>> gone) {
        List<Routine<?>> order = new ArrayList<>(Routines.inOrder(draft.now(), List.copyOf(gone)));
        Collections.reverse(order);
        for (Routine<?> routine : order) {
            if (isThere(routine)) {
                free(routine);
                draft.add(RoutineChanges.dropping(routine));
            }
        }
    }

    private boolean isThere(Routine<?> routine) {
        return draft.now()
                .find(Routines.kind(routine), routine.signature().key())
                .isPresent();
    }

    /** Drops what calls a function, unless another of its name may be meant. */
    private void free(Routine<?> routine) {
        Name function = routine.signature().name();
        if (routine.signature().parameters().isEmpty() && routine.body() instanceof Function) {
            freeTriggers(function);
        }
        boolean overloaded = draft.now().all(Kind.FUNCTION).values().stream()
                .anyMatch(other ->
                        !other.equals(routine) && other.signature().name().equals(function));
        if (!(routine.body() instanceof Function)
                || overloaded
                || Calls.of(draft.now(), function).isEmpty()) {
            return;
        }
        draft.now().all(Kind.DOMAIN).forEach((name, domain) -> {
            if (Calls.in(domain, function, draft.now())) {
                free(name, domain, function);
            }
        });
        for (Name table : draft.now().tables().keySet()) {
            free(table, function);
        }
        drop(Routines.all(draft.now()).stream()
                .filter(other -> !other.equals(routine) && Calls.in(other, function, draft.now()))
                .toList());
    }

    private void free(Name name, Domain domain, Name function) {
        Domain without = domain.onlyChecks(check -> !Calls.in(check.check(), function, draft.now()));
        boolean calls = Calls.in(without, function, draft.now());
        draft.add(new AlterDomain(name, calls ? without.withDefault(Optional.empty()) : without));
    }

    private void freeTriggers(Name function) {
        for (Name table : draft.now().tables().keySet()) {
            draft.table(table).triggers().forEach((name, trigger) -> {
                if (Calls.in(trigger, function, draft.now())) {
                    draft.add(new DropTrigger(table, name));
                }
            });
        }
    }

    private void free(Name table, Name function) {
        draft.table(table).triggers().forEach((name, trigger) -> {
            if (Calls.inCondition(trigger, function, draft.now())) {
                draft.add(new DropTrigger(table, name));
            }
        });
        draft.table(table).policies().forEach((name, policy) -> {
            if (policy.says(sql -> Calls.in(sql, function, draft.now()))) {
                draft.add(new DropPolicy(table, name));
            }
        });
        draft.table(table).indexes().forEach((name, index) -> {
            if (Calls.in(index, function, draft.now())) {
                clearing.dropIndex(table, name);
            }
        });
        draft.table(table).excludes().forEach((name, exclude) -> {
            if (Calls.in(exclude, function, draft.now())) {
                clearing.dropConstraint(table, name);
            }
        });
        draft.table(table).checks().forEach((name, check) -> {
            if (Calls.in(check.check(), function, draft.now())) {
                clearing.dropConstraint(table, name);
            }
        });
        draft.table(table).columns().forEach((name, column) -> {
            if (Calls.in(column, function, draft.now())) {
                if (column.generated().isPresent()) {
                    clearing.dropColumn(table, name);
                } else {
                    draft.add(new SetDefault(table, name, Optional.empty()));
                }
            }
        });
    }
}
