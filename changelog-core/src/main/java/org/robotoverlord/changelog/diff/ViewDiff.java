package org.robotoverlord.changelog.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.CreateIndex;
import org.robotoverlord.changelog.change.CreateView;
import org.robotoverlord.changelog.change.DropIndex;
import org.robotoverlord.changelog.change.DropView;
import org.robotoverlord.changelog.change.RenameIndex;
import org.robotoverlord.changelog.change.RenameView;
import org.robotoverlord.changelog.change.ReplaceView;
import org.robotoverlord.changelog.change.SetComment;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.View;
import org.robotoverlord.changelog.schema.Views;

/**
 * What happens to views: those that shouldn't be there go first, and what should comes last, once all that they may stand on is there.
 * In between, {@link Draft} drops those that are in the way of something; they are found missing at the end. One that differs in its
 * name only is renamed.
 */
final class ViewDiff {
    private final Draft draft;

    ViewDiff(Draft draft) {
        this.draft = draft;
    }

    private Map<Name, View> now() {
        return draft.now().all(Kind.VIEW);
    }

    private Map<Name, View> after() {
        return draft.after().all(Kind.VIEW);
    }

    /** Renames and drops what shouldn't be there, each before those that it stands on. */
    void clear() {
        List<Name> gone = now().keySet().stream()
                .filter(name -> !after().containsKey(name))
                .toList();
        gone.forEach(name -> renamed(name).ifPresent(to -> draft.add(new RenameView(name, to))));
        gone.forEach(this::drop);
        now().forEach((name, view) -> view.indexes().keySet().forEach(index -> {
            if (isWantedElsewhere(name, name.sibling(index))) {
                draft.add(new DropIndex(name, index));
            }
        }));
    }

    private boolean isWantedElsewhere(Name view, Name index) {
        return draft.after().findTable(index).isPresent()
                || draft.after().tableOfIndex(index).isPresent()
                || draft.after()
                        .viewOfIndex(index)
                        .filter(owner -> !owner.equals(view))
                        .isPresent()
                || draft.after().find(Kind.SEQUENCE, index).isPresent()
                || after().containsKey(index);
    }

    private void drop(Name view) {
        if (now().containsKey(view)) {
            draft.add(new DropView(view));
        }
    }

    /** The new name, where it is free, of one that is equal but for its name. */
    private Optional<Name> renamed(Name from) {
        View view = now().get(from);
        return after().entrySet().stream()
                .filter(to -> view != null && to.getValue().equals(view))
                .map(Map.Entry::getKey)
                .filter(this::isFree)
                .filter(to ->
                        to.schema().equals(from.schema()) || view.indexes().isEmpty())
                .findFirst();
    }

    private boolean isFree(Name name) {
        return !now().containsKey(name)
                && draft.now().findTable(name).isEmpty()
                && draft.now().tableOfIndex(name).isEmpty()
                && draft.now().viewOfIndex(name).isEmpty()
                && draft.now().find(Kind.SEQUENCE, name).isEmpty()
                && draft.now().findEnum(name).isEmpty()
                && draft.now().find(Kind.DOMAIN, name).isEmpty();
    }

    /** Makes what should be there, each after those that it stands on. */
    void change() {
        freeReplaced();
        for (Name name : Views.inOrder(draft.after())) {
            View view = after().get(name);
            View there = now().get(name);
            if (there == null) {
                draft.add(new CreateView(name, view));
            } else if (!there.showsAs(view)) {
                draft.add(new ReplaceView(name, view));
            } else if (!there.equals(view)) {
                changeAround(name, there, view);
            }
        }
    }

    /** Drops what stands on a view that is replaced and changes too: as it is, it may name what won't be shown any more. */
    private void freeReplaced() {
        for (Name name : Views.inOrder(draft.now())) {
            if (isReplaced(name)) {
                for (Name standing : Views.withAllOn(draft.now(), Set.of(name))) {
                    if (!standing.equals(name) && isReplaced(standing)) {
                        drop(standing);
                    }
                }
            }
        }
    }

    /**
     * Drops what stands on a column that becomes another, and changes too: as it is, it may not fit the column afterwards.
     *
     * @param changedEnums enums of which values are removed or reordered, so that their columns are cast
     */
    void freeRetyped(Set<Name> changedEnums) {
        for (Name table : draft.now().hasViews() ? draft.common() : List.<Name>of()) {
            draft.table(table).columns().forEach((name, is) -> {
                boolean cast =
                        is.type().userType().filter(changedEnums::contains).isPresent();
                if (cast
                        || draft.wanted(table, name)
                                .filter(to -> becomes(is, to))
                                .isPresent()) {
                    dropReplacedOn(table, name);
                }
            });
        }
    }

    private static boolean becomes(Column is, Column to) {
        return !is.type().equals(to.type())
                || !is.collation().equals(to.collation())
                || !is.generated().equals(to.generated());
    }

    private void dropReplacedOn(Name table, String column) {
        Set<Name> standing = Views.on(draft.now(), table);
        standing.removeIf(view -> !now().get(view).mayMean(column));
        Views.withAllOn(draft.now(), standing).stream().filter(this::isReplaced).forEach(this::drop);
    }

    private boolean isReplaced(Name name) {
        return now().containsKey(name) && !now().get(name).showsAs(after().get(name));
    }

    private void changeAround(Name name, View there, View view) {
        clearIndexes(name);
        view.indexes().forEach((index, is) -> {
            Index was = now().get(name).indexes().get(index);
            if (was == null) {
                draft.add(new CreateIndex(name, index, is));
            } else if (!was.equals(is)) {
                draft.add(SetComment.ofIndex(name.sibling(index), is.comment()));
            }
        });
        if (!there.comment().equals(view.comment())) {
            draft.add(SetComment.ofView(name, view.comment()));
        }
    }

    /** Renames the indexes of a view that differ in their names only, and drops those that shouldn't be there. */
    private void clearIndexes(Name name) {
        Map<String, Index> wanted = after().get(name).indexes();
        new LinkedHashMap<>(now().get(name).indexes()).forEach((index, is) -> {
            boolean stays = wanted.containsKey(index)
                    && wanted.get(index).withComment(Optional.empty()).equals(is.withComment(Optional.empty()));
            if (!stays) {
                draft.add(renamedIndex(name, is)
                        .<Change>map(to -> new RenameIndex(name, index, to))
                        .orElseGet(() -> new DropIndex(name, index)));
            }
        });
    }

    private Optional<String> renamedIndex(Name view, Index is) {
        return after().get(view).indexes().entrySet().stream()
                .filter(other -> other.getValue().equals(is) && isFree(view.sibling(other.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
