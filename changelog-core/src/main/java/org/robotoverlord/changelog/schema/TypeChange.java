package org.robotoverlord.changelog.schema;

import java.util.List;
import java.util.Map;

/** Says of two types whether the one can hold every value of the other, and whether their values can meet at all. */
public final class TypeChange {
    private static final Map<PortableType, Integer> DIGITS =
            Map.of(PortableType.SMALLINT, 5, PortableType.INTEGER, 10, PortableType.BIGINT, 19);
    private static final List<PortableType> WHOLE =
            List.of(PortableType.SMALLINT, PortableType.INTEGER, PortableType.BIGINT);

    private TypeChange() {}

    /** Whether the second type can't hold every value of the first exactly, or nobody can say. */
    public static boolean holdsLess(ColumnType from, ColumnType to) {
        if (from.equals(to)) {
            return false;
        }
        if (from.array() || to.array()) {
            return from.array() != to.array() || holdsLess(from.element(), to.element());
        }
        if (from.portable().isEmpty() || to.portable().isEmpty()) {
            return !(to.is(PortableType.TEXT)
                    || to.is(PortableType.VARCHAR) && to.arguments().isEmpty());
        }
        return !holds(from.portable().get(), from.arguments(), to.portable().get(), to.arguments());
    }

    /** Whether no database compares values of the two, so that no foreign key can lead from one to the other; false where nobody can say. */
    static boolean isUnlike(ColumnType one, ColumnType other) {
        if (one.isNative() || other.isNative() || one.array() != other.array()) {
            return false;
        }
        return one.portable()
                .flatMap(first -> other.portable().map(second -> family(first) != family(second)))
                .orElse(false);
    }

    /** One of the types whose values a type's can be compared with. */
    private static PortableType family(PortableType type) {
        return switch (type) {
            case SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE -> PortableType.DECIMAL;
            case CHAR, VARCHAR, TEXT -> PortableType.TEXT;
            case DATE, TIMESTAMP, TIMESTAMPTZ -> PortableType.TIMESTAMP;
            default -> type;
        };
    }

    private static boolean holds(PortableType from, List<Integer> of, PortableType to, List<Integer> into) {
        return switch (to) {
            case TEXT -> from != PortableType.BINARY;
            case VARCHAR ->
                into.isEmpty()
                        ? from != PortableType.BINARY
                        : isText(from) && !of.isEmpty() && of.get(0) <= into.get(0);
            case CHAR -> from == PortableType.CHAR && of.get(0) <= into.get(0);
            case SMALLINT, INTEGER, BIGINT -> WHOLE.contains(from) && WHOLE.indexOf(from) <= WHOLE.indexOf(to);
            case DECIMAL -> decimalHolds(from, of, into);
            case DOUBLE -> from == PortableType.REAL || from == PortableType.SMALLINT || from == PortableType.INTEGER;
            case REAL -> from == PortableType.SMALLINT;
            case TIME, TIMESTAMP, TIMESTAMPTZ -> clockHolds(from, of, to, into);
            case JSON, JSONB -> from == PortableType.JSON || from == PortableType.JSONB;
            default -> from == to;
        };
    }

    private static boolean isText(PortableType type) {
        return type == PortableType.VARCHAR || type == PortableType.CHAR;
    }

    private static boolean decimalHolds(PortableType from, List<Integer> of, List<Integer> into) {
        boolean number = from == PortableType.DECIMAL || WHOLE.contains(from);
        if (into.isEmpty() || !number) {
            return number;
        }
        int scale = scale(into);
        int whole = into.get(0) - scale;
        if (from != PortableType.DECIMAL) {
            return whole >= DIGITS.get(from);
        }
        return !of.isEmpty() && scale(of) <= scale && of.get(0) - scale(of) <= whole;
    }

    private static int scale(List<Integer> arguments) {
        return arguments.size() < 2 ? 0 : arguments.get(1);
    }

    private static boolean clockHolds(PortableType from, List<Integer> of, PortableType to, List<Integer> into) {
        boolean stamp = to != PortableType.TIME && (from == PortableType.TIMESTAMP || from == PortableType.TIMESTAMPTZ);
        if (from == PortableType.DATE) {
            return to != PortableType.TIME;
        }
        return (from == to || stamp) && precision(of) <= precision(into);
    }

    private static int precision(List<Integer> arguments) {
        return arguments.isEmpty() ? 6 : arguments.get(0);
    }
}
