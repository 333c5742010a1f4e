package org.robotoverlord.changelog.diff;

import java.util.Optional;
import java.util.stream.Stream;
import org.robotoverlord.changelog.change.Change;
import org.robotoverlord.changelog.change.RenameColumn;
import org.robotoverlord.changelog.change.RenameConstraint;
import org.robotoverlord.changelog.change.RenameDomain;
import org.robotoverlord.changelog.change.RenameEnum;
import org.robotoverlord.changelog.change.RenameEnumValue;
import org.robotoverlord.changelog.change.RenameIndex;
import org.robotoverlord.changelog.change.RenamePartition;
import org.robotoverlord.changelog.change.RenameSequence;
import org.robotoverlord.changelog.change.RenameTable;
import org.robotoverlord.changelog.schema.Hint;
import org.robotoverlord.changelog.schema.Kind;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Sequences;
import org.robotoverlord.changelog.schema.Table;

/**
 * Something that has a name and can get another.
 *
 * @param kind what it is
 * @param owner the table or enum it belongs to; for what belongs to no other, its name
 * @param name its name
 */
record Labelled(Hint.Kind kind, Name owner, Name name) {
    static Labelled table(Name name) {
        return new Labelled(Hint.Kind.TABLE, name, name);
    }

    static Labelled enumType(Name name) {
        return new Labelled(Hint.Kind.ENUM, name, name);
    }

    static Labelled domain(Name name) {
        return new Labelled(Hint.Kind.DOMAIN, name, name);
    }

    static Labelled sequence(Name name) {
        return new Labelled(Hint.Kind.SEQUENCE, name, name);
    }

    static Labelled of(Hint.Kind kind, Name owner, String name) {
        return new Labelled(kind, owner, Name.of(name));
    }

    Labelled named(Name other) {
        return new Labelled(kind, RenamePair.isWhole(kind) ? other : owner, other);
    }

    /** The change that gives it the other name. */
    Change renamedTo(Name other) {
        return switch (kind) {
            case TABLE -> new RenameTable(name, other);
            case ENUM -> new RenameEnum(name, other);
            case DOMAIN -> new RenameDomain(name, other);
            case SEQUENCE -> new RenameSequence(name, other);
            case COLUMN -> new RenameColumn(owner, name.local(), other.local());
            case CONSTRAINT -> new RenameConstraint(owner, name.local(), other.local());
            case INDEX -> new RenameIndex(owner, name.local(), other.local());
            case PARTITION -> new RenamePartition(owner, name.local(), other.local());
            case ENUM_VALUE -> new RenameEnumValue(owner, name.local(), other.local());
        };
    }

    /** What has the other name now, so that this can't get it: tables, partitions, sequences, indexes and types share their schema's names. */
    Optional<Labelled> obstacle(Schema now, Name other) {
        return switch (kind) {
            case TABLE -> ofSchema(now, other).or(() -> carried(now, other));
            case ENUM, DOMAIN -> ofSchema(now, other);
            case PARTITION -> ofSchema(now, owner.sibling(other.local()));
            case SEQUENCE -> relation(now, other);
            case COLUMN -> held(now.table(owner).columns().containsKey(other.local()), other);
            case ENUM_VALUE -> held(now.enumType(owner).values().contains(other.local()), other);
            case CONSTRAINT, INDEX -> {
                Table table = now.table(owner);
                boolean ofTable =
                        kind == Hint.Kind.CONSTRAINT && table.constraintNames().contains(other.local());
                boolean relation = table.relationNames().contains(name.local());
                yield ofTable
                        ? held(true, other)
                        : relation ? relation(now, owner.sibling(other.local())) : Optional.empty();
            }
        };
    }

    private Optional<Labelled> held(boolean taken, Name other) {
        return taken ? Optional.of(named(other)) : Optional.empty();
    }

    private static Optional<Labelled> ofSchema(Schema now, Name name) {
        return relation(now, name)
                .or(() -> now.findEnum(name).map(type -> enumType(name)))
                .or(() -> now.find(Kind.DOMAIN, name).map(type -> domain(name)));
    }

    /** An index, key or sequence of this table that it would carry into another schema, where something has its name. */
    private Optional<Labelled> carried(Schema now, Name other) {
        Stream<String> sequences = Sequences.ownedBy(now, name).stream().map(Name::local);
        return Stream.concat(now.table(name).relationNames().stream(), sequences)
                .filter(own -> !other.schema().equals(name.schema())
                        && relation(now, other.sibling(own)).isPresent())
                .findFirst()
                .flatMap(own -> relation(now, name.sibling(own)));
    }

    private static Optional<Labelled> relation(Schema now, Name name) {
        if (now.findTable(name).isPresent()) {
            return Optional.of(table(name));
        }
        if (now.find(Kind.SEQUENCE, name).isPresent()) {
            return Optional.of(sequence(name));
        }
        return now.tableOfIndex(name).map(owner -> {
            Table of = now.table(owner);
            Hint.Kind kind = of.partitions().containsKey(name.local())
                    ? Hint.Kind.PARTITION
                    : of.indexes().containsKey(name.local()) ? Hint.Kind.INDEX : Hint.Kind.CONSTRAINT;
            return of(kind, owner, name.local());
        });
    }
}
