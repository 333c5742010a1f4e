package org.robotoverlord.changelog.diff;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.robotoverlord.changelog.change.AddCheck;
import org.robotoverlord.changelog.change.AddColumn;
import org.robotoverlord.changelog.change.AddExclude;
import org.robotoverlord.changelog.change.AddPrimaryKey;
import org.robotoverlord.changelog.change.AddUnique;
import org.robotoverlord.changelog.change.CreateIndex;
import org.robotoverlord.changelog.change.SetComment;
import org.robotoverlord.changelog.change.SetGenerated;
import org.robotoverlord.changelog.change.SetRowSecurity;
import org.robotoverlord.changelog.change.SetStorage;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.DerivedName;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.PrimaryKey;
import org.robotoverlord.changelog.schema.Table;

/** Makes a table what it should be, but for its foreign keys and policies, and for what {@link Clearance} did before. */
final class TableDiff {
    private final Draft draft;
    private final Clearing clearing;
    private final Fills fills;
    private final Findings findings;
    private final Name name;
    private final Table after;

    TableDiff(Draft draft, Clearing clearing, Fills fills, Findings findings, Name name) {
        this.draft = draft;
        this.clearing = clearing;
        this.fills = fills;
        this.findings = findings;
        this.name = name;
        this.after = draft.wanted(name);
    }

    private Table now() {
        return draft.table(name);
    }

    /** Columns are added before others are changed or dropped, so that a fill can be made of what they held. */
    void change() {
        if (now().equals(after)) {
            return;
        }
        addColumns(column -> column.generated().isEmpty());
        after.columns().forEach(this::changePlain);
        after.columns().forEach(this::changeComputed);
        for (String column : List.copyOf(now().columns().keySet())) {
            if (!after.columns().containsKey(column)) {
                clearing.dropColumn(name, column);
            }
        }
        addColumns(column -> true);
        addConstraints();
        addExcludes();
        after.indexes().forEach(this::changeIndex);
        if (!now().comment().equals(after.comment())) {
            draft.add(SetComment.ofTable(name, after.comment()));
        }
        if (!now().storage().equals(after.storage())) {
            draft.add(new SetStorage(name, after.storage()));
        }
        if (now().rowSecurity() != after.rowSecurity()) {
            draft.add(new SetRowSecurity(name, after.rowSecurity()));
        }
    }

    private void addColumns(Predicate<Column> which) {
        after.columns().forEach((column, is) -> {
            if (which.test(is) && !now().columns().containsKey(column)) {
                draft.add(AddColumn.of(name, column, is, fills.ofNew(name, column, is)));
            }
        });
    }

    private ColumnDiff diff(String column) {
        return new ColumnDiff(draft, fills, findings, name, column);
    }

    /** Changes the type alone, where that can't wait for the rest. */
    void retype(String column) {
        diff(column).retype();
    }

    private void changePlain(String column, Column is) {
        Column now = now().columns().get(column);
        if (is.generated().isEmpty() && !is.equals(now)) {
            diff(column).change();
        }
    }

    private void changeComputed(String column, Column is) {
        Column now = now().columns().get(column);
        if (is.generated().isEmpty() || now == null || is.equals(now)) {
            return;
        }
        boolean alike = now.type().equals(is.type()) && now.collation().equals(is.collation());
        if (!alike || now.nullable() && !is.nullable()) {
            clearing.dropColumn(name, column);
            return;
        }
        if (!now.generated().equals(is.generated())) {
            clearing.free(name, column);
        }
        diff(column).recompute();
    }

    /** Takes a column's expression away before what it is computed from changes; the column keeps its values. */
    void uncompute(String column) {
        clearing.free(name, column);
        draft.add(new SetGenerated(name, column, Optional.empty()));
    }

    private void addConstraints() {
        after.primaryKey().filter(key -> now().primaryKey().isEmpty()).ifPresent(this::addPrimaryKey);
        after.uniques().forEach((unique, is) -> {
            if (!now().uniques().containsKey(unique)) {
                draft.add(new AddUnique(name, unique, is));
            }
        });
        after.checks().forEach((check, is) -> {
            if (!now().checks().containsKey(check)) {
                draft.add(new AddCheck(name, check, is));
            }
        });
    }

    private void addExcludes() {
        after.excludes().forEach((exclude, is) -> {
            if (!now().excludes().containsKey(exclude)) {
                draft.add(new AddExclude(name, exclude, is));
            }
        });
    }

    private void addPrimaryKey(PrimaryKey key) {
        boolean derived = key.name().equals(DerivedName.primaryKey(name));
        draft.add(new AddPrimaryKey(name, derived ? Optional.empty() : Optional.of(key.name()), key.columns()));
    }

    private void changeIndex(String index, Index is) {
        Index now = now().indexes().get(index);
        if (now == null) {
            draft.add(new CreateIndex(name, index, is));
        } else if (!now.comment().equals(is.comment())) {
            draft.add(SetComment.ofIndex(name.sibling(index), is.comment()));
        }
    }
}
