package org.robotoverlord.changelog.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.Name;

/**
 * Renames that may stand in each other's way. A chain goes last link first; where two swap their names, or something else has a
 * name for the moment, that one steps aside under a temporary name.
 */
final class Moves {
    private record Move(Labelled what, Name to) {}

    private final Draft draft;
    private final List<Move> open = new ArrayList<>();

    Moves(Draft draft) {
        this.draft = draft;
    }

    void add(Labelled what, Name to) {
        open.add(new Move(what, to));
    }

    /** Whether a rename of it, or to it, is still to be done. */
    boolean concerns(Labelled what) {
        return open.stream()
                .anyMatch(move ->
                        move.what.equals(what) || move.what.named(move.to).equals(what));
    }

    /** Does what can be done without a temporary name. */
    void goFree() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (ListIterator<Move> each = open.listIterator(); each.hasNext(); ) {
                Move move = each.next();
                if (move.what.obstacle(draft.now(), move.to).isEmpty()) {
                    draft.add(move.what.renamedTo(move.to));
                    each.remove();
                    moved = true;
                }
            }
        }
    }

    /** Does all of it. */
    void finish() {
        goFree();
        while (!open.isEmpty()) {
            Move first = open.get(0);
            stepAside(first.what.obstacle(draft.now(), first.to).orElseThrow());
            goFree();
        }
    }

    private void stepAside(Labelled obstacle) {
        Name aside = obstacle.name();
        do {
            aside = aside.sibling(DerivedName.temporary(aside.local()));
        } while (obstacle.obstacle(draft.now(), aside).isPresent());
        draft.add(obstacle.renamedTo(aside));
        Labelled moved = obstacle.named(aside);
        open.replaceAll(move -> move.what.equals(obstacle) ? new Move(moved, move.to) : move);
    }
}
