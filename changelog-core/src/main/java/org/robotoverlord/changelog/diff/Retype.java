package org.robotoverlord.changelog.diff;

import java.util.Set;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.PortableType;

/** How far a column's new type is from its old one, and so how much of what stands on the column can stay. */
enum Retype {
    /** It is the same. */
    NONE,
    /** A length, precision or scale: all stays, but for generated columns. */
    ARGUMENTS,
    /** Whole numbers or texts of another size: keys and defaults stay; expressions are understood anew. */
    FAMILY,
    /** Anything else. */
    OTHER;

    private static final Set<String> WHOLE =
            Set.of(PortableType.SMALLINT.written(), PortableType.INTEGER.written(), PortableType.BIGINT.written());
    private static final Set<String> TEXT = Set.of(PortableType.VARCHAR.written(), PortableType.TEXT.written());

    static Retype of(ColumnType from, ColumnType to) {
        if (from.equals(to)) {
            return NONE;
        }
        if (from.isNative() || to.isNative() || from.array() != to.array()) {
            return OTHER;
        }
        if (from.name().equals(to.name())) {
            return ARGUMENTS;
        }
        return !from.array() && (both(WHOLE, from, to) || both(TEXT, from, to)) ? FAMILY : OTHER;
    }

    private static boolean both(Set<String> family, ColumnType from, ColumnType to) {
        return family.contains(from.name()) && family.contains(to.name());
    }
}
