package org.robotoverlord.changelog.diff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.robotoverlord.changelog.change.AlterSequence;
import org.robotoverlord.changelog.change.DropColumn;
import org.robotoverlord.changelog.change.DropConstraint;
import org.robotoverlord.changelog.change.DropIndex;
import org.robotoverlord.changelog.change.DropTrigger;
import org.robotoverlord.changelog.schema.ForeignKey;
import org.robotoverlord.changelog.schema.Index;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Sequences;
import org.robotoverlord.changelog.schema.Table;

/** Drops things together with what stands on them. What of that should stay is found missing later, and added again. */
final class Clearing {
    private final Draft draft;
    private final Fills fills;

    Clearing(Draft draft, Fills fills) {
        this.draft = draft;
        this.fills = fills;
    }

    /** Drops a constraint of whatever kind; foreign keys that need it go first. */
    void dropConstraint(Name table, String name) {
        Table of = draft.table(table);
        if (!of.constraintNames().contains(name)) {
            return;
        }
        of.primaryKey().filter(key -> key.name().equals(name)).ifPresent(key -> dropReferrers(table, key.columns()));
        Optional.ofNullable(of.uniques().get(name)).ifPresent(unique -> dropReferrers(table, unique.columns()));
        draft.add(new DropConstraint(table, name));
    }

    /** Drops an index; foreign keys that need it go first. */
    void dropIndex(Name table, String name) {
        Index index = draft.table(table).indexes().get(name);
        if (index != null) {
            if (index.unique()) {
                dropReferrers(table, index.columnNames());
            }
            draft.add(new DropIndex(table, name));
        }
    }

    /** Drops the foreign keys, of whatever table, that point to just these columns, in whatever order. */
    void dropReferrers(Name table, List<String> columns) {
        Set<String> wanted = Set.copyOf(columns);
        dropReferrers(table, key -> wanted.equals(Set.copyOf(key.to())));
    }

    /** Drops the foreign keys, of whatever table, that point to this one and are such. */
    void dropReferrers(Name table, Predicate<ForeignKey> which) {
        for (Name referrer : draft.now().referrersOf(table).stream().sorted().toList()) {
            draft.table(referrer).foreignKeys().forEach((name, key) -> {
                if (key.references().equals(table) && which.test(key)) {
                    draft.add(new DropConstraint(referrer, name));
                }
            });
        }
    }

    /** Drops all that stands on a column. */
    void free(Name table, String column) {
        draft.table(table).triggers().forEach((name, trigger) -> {
            if (trigger.mentions(column)) {
                draft.add(new DropTrigger(table, name));
            }
        });
        dropReferrers(table, key -> key.to().contains(column));
        Table of = draft.table(table);
        of.foreignKeys().forEach((name, key) -> dropConstraintIf(key.columns().contains(column), table, name));
        of.indexes().forEach((name, index) -> {
            if (index.mentions(column)) {
                dropIndex(table, name);
            }
        });
        of.checks().forEach((name, check) -> dropConstraintIf(check.check().mentions(column), table, name));
        of.uniques().forEach((name, unique) -> dropConstraintIf(unique.columns().contains(column), table, name));
        of.excludes().forEach((name, exclude) -> dropConstraintIf(exclude.mentions(column), table, name));
        of.primaryKey().ifPresent(key -> dropConstraintIf(key.columns().contains(column), table, key.name()));
        of.columns().forEach((name, other) -> {
            boolean computed = other.generated()
                    .filter(generated -> generated.sql().mentions(column))
                    .isPresent();
            if (computed && !name.equals(column)) {
                dropColumn(table, name);
            }
        });
    }

    private void dropConstraintIf(boolean standsOnIt, Name table, String name) {
        if (standsOnIt) {
            dropConstraint(table, name);
        }
    }

    /** Lets a sequence go with no column any more, so that it doesn't go when the column does. */
    void disown(Name sequence) {
        draft.add(new AlterSequence(
                sequence, draft.now().get(Kind.SEQUENCE, sequence).withOwner(Optional.empty())));
    }

    /** Drops a column and all that stands on it. */
    void dropColumn(Name table, String column) {
        draft.column(table, column).ifPresent(was -> {
            free(table, column);
            Sequences.ownedBy(draft.now(), table, column).forEach(this::disown);
            draft.add(new DropColumn(table, column, fills.ofDropped(table, column, was)));
        });
    }
}
