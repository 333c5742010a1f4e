package org.robotoverlord.changelog.dialect.postgres;

import java.util.Optional;
import java.util.Set;
import org.robotoverlord.changelog.dialect.Phrases;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.PortableType;
import org.robotoverlord.changelog.schema.Schema;

/**
 * Says how a column's values become another type's. Where PostgreSQL casts by itself nothing is said: its own cast refuses a text
 * that is too long, which a cast that is written out would cut.
 */
final class PostgresCasts {
    private static final Set<PortableType> NUMBERS = Set.of(
            PortableType.SMALLINT,
            PortableType.INTEGER,
            PortableType.BIGINT,
            PortableType.DECIMAL,
            PortableType.REAL,
            PortableType.DOUBLE);
    private static final Set<PortableType> WHOLE =
            Set.of(PortableType.SMALLINT, PortableType.INTEGER, PortableType.BIGINT);
    private static final Set<PortableType> TEXTS = Set.of(PortableType.CHAR, PortableType.VARCHAR, PortableType.TEXT);
    private static final Set<PortableType> MOMENTS =
            Set.of(PortableType.DATE, PortableType.TIMESTAMP, PortableType.TIMESTAMPTZ);
    private static final Set<PortableType> STAMPS = Set.of(PortableType.TIMESTAMP, PortableType.TIMESTAMPTZ);
    private static final Set<PortableType> DAYTIMES = Set.of(PortableType.TIME, PortableType.INTERVAL);
    private static final Set<PortableType> DOCUMENTS = Set.of(PortableType.JSON, PortableType.JSONB);

    private final Phrases write;
    private final Schema schema;

    /**
     * @param write what writes types
     * @param schema what says which types are enums
     */
    PostgresCasts(Phrases write, Schema schema) {
        this.write = write;
        this.schema = schema;
    }

    /** The expression that makes the new value; empty where the server needs none. */
    Optional<String> using(String column, ColumnType from, ColumnType to) {
        String old = write.name(column);
        if (isItself(from, to)) {
            return Optional.empty();
        }
        if (!from.array() && !to.array()) {
            if (isWhole(from) && to.is(PortableType.BOOLEAN)) {
                return Optional.of(old + " <> 0");
            }
            if (from.is(PortableType.BOOLEAN) && isNumber(to)) {
                return Optional.of(old + "::integer");
            }
        }
        boolean throughText = !is(from, TEXTS) && (isEnum(from) || isEnum(to));
        return Optional.of(old + (throughText ? "::text" + brackets(from) : "") + "::" + write.type(to));
    }

    /** Whether what compares or computes the one type does so with the other. */
    static boolean areAlike(ColumnType from, ColumnType to) {
        boolean sameName = from.name().equals(to.name()) && from.isNative() == to.isNative();
        return from.array() == to.array()
                && (sameName || both(from, to, NUMBERS) || both(from, to, TEXTS) || both(from, to, MOMENTS));
    }

    private static String brackets(ColumnType type) {
        return type.array() ? "[]" : "";
    }

    /** Whether the server makes the new value by itself. */
    private static boolean isItself(ColumnType from, ColumnType to) {
        boolean sameShape = from.array() == to.array();
        boolean sameName = from.name().equals(to.name()) && from.isNative() == to.isNative();
        return sameShape && sameName
                || is(to, TEXTS) && (sameShape || !to.array())
                || sameShape && (both(from, to, NUMBERS) || both(from, to, MOMENTS) || both(from, to, DOCUMENTS))
                || sameShape && (both(from, to, DAYTIMES) || is(from, STAMPS) && is(to, Set.of(PortableType.TIME)));
    }

    private static boolean both(ColumnType from, ColumnType to, Set<PortableType> family) {
        return is(from, family) && is(to, family);
    }

    private static boolean is(ColumnType type, Set<PortableType> family) {
        return type.portable().filter(family::contains).isPresent();
    }

    private static boolean isWhole(ColumnType type) {
        return is(type, WHOLE);
    }

    private static boolean isNumber(ColumnType type) {
        return is(type, NUMBERS);
    }

    private boolean isEnum(ColumnType type) {
        return type.userType().filter(name -> schema.findEnum(name).isPresent()).isPresent();
    }
}
