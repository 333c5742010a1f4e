package org.robotoverlord.changelog.diff;

import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.Domains;
import org.robotoverlord.changelog.schema.PortableType;

/** Says of two types whether any value of the one can become a value of the other, so that a change of type isn't bound to fail. */
final class Cast {
    private enum Group {
        WHOLE,
        NUMBER,
        BOOLEAN,
        TEXT,
        BINARY,
        DAY,
        MOMENT,
        TIME,
        INTERVAL,
        UUID,
        JSON,
        ENUM,
        /** Only the database knows. */
        OTHER
    }

    private Cast() {}

    static boolean isPossible(ColumnType from, ColumnType to, Draft draft) {
        return isPossibleOf(Domains.base(draft.now(), from), Domains.base(draft.after(), to), draft);
    }

    private static boolean isPossibleOf(ColumnType from, ColumnType to, Draft draft) {
        Group of = group(from.element(), draft);
        Group into = group(to.element(), draft);
        if (from.array() != to.array()) {
            return (from.array() ? into : of) == Group.TEXT || of == Group.OTHER || into == Group.OTHER;
        }
        return of == into || isPossible(of, into);
    }

    private static boolean isPossible(Group from, Group to) {
        return switch (from) {
            case TEXT, OTHER -> true;
            case WHOLE -> isAny(to, Group.NUMBER, Group.BOOLEAN, Group.JSON);
            case NUMBER -> isAny(to, Group.WHOLE, Group.JSON);
            case BOOLEAN -> isAny(to, Group.WHOLE, Group.JSON);
            case DAY -> isAny(to, Group.MOMENT);
            case MOMENT -> isAny(to, Group.DAY, Group.TIME);
            case TIME -> isAny(to, Group.INTERVAL);
            case INTERVAL -> isAny(to, Group.TIME);
            case JSON -> isAny(to, Group.WHOLE, Group.NUMBER, Group.BOOLEAN);
            case BINARY, UUID, ENUM -> isAny(to);
        };
    }

    private static boolean isAny(Group to, Group... others) {
        return to == Group.TEXT
                || to == Group.OTHER
                || java.util.List.of(others).contains(to);
    }

    private static Group group(ColumnType type, Draft draft) {
        if (type.userType()
                .filter(name -> draft.now().findEnum(name).isPresent()
                        || draft.after().findEnum(name).isPresent())
                .isPresent()) {
            return Group.ENUM;
        }
        return type.portable().map(Cast::group).orElse(Group.OTHER);
    }

    private static Group group(PortableType type) {
        return switch (type) {
            case BOOLEAN -> Group.BOOLEAN;
            case SMALLINT, INTEGER, BIGINT -> Group.WHOLE;
            case DECIMAL, REAL, DOUBLE -> Group.NUMBER;
            case CHAR, VARCHAR, TEXT -> Group.TEXT;
            case BINARY -> Group.BINARY;
            case DATE -> Group.DAY;
            case TIMESTAMP, TIMESTAMPTZ -> Group.MOMENT;
            case TIME -> Group.TIME;
            case INTERVAL -> Group.INTERVAL;
            case UUID -> Group.UUID;
            case JSON, JSONB -> Group.JSON;
        };
    }
}
