package org.robotoverlord.changelog.diff;

import java.util.Optional;
import org.robotoverlord.changelog.change.ChangeType;
import org.robotoverlord.changelog.change.SetCollation;
import org.robotoverlord.changelog.change.SetComment;
import org.robotoverlord.changelog.change.SetDefault;
import org.robotoverlord.changelog.change.SetGenerated;
import org.robotoverlord.changelog.change.SetIdentity;
import org.robotoverlord.changelog.change.SetNullable;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.TypeChange;

/** Changes one column, which is there before and after, a step at a time, so that no step leaves it in a state that can't be. */
final class ColumnDiff {
    private final Draft draft;
    private final Fills fills;
    private final Findings findings;
    private final Name table;
    private final String name;
    private final Column before;
    private final Column after;

    ColumnDiff(Draft draft, Fills fills, Findings findings, Name table, String name) {
        this.draft = draft;
        this.fills = fills;
        this.findings = findings;
        this.table = table;
        this.name = name;
        this.before = draft.table(table).column(name);
        this.after = draft.wanted(table).column(name);
    }

    private Column now() {
        return draft.table(table).column(name);
    }

    /** Makes it what it should be; it is computed neither before nor after. */
    void change() {
        if (now().identity().isPresent() && (after.identity().isEmpty() || isNarrowedIdentity())) {
            setIdentity();
        }
        retype();
        setDefault();
        setNullable();
        setIdentity();
        setComment();
    }

    /** Changes how it is computed, once nothing stands on it. */
    void recompute() {
        if (after.identity().isEmpty()) {
            setIdentity();
        }
        setDefault();
        setNullable();
        if (!now().generated().equals(after.generated())) {
            draft.add(new SetGenerated(table, name, after.generated()));
        }
        setComment();
    }

    private boolean isNarrowedIdentity() {
        return TypeChange.holdsLess(now().type(), after.type());
    }

    private void setIdentity() {
        if (!now().identity().equals(after.identity())) {
            draft.add(new SetIdentity(table, name, after.identity()));
        }
    }

    /** Changes its type and collation; a default that wouldn't survive it goes before. */
    void retype() {
        if (now().defaultValue().isPresent() && (after.identity().isPresent() || !keepsDefault())) {
            draft.add(new SetDefault(table, name, Optional.empty()));
        }
        if (after.collation().isEmpty()) {
            setCollation();
        }
        if (!now().type().equals(after.type())) {
            requireCast(now().type(), after.type());
            draft.add(new ChangeType(table, name, after.type(), Optional.empty()));
        }
        setCollation();
    }

    private void setCollation() {
        if (!now().collation().equals(after.collation())) {
            draft.add(new SetCollation(table, name, after.collation()));
        }
    }

    private boolean keepsDefault() {
        if (Retype.of(now().type(), after.type()) == Retype.OTHER) {
            return false;
        }
        try {
            return now().withType(after.type()).defaultValue().equals(now().defaultValue());
        } catch (Problem misfit) {
            return false;
        }
    }

    private void requireCast(ColumnType from, ColumnType to) {
        if (!Cast.isPossible(from, to, draft)) {
            findings.refuseToTry("column '" + table + "." + name + "' can't change from " + from + " to " + to
                    + ": no value of the one is a value of the other. Give the new column another name, so that it is added"
                    + " beside the old one, fill it, and drop the old one in a later changelog");
        }
    }

    private void setDefault() {
        if (!now().defaultValue().equals(after.defaultValue())) {
            draft.add(new SetDefault(table, name, after.defaultValue()));
        }
    }

    private void setNullable() {
        if (now().nullable() && !after.nullable()) {
            draft.add(new SetNullable(table, name, false, fills.ofRequired(table, name, now())));
        } else if (!now().nullable() && after.nullable()) {
            draft.add(new SetNullable(table, name, true, fills.ofRelaxed(table, name, now(), before)));
        }
    }

    private void setComment() {
        if (!now().comment().equals(after.comment())) {
            draft.add(SetComment.ofColumn(table, name, after.comment()));
        }
    }
}
