package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.robotoverlord.changelog.change.AddForeignKey;
import org.robotoverlord.changelog.change.CreateTable;
import org.robotoverlord.changelog.change.DropTable;
import org.robotoverlord.changelog.schema.Calls;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Policy;
import org.robotoverlord.changelog.schema.Routines;
import org.robotoverlord.changelog.schema.Sequences;
import org.robotoverlord.changelog.schema.Table;
import org.robotoverlord.changelog.schema.TableBody;

/** Drops and creates whole tables, in an order that their foreign keys allow; in a circle the foreign keys go first or come last. */
final class Tables {
    private final Draft draft;
    private final Clearing clearing;

    Tables(Draft draft, Clearing clearing) {
        this.draft = draft;
        this.clearing = clearing;
    }

    /** Drops tables, those that point to others before them. */
    void drop(Collection<Name> gone) {
        List<Name> order = new ArrayList<>(TableOrder.of(draft.now(), gone));
        Collections.reverse(order);
        Set<Name> dropped = new HashSet<>();
        for (Name table : order) {
            dropReferrers(table, dropped);
            dropped.add(table);
        }
        order.forEach(table -> {
            Sequences.ownedBy(draft.now(), table).forEach(clearing::disown);
            draft.add(new DropTable(table));
        });
    }

    /** Drops the foreign keys to a table that would still be there when it goes. */
    private void dropReferrers(Name table, Set<Name> dropped) {
        for (Name referrer : draft.now().referrersOf(table).stream().sorted().toList()) {
            if (!referrer.equals(table) && !dropped.contains(referrer)) {
                draft.table(referrer).foreignKeys().forEach((name, key) -> {
                    if (key.references().equals(table)) {
                        clearing.dropConstraint(referrer, name);
                    }
                });
            }
        }
    }

    /** Creates the tables that should be there and aren't. */
    void create() {
        List<Name> fresh = draft.after().tables().keySet().stream()
                .filter(name -> !draft.now().tables().containsKey(name))
                .toList();
        for (Name name : TableOrder.of(draft.after(), fresh)) {
            Table table = draft.wanted(name);
            Map<String, ForeignKey> possible = new LinkedHashMap<>(table.foreignKeys());
            possible.values()
                    .removeIf(key -> !key.external()
                            && !key.references().equals(name)
                            && draft.now().findTable(key.references()).isEmpty());
            Map<String, Policy> independent = new LinkedHashMap<>(table.policies());
            independent.values().removeIf(policy -> asksWhatIsMissing(policy, name));
            draft.add(new CreateTable(
                    name, TableBody.of(name, table.withForeignKeys(possible).withPolicies(independent))));
        }
    }

    private boolean asksWhatIsMissing(Policy policy, Name own) {
        boolean calls = Routines.all(draft.after()).stream()
                .filter(routine -> draft.now()
                        .find(Routines.kind(routine), routine.signature().key())
                        .isEmpty())
                .anyMatch(routine ->
                        policy.says(sql -> Calls.in(sql, routine.signature().name(), draft.after())));
        boolean asksViews = draft.after().all(Kind.VIEW).keySet().stream()
                .anyMatch(view -> draft.now().find(Kind.VIEW, view).isEmpty() && policy.queries(view.local()));
        return calls || asksViews || asksTablesThatAreMissing(policy, own);
    }

    private boolean asksTablesThatAreMissing(Policy policy, Name own) {
        return draft.after().tables().keySet().stream()
                .anyMatch(other ->
                        !other.equals(own) && draft.now().findTable(other).isEmpty() && policy.queries(other.local()));
    }

    /** Adds the foreign keys that should be there and aren't. */
    void addForeignKeys() {
        for (Name name : draft.after().tables().keySet()) {
            Map<String, ForeignKey> there = draft.table(name).foreignKeys();
            draft.wanted(name).foreignKeys().forEach((key, is) -> {
                if (!there.containsKey(key)) {
                    draft.add(new AddForeignKey(name, key, is));
                }
            });
        }
    }
}
