package org.robotoverlord.changelog.dialect.mysql;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stands after the parts in SHOW CREATE TABLE.
 *
 * @param comment the table's comment
 * @param collation how its texts sort, where it says
 * @param storage what {@code with} says of it
 */
record MysqlOptions(Optional<String> comment, Optional<String> collation, Map<String, String> storage) {
    /** @param sorting how texts sort in the database, which goes without saying */
    static MysqlOptions read(MysqlTokens tokens, String sorting) {
        Map<String, String> all = new TreeMap<>();
        String last = "";
        while (tokens.hasNext()) {
            String token = tokens.next();
            if (token.equals("=") && tokens.hasNext()) {
                all.put(last.toLowerCase(Locale.ROOT), tokens.next());
            } else if (token.equalsIgnoreCase("PARTITION")) {
                break;
            }
            last = token;
        }
        Optional<String> comment = Optional.ofNullable(all.get("comment")).map(MysqlQuotes::meant);
        Optional<String> collation = Optional.ofNullable(all.get("collate"));
        Map<String, String> storage = new TreeMap<>();
        keep(all, "engine", storage);
        keep(all, "row_format", storage);
        boolean own = collation.filter(is -> !is.equals(sorting)).isPresent()
                || collation.isEmpty()
                        && Optional.ofNullable(all.get("charset"))
                                .filter(charset -> !sorting.startsWith(charset + "_"))
                                .isPresent();
        if (own) {
            keep(all, "charset", storage);
            keep(all, "collate", storage);
        }
        return new MysqlOptions(comment, collation, storage);
    }

    private static void keep(Map<String, String> all, String name, Map<String, String> storage) {
        String value = all.get(name);
        if (value != null && !MysqlStorage.isUsual(name, value)) {
            storage.put(name, value.toLowerCase(Locale.ROOT));
        }
    }
}
