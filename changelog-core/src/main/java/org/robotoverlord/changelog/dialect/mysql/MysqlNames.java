package org.robotoverlord.changelog.dialect.mysql;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.robotoverlord.changelog.schema.Name;
import org.robotoverlord.changelog.schema.Schema;
import org.robotoverlord.changelog.schema.Table;

/**
 * Names that several tables of a database give to foreign keys, or on MySQL to checks. The server takes each once, so for as long as
 * there are two, it keeps neither.
 *
 * @param foreignKeys those of foreign keys, in lower case
 * @param checks those of checks, in lower case
 */
record MysqlNames(Set<String> foreignKeys, Set<String> checks) {
    static MysqlNames of(Schema schema, MysqlPhrases write) {
        Set<String> keys = new HashSet<>();
        Set<String> keysTwice = new HashSet<>();
        Set<String> checks = new HashSet<>();
        Set<String> checksTwice = new HashSet<>();
        schema.tables().forEach((name, table) -> {
            count(name, table.foreignKeys().keySet(), keys, keysTwice);
            if (!write.isMariadb()) {
                count(name, table.checks().keySet(), checks, checksTwice);
            }
        });
        return new MysqlNames(keysTwice, checksTwice);
    }

    private static void count(Name table, Set<String> names, Set<String> seen, Set<String> twice) {
        for (String name : names) {
            String called = folded(table, name);
            if (!seen.add(called)) {
                twice.add(called);
            }
        }
    }

    private static String folded(Name table, String name) {
        return table.schema().orElse("") + "\0" + name.toLowerCase(Locale.ROOT);
    }

    boolean hasForeignKeyTwice(Name table, String name) {
        return foreignKeys.contains(folded(table, name));
    }

    boolean hasCheckTwice(Name table, String name) {
        return checks.contains(folded(table, name));
    }

    /** Whether the server keeps a table's constraints otherwise where others are taken. */
    boolean differs(MysqlNames other, Name name, Table table) {
        return table.foreignKeys().keySet().stream()
                        .anyMatch(key -> hasForeignKeyTwice(name, key) != other.hasForeignKeyTwice(name, key))
                || table.checks().keySet().stream()
                        .anyMatch(check -> hasCheckTwice(name, check) != other.hasCheckTwice(name, check));
    }
}
