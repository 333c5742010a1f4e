package org.robotoverlord.changelog.schema;

import java.util.Optional;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.Scalar;
import org.robotoverlord.changelog.form.Written;
import org.robotoverlord.changelog.problem.Problem;

/**
 * That the database numbers a column's rows: {@code identity: true}, {@code always}, or {@code {always, start, increment, min, max,
 * cache, cycle}}. What is given as the database would take it anyway is left out, so equal identities are equal values.
 *
 * @param always whether a value of one's own is refused
 * @param start the first number
 * @param increment the step; empty for 1
 * @param min the least number; empty for 1 upwards, the type's least downwards
 * @param max the greatest number; empty for the type's greatest upwards, -1 downwards
 * @param cache how many numbers a session takes at once; empty for 1
 * @param cycle whether it begins again at the end
 */
public record Identity(
        @Absent("false") boolean always,
        Optional<Long> start,
        Optional<Long> increment,
        Optional<Long> min,
        Optional<Long> max,
        Optional<Long> cache,
        @Absent("false") boolean cycle)
        implements Written {
    public Identity {
        long step = increment.orElse(1L);
        if (step == 0) {
            throw new Problem("an identity's increment is 0; give it a step").about("increment");
        }
        boolean upwards = step > 0;
        increment = unless(1, increment);
        min = upwards ? unless(1, min) : min;
        max = upwards ? max : unless(-1, max);
        start = unless(upwards ? min.orElse(1L) : max.orElse(-1L), start);
        cache = unless(1, cache);
    }

    /** Nothing where what is given goes without saying. */
    private static Optional<Long> unless(long usual, Optional<Long> given) {
        return given.isPresent() && given.get() == usual ? Optional.empty() : given;
    }

    /** {@code identity: true}, or {@code always}. */
    public static Identity simple(boolean always) {
        return new Identity(
                always,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** Reads {@code true}, {@code default} or {@code always}. */
    public static Identity parse(Scalar scalar) {
        return switch (scalar.text()) {
            case "true", "default" -> simple(false);
            case "always" -> simple(true);
            default ->
                throw new Problem("'" + scalar.text() + "' is no identity; write true, always, or "
                        + "{always, start, increment, min, max, cache, cycle}; without identity leave the key out");
        };
    }

    /** The same without a bound that a column's type sets anyway. */
    Identity within(ColumnType type) {
        long greatest = greatest(type);
        boolean upwards = increment.orElse(1L) > 0;
        Optional<Long> least = upwards ? min : unless(-greatest - 1, min);
        Optional<Long> most = upwards ? unless(greatest, max) : max;
        return new Identity(always, start, increment, least, most, cache, cycle);
    }

    /** The first number, said or not. */
    public long first() {
        boolean upwards = increment.orElse(1L) > 0;
        return start.orElse(upwards ? min.orElse(1L) : max.orElse(-1L));
    }

    /** The least number of a type, said or not. */
    long least(ColumnType type) {
        return min.orElse(increment.orElse(1L) > 0 ? 1 : -greatest(type) - 1);
    }

    /** The greatest number of a type, said or not. */
    long most(ColumnType type) {
        return max.orElse(increment.orElse(1L) > 0 ? greatest(type) : -1);
    }

    static long greatest(ColumnType type) {
        return type.is(PortableType.SMALLINT)
                ? Short.MAX_VALUE
                : type.is(PortableType.INTEGER) ? Integer.MAX_VALUE : Long.MAX_VALUE;
    }

    @Override
    public Optional<Scalar> written() {
        return equals(simple(always)) ? Optional.of(Scalar.plain(always ? "always" : "true")) : Optional.empty();
    }
}
