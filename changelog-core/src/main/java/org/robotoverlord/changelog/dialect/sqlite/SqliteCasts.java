package org.robotoverlord.changelog.dialect.sqlite;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.PortableType;

/** What becomes of values whose column changes its type, where storing them in the new column doesn't make the same of them. */
final class SqliteCasts {
    private static final Set<PortableType> WHOLE =
            Set.of(PortableType.SMALLINT, PortableType.INTEGER, PortableType.BIGINT);
    private static final Set<PortableType> FRACTIONS =
            Set.of(PortableType.DECIMAL, PortableType.REAL, PortableType.DOUBLE);
    private static final Set<PortableType> TEXTS = Set.of(PortableType.CHAR, PortableType.VARCHAR, PortableType.TEXT);
    private static final Set<PortableType> MOMENTS = Set.of(PortableType.TIMESTAMP, PortableType.TIMESTAMPTZ);

    private SqliteCasts() {}

    /** What makes a value of one type into one of another; empty where that goes by itself. */
    static Optional<UnaryOperator<String>> of(ColumnType from, ColumnType to) {
        if (is(from, FRACTIONS) && is(to, WHOLE)) {
            return Optional.of(value -> "cast(round(" + value + ") as integer)");
        }
        if (from.is(PortableType.BOOLEAN) && is(to, TEXTS)) {
            return Optional.of(value -> "case " + value + " when 1 then 'true' when 0 then 'false' end");
        }
        if (is(from, TEXTS) && to.is(PortableType.BOOLEAN)) {
            return Optional.of(value -> "case when lower(" + value
                    + ") in ('true', 't', 'yes', 'y', 'on', '1') then 1 when lower(" + value
                    + ") in ('false', 'f', 'no', 'n', 'off', '0') then 0 else " + value + " end");
        }
        if (is(from, WHOLE) && to.is(PortableType.BOOLEAN)) {
            return Optional.of(value -> value + " <> 0");
        }
        if (is(from, MOMENTS) && to.is(PortableType.DATE)) {
            return Optional.of(value -> "date(" + value + ")");
        }
        return is(from, MOMENTS) && to.is(PortableType.TIME)
                ? Optional.of(value -> "time(" + value + ")")
                : Optional.empty();
    }

    /** Whether values of the type are numbers, truth included. */
    static boolean areNumbers(ColumnType type) {
        return type.is(PortableType.BOOLEAN) || is(type, WHOLE) || is(type, FRACTIONS);
    }

    private static boolean is(ColumnType type, Set<PortableType> group) {
        return !type.array() && type.portable().filter(group::contains).isPresent();
    }
}
