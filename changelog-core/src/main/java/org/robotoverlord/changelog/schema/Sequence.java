package org.robotoverlord.changelog.schema;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.problem.Problem;

/**
 * A counter of its own: {@code {start: 1000, ownedBy: users.id}}. What is given as the database would take it anyway is left out, so
 * equal sequences are equal values. The sequence of an identity column is none of these; it is part of its {@link Identity}.
 *
 * @param type of its numbers: smallint, integer or bigint
 * @param start the first number
 * @param increment the step; empty for 1
 * @param min the least number; empty for 1 upwards, the type's least downwards
 * @param max the greatest number; empty for the type's greatest upwards, -1 downwards
 * @param cache how many numbers a session takes at once; empty for 1
 * @param cycle whether it begins again at the end
 * @param ownedBy the column that it goes with; it lies in the schema of that one's table
 */
public record Sequence(
        @Absent("bigint") ColumnType type,
        Optional<Long> start,
        Optional<Long> increment,
        Optional<Long> min,
        Optional<Long> max,
        Optional<Long> cache,
        @Absent("false") boolean cycle,
        Optional<ColumnName> ownedBy) {
    public Sequence {
        if (type.isNative() || !Column.takesIdentity(type)) {
            throw new Problem("a sequence can't be " + type + "; make it smallint, integer or bigint").about("type");
        }
        if (increment.orElse(1L) == 0) {
            throw new Problem("a sequence's increment is 0; give it a step").about("increment");
        }
        Identity numbers = new Identity(false, start, increment, min, max, cache, cycle).within(type);
        start = numbers.start();
        increment = numbers.increment();
        min = numbers.min();
        max = numbers.max();
        cache = numbers.cache();
        requireWithin(numbers, type);
    }

    private static void requireWithin(Identity numbers, ColumnType type) {
        long least = numbers.least(type);
        long most = numbers.most(type);
        long greatest = Identity.greatest(type);
        if (least < -greatest - 1) {
            throw new Problem("min " + least + " is no " + type + "; raise it, or take a wider type").about("min");
        }
        if (most > greatest) {
            throw new Problem("max " + most + " is no " + type + "; lower it, or take a wider type").about("max");
        }
        if (least >= most) {
            throw new Problem("min " + least + " isn't below max " + most + "; mend one of them")
                    .about(numbers.min().isPresent() ? "min" : "max");
        }
        long first = numbers.first();
        if (first < least || first > most) {
            throw new Problem("start " + first + " isn't within " + least + " and " + most + "; mend it")
                    .about("start");
        }
        if (numbers.cache().orElse(1L) < 1) {
            throw new Problem("cache " + numbers.cache().get() + " is less than 1; leave it out").about("cache");
        }
    }

    /** What it counts, as an identity would. */
    public Identity numbers() {
        return new Identity(false, start, increment, min, max, cache, cycle);
    }

    /** The least number, said or not. */
    public long least() {
        return numbers().least(type);
    }

    /** The greatest number, said or not. */
    public long most() {
        return numbers().most(type);
    }

    /** Whether no number of the other is one of this, so that it can't go on where that one is. */
    public boolean isApartFrom(Sequence other) {
        return least() > other.most() || most() < other.least();
    }

    public Sequence withOwner(Optional<ColumnName> other) {
        return new Sequence(type, start, increment, min, max, cache, cycle, other);
    }

    /** The same with its owner's table called otherwise. */
    Sequence mapTable(UnaryOperator<Name> change) {
        return ownedBy.isEmpty() ? this : withOwner(ownedBy.map(owner -> owner.withTable(change.apply(owner.table()))));
    }
}
