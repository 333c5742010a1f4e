package org.robotoverlord.changelog.history;

import java.util.Optional;
import org.robotoverlord.changelog.schema.Name;

/**
 * Something that a change touches, as a person would call it: {@code column users.mail}.
 *
 * @param kind what it is
 * @param table the table it belongs to, or is; empty for what belongs to none
 * @param name its name, that of its table aside
 */
record Thing(String kind, Optional<Name> table, String name) implements Comparable<Thing> {
    private static final String TABLE = "table";
    private static final String ROWS = "the rows of table";

    static Thing table(Name table) {
        return new Thing(TABLE, Optional.of(table), "");
    }

    static Thing rows(Name table) {
        return new Thing(ROWS, Optional.of(table), "");
    }

    static Thing part(String kind, Name table, String name) {
        return new Thing(kind, Optional.of(table), name);
    }

    static Thing alone(String kind, String name) {
        return new Thing(kind, Optional.empty(), name);
    }

    /** Whether they are one, or one is part of the other. */
    boolean overlaps(Thing other) {
        boolean ofOneTable = table.isPresent() && table.equals(other.table);
        return equals(other) || ofOneTable && (isAll() || other.isAll());
    }

    private boolean isAll() {
        return kind.equals(TABLE) || kind.equals(ROWS);
    }

    @Override
    public int compareTo(Thing other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return kind + " "
                + table.map(of -> of + (name.isEmpty() ? "" : "." + name)).orElse(name);
    }
}
