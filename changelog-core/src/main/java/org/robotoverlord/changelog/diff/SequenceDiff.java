package org.robotoverlord.changelog.diff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.robotoverlord.changelog.change.AlterSequence;
import org.robotoverlord.changelog.change.CreateSequence;
import org.robotoverlord.changelog.change.DropConstraint;
import org.robotoverlord.changelog.change.DropSequence;
import org.robotoverlord.changelog.change.SetDefault;
import org.robotoverlord.changelog.change.SetIdentity;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnName;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequence;
import org.robotoverlord.changelog.schema.Sequences;

/**
 * What happens to sequences: they get their names and come before the columns whose defaults use them, change what they count and whose
 * they are once all columns are there, and go when no default uses them any more.
 */
final class SequenceDiff {
    private final Draft draft;
    private final Clearing clearing;
    private final RenameDecisions decisions;

    SequenceDiff(Draft draft, Clearing clearing, RenameDecisions decisions) {
        this.draft = draft;
        this.clearing = clearing;
        this.decisions = decisions;
    }

    private Map<Name, Sequence> now() {
        return draft.now().all(Kind.SEQUENCE);
    }

    private Map<Name, Sequence> after() {
        return draft.after().all(Kind.SEQUENCE);
    }

    /** Gives new names, once all tables and columns have theirs. What has a name that something else needs goes. */
    void rename() {
        Map<Name, Sequence> before = now();
        RenameFinder found = new RenameFinder(
                        Hint.Kind.SEQUENCE, Name.of("any"), before.keySet(), after().keySet(), Map.of(), decisions)
                .pairEqual((from, to) -> before.get(from).ownedBy().isPresent()
                        && before.get(from).equals(after().get(to)))
                .ask(
                        (from, to) -> Likeness.ofNames(from.local(), to.local()),
                        (from, to) -> before.get(from).equals(after().get(to)) ? 0 : 1);
        Moves moves = new Moves(draft);
        found.renames().forEach((from, to) -> {
            boolean owned = before.get(from).ownedBy().isPresent();
            if (owned && !from.schema().equals(to.schema())) {
                clearing.disown(from);
            }
            moves.add(Labelled.sequence(from), to);
        });
        found.gone().stream().filter(this::isInTheWay).forEach(this::dropUnderDefaults);
        moves.finish();
    }

    private boolean isInTheWay(Name gone) {
        return after().containsKey(gone)
                || draft.after().findTable(gone).isPresent()
                || draft.after().tableOfIndex(gone).isPresent();
    }

    private void dropUnderDefaults(Name gone) {
        Sequences.usersOf(draft.now(), gone)
                .forEach((table, columns) ->
                        columns.forEach(column -> draft.add(new SetDefault(table, column, Optional.empty()))));
        draft.now()
                .tables()
                .forEach((table, is) -> Sequences.checksNaming(draft.now(), is, gone)
                        .forEach(check -> draft.add(new DropConstraint(table, check))));
        draft.add(new DropSequence(gone));
    }

    /** Creates what should be there and isn't, but for names that an index has for now; what goes with a column that comes later says so later. */
    void create() {
        after().forEach((name, sequence) -> {
            if (!now().containsKey(name) && draft.now().tableOfIndex(name).isEmpty()) {
                unnumber(name);
                boolean early = sequence.ownedBy().isEmpty()
                        || sequence.ownedBy().filter(this::isThere).isPresent();
                draft.add(new CreateSequence(name, early ? sequence : sequence.withOwner(Optional.empty())));
            }
        });
    }

    private boolean isThere(ColumnName owner) {
        return draft.now().findTable(owner.table()).isPresent()
                && draft.column(owner.table(), owner.column()).isPresent();
    }

    /** Takes the identity of columns away that the sequence will number: its own may have the name that this one gets. */
    private void unnumber(Name sequence) {
        Schema after = draft.after();
        Sequences.usersOf(after, sequence).forEach((table, columns) -> {
            if (draft.now().findTable(table).isPresent()) {
                for (String name : columns) {
                    Optional<Column> now = draft.column(table, name);
                    now.filter(column -> column.identity().isPresent())
                            .ifPresent(column -> draft.add(new SetIdentity(table, name, Optional.empty())));
                }
            }
        });
    }

    /** Changes what counts otherwise, or goes with another column. */
    void alter() {
        after().forEach((name, sequence) -> {
            if (!now().get(name).equals(sequence)) {
                draft.add(new AlterSequence(name, sequence));
            }
        });
    }

    /** Drops what is there and shouldn't be. */
    void drop() {
        for (Name name : List.copyOf(now().keySet())) {
            if (!after().containsKey(name)) {
                draft.add(new DropSequence(name));
            }
        }
    }
}
