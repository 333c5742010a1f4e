package org.robotoverlord.changelog.dialect.sqlite;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.robotoverlord.changelog.dialect.Unsupported;

/** That SQLite compares names without case, so that two which others tell apart are one here. */
final class SqliteNames {
    private SqliteNames() {}

    /** @throws Unsupported if two of the names differ in case only */
    static void requireApart(String what, Collection<String> names) {
        Map<String, String> seen = new TreeMap<>();
        for (String name : names) {
            String other = seen.put(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                throw new Unsupported("SQLite can't tell the " + what + " apart: '" + other + "' and '" + name
                        + "' differ in case only; rename one of them");
            }
        }
    }
}
