package org.robotoverlord.changelog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.robotoverlord.changelog.change.AddColumn;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.RenameColumn;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.change.SetNullable;
import org.robotoverlord.changelog.diff.Decisions;
import org.robotoverlord.changelog.diff.FillNeed;
import org.robotoverlord.changelog.diff.RenamePair;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Value;

/**
 * Decides again what was decided when a changelog was written that is now written anew after others: what it renamed is renamed, under
 * whatever name the others left it, and rows get what it gave them. The rest is left to somebody else.
 */
final class BothRenamed implements Decisions {
    private final List<Change> others;
    private final List<Change> own;
    private final Decisions rest;

    /**
     * @param others what happens before now
     * @param own what the changelog did that is written anew
     * @param rest who decides what neither says
     */
    BothRenamed(List<Change> others, List<Change> own, Decisions rest) {
        this.others = List.copyOf(others);
        this.own = List.copyOf(own);
        this.rest = rest;
    }

    @Override
    public boolean isRename(RenamePair pair) {
        // An answer that somebody gave counts as used where it is asked for.
        boolean said = rest.isSaid(pair);
        return !said && isOneThing(pair) || rest.isRename(pair);
    }

    @Override
    public boolean isSaid(RenamePair pair) {
        return isOneThing(pair) || rest.isSaid(pair);
    }

    private boolean isOneThing(RenamePair pair) {
        if (pair.kind() == Hint.Kind.TABLE) {
            Name before = tableBefore(own, pair.to());
            boolean takenBack = !pair.from().equals(pair.to()) && pair.to().equals(tableBefore(others, pair.from()));
            return takenBack || !before.equals(pair.to()) && before.equals(tableBefore(others, pair.from()));
        }
        if (pair.kind() != Hint.Kind.COLUMN) {
            return false;
        }
        if (isTakenBack(pair)) {
            return true;
        }
        String before = columnBefore(own, pair.owner(), pair.to().local());
        return !before.equals(pair.to().local())
                && before.equals(columnBefore(others, pair.owner(), pair.from().local()));
    }

    /** What the others renamed and is to have its old name is still one thing, whatever somebody says to taking that back. */
    private boolean isTakenBack(RenamePair pair) {
        return !pair.from().equals(pair.to())
                && pair.to()
                        .local()
                        .equals(columnBefore(others, pair.owner(), pair.from().local()));
    }

    private static Name tableBefore(List<Change> changes, Name after) {
        Name name = after;
        for (Change change : backwards(changes)) {
            name = change instanceof RenameTable rename && rename.to().equals(name) ? rename.from() : name;
        }
        return name;
    }

    private static String columnBefore(List<Change> changes, Name table, String after) {
        Name of = table;
        String name = after;
        for (Change change : backwards(changes)) {
            if (change instanceof RenameTable rename && rename.to().equals(of)) {
                of = rename.from();
            } else if (change instanceof RenameColumn rename
                    && rename.table().equals(of)
                    && rename.to().equals(name)) {
                name = rename.from();
            }
        }
        return name;
    }

    private static List<Change> backwards(List<Change> changes) {
        List<Change> backwards = new ArrayList<>(changes);
        Collections.reverse(backwards);
        return backwards;
    }

    @Override
    public Optional<Value> fill(FillNeed need) {
        for (Change change : own) {
            if (change instanceof AddColumn add
                    && add.fill().isPresent()
                    && add.table().equals(need.table())
                    && add.columnName().equals(need.column())) {
                return add.fill();
            }
            if (change instanceof SetNullable set
                    && set.fill().isPresent()
                    && set.table().equals(need.table())
                    && set.column().equals(need.column())) {
                return set.fill();
            }
        }
        return rest.fill(need);
    }

    @Override
    public Optional<String> instead(Name enumType, String gone, List<String> left) {
        return rest.instead(enumType, gone, left);
    }

    @Override
    public void finish() {
        rest.finish();
    }
}
