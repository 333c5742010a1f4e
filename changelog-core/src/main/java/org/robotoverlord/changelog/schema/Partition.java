package org.robotoverlord.changelog.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.robotoverlord.changelog.form.Absent;
import org.robotoverlord.changelog.form.Key;
import org.robotoverlord.changelog.problem.Problem;

/**
 * Which rows of a table lie in a partition of it: {@code {from: ['2026-01-01'], to: ['2027-01-01']}}, {@code {in: [de, fr]}}, {@code
 * {modulus: 4, remainder: 0}}, or {@code {default: true}} for those that no other takes. In {@code from} and {@code to}, {@code {sql:
 * minvalue}} and {@code {sql: maxvalue}} lie before and after all values.
 *
 * @param from in one way, by range: the first values that lie in it, one for each column of the key
 * @param to in one way, by range: the first values beyond it
 * @param in in one way, by list: the values that lie in it; their order means nothing
 * @param modulus by hash: by what hashes are divided
 * @param remainder by hash: what is left then
 * @param rest whether it takes what no other does
 */
public record Partition(
        List<Value> from,
        List<Value> to,
        List<Value> in,
        Optional<Long> modulus,
        Optional<Long> remainder,
        @Key("default") @Absent("false") boolean rest) {
    private static final Set<String> ENDS = Set.of("minvalue", "maxvalue");
    private static final long MOST = Integer.MAX_VALUE;

    public Partition {
        from = from.stream().map(value -> bound(value, "from")).toList();
        to = to.stream().map(value -> bound(value, "to")).toList();
        in = in.stream()
                .map(Partition::listed)
                .distinct()
                .sorted(Comparator.comparing(Value::shown))
                .toList();
        if (from.isEmpty() != to.isEmpty()) {
            throw new Problem("a partition has " + (to.isEmpty() ? "a from and no to" : "a to and no from")
                    + "; write both, the open end as {sql: " + (to.isEmpty() ? "maxvalue}" : "minvalue}"));
        }
        if (modulus.isPresent() != remainder.isPresent()) {
            throw new Problem("a partition has "
                    + (modulus.isPresent() ? "a modulus and no remainder" : "a remainder and" + " no modulus")
                    + "; write both");
        }
        long ways = Stream.of(!from.isEmpty(), !in.isEmpty(), modulus.isPresent(), rest)
                .filter(is -> is)
                .count();
        if (ways != 1) {
            throw new Problem(
                    "a partition takes exactly one of from with to, in, modulus with remainder, and default: true;"
                            + " write which rows lie in it");
        }
        modulus.ifPresent(divisor -> {
            if (divisor < 1 || divisor > MOST || remainder.get() < 0 || remainder.get() >= divisor) {
                throw new Problem("a remainder lies between 0 and its modulus, which is positive; write others")
                        .about("remainder");
            }
        });
    }

    /** With the rows between bounds. */
    public static Partition range(List<Value> from, List<Value> to) {
        return new Partition(from, to, List.of(), Optional.empty(), Optional.empty(), false);
    }

    /** With the rows of some values. */
    public static Partition list(List<Value> in) {
        return new Partition(List.of(), List.of(), in, Optional.empty(), Optional.empty(), false);
    }

    /** With the rows of some hashes. */
    public static Partition hash(long modulus, long remainder) {
        return new Partition(List.of(), List.of(), List.of(), Optional.of(modulus), Optional.of(remainder), false);
    }

    /** With the rows that no other takes. */
    public static Partition ofRest() {
        return new Partition(List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), true);
    }

    private static Value bound(Value value, String key) {
        if (value instanceof Value.Null) {
            throw new Problem("no bound is null; write a value, {sql: minvalue} or {sql: maxvalue}").about(key);
        }
        if (!(value instanceof Value.Sql given)) {
            return value;
        }
        String end = given.sql().bare().sql().strip().toLowerCase(Locale.ROOT);
        if (!ENDS.contains(end)) {
            throw new Problem(
                            "a bound is reckoned once, so it is a value, {sql: minvalue} or {sql: maxvalue}, and not '"
                                    + given.sql() + "'; write the value")
                    .about(key);
        }
        return Value.sql(end);
    }

    private static Value listed(Value value) {
        if (value instanceof Value.Sql given) {
            throw new Problem("a listed value is reckoned once, so it is a value and not '" + given.sql()
                            + "'; write the value")
                    .about("in");
        }
        return value;
    }

    /** The ways of partitioning that such a partition is of; none for the rest, which all but hash have. */
    Optional<PartitionBy.Way> way() {
        return rest
                ? Optional.empty()
                : Optional.of(
                        !from.isEmpty()
                                ? PartitionBy.Way.RANGE
                                : !in.isEmpty() ? PartitionBy.Way.LIST : PartitionBy.Way.HASH);
    }

    /**
     * The same with values spelled as all spellings of their types are folded.
     *
     * @param types the types of the key's columns
     * @throws Problem for one that doesn't fit
     */
    Partition fitted(List<ColumnType> types) {
        return rest || modulus.isPresent()
                ? this
                : new Partition(
                        fitted(from, types, "from"),
                        fitted(to, types, "to"),
                        listed(in, types),
                        modulus,
                        remainder,
                        rest);
    }

    private static List<Value> fitted(List<Value> values, List<ColumnType> types, String key) {
        List<Value> fitted = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            fitted.add(i < types.size() ? fitted(values.get(i), types.get(i), key) : values.get(i));
        }
        return fitted;
    }

    private static List<Value> listed(List<Value> values, List<ColumnType> types) {
        return types.size() == 1
                ? values.stream()
                        .map(value -> fitted(value, types.get(0), "in"))
                        .toList()
                : values;
    }

    private static Value fitted(Value value, ColumnType type, String key) {
        if (!(value instanceof Value.Literal literal)) {
            return value;
        }
        try {
            String folded = Literals.canonical(type, literal.text());
            // A char(n) is padded, as a bound too.
            return Value.literal(type.is(PortableType.CHAR) ? folded.stripTrailing() : folded);
        } catch (Problem misfit) {
            throw misfit.about(key);
        }
    }

    /** The same with the values changed that are of the columns at such places of the key. */
    public Partition mapValues(IntPredicate places, UnaryOperator<Value> change) {
        return rest || modulus.isPresent()
                ? this
                : new Partition(
                        mapped(from, places, change),
                        mapped(to, places, change),
                        places.test(0) ? in.stream().map(change).toList() : in,
                        modulus,
                        remainder,
                        rest);
    }

    private static List<Value> mapped(List<Value> values, IntPredicate places, UnaryOperator<Value> change) {
        List<Value> mapped = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            mapped.add(places.test(i) ? change.apply(values.get(i)) : values.get(i));
        }
        return mapped;
    }
}
