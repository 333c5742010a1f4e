package org.robotoverlord.changelog.dialect.mysql;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.robotoverlord.changelog.dialect.Unsupported;

/** What a table's {@code with} may say: its engine, what its texts are kept in, and how its rows are. */
final class MysqlStorage {
    /** What each is where {@code with} doesn't say; the charset and how it sorts are the database's then. */
    private static final Map<String, String> USUAL = Map.of("engine", "innodb", "row_format", "default");

    private static final Set<String> KNOWN = Set.of("engine", "row_format", "charset", "collate");

    private MysqlStorage() {}

    /** The options as a statement says them, only those that are given. */
    static Map<String, String> words(Map<String, String> with, MysqlPhrases write) {
        Map<String, String> words = new TreeMap<>();
        with.forEach((name, value) -> {
            if (!KNOWN.contains(name)) {
                throw new Unsupported("MySQL has no storage parameter '" + name
                        + "'; write one of engine, charset, collate" + " and row_format, or leave it out");
            }
            words.put(name, write.word(value.toLowerCase(Locale.ROOT)));
        });
        return words;
    }

    /** What an option becomes that is no longer said. */
    static String usual(String name) {
        String usual = USUAL.get(name);
        if (usual == null) {
            throw new Unsupported("MySQL doesn't forget a table's '" + name + "'; write the one that it is to have");
        }
        return usual;
    }

    /** Whether a server's word for an option is what goes without saying. */
    static boolean isUsual(String name, String value) {
        return value.equalsIgnoreCase(USUAL.getOrDefault(name, ""));
    }
}
