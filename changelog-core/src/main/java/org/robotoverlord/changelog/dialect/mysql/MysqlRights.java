package org.robotoverlord.changelog.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.dialect.Lack;
import org.robotoverlord.changelog.dialect.Needs;
import org.robotoverlord.changelog.dialect.Needs.Sort;
import org.robotoverlord.changelog.dialect.Rights;

/**
 * Reads what the server says that it granted. Rights on single tables count as rights on all, and where a role is granted nothing is
 * said: so it never complains of what may be allowed.
 */
final class MysqlRights implements Rights {
    private static final Pattern GRANT = Pattern.compile(
            "GRANT (?<rights>.+) ON (?<place>`(?:[^`]|``)++`|\"(?:[^\"]|\"\")++\"|\\*)\\.(?:\\*|[`\"].*[`\"]) TO .*",
            Pattern.DOTALL);
    private static final Pattern ROLE = Pattern.compile("GRANT [`'\"].*", Pattern.DOTALL);

    @Override
    public List<Lack> lacking(Connection connection, Needs needs) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String database;
            String user;
            try (ResultSet row = statement.executeQuery("select database(), current_user()")) {
                row.next();
                database = row.getString(1);
                user = row.getString(2);
            }
            Set<String> granted = new HashSet<>();
            try (ResultSet rows = statement.executeQuery("show grants")) {
                while (rows.next()) {
                    if (ROLE.matcher(rows.getString(1)).matches()) {
                        return List.of();
                    }
                    granted.addAll(rights(rows.getString(1), database));
                }
            }
            Set<String> missing = needed(needs);
            missing.removeAll(granted);
            return granted.contains("ALL PRIVILEGES") || missing.isEmpty()
                    ? List.of()
                    : List.of(lack(missing, database, user));
        }
    }

    private static Lack lack(Set<String> missing, String database, String user) {
        String rights = String.join(", ", missing).toLowerCase(Locale.ROOT);
        int at = user.lastIndexOf('@');
        return new Lack(
                "use " + rights + " in database " + MysqlQuotes.name(database),
                "grant " + rights + " on " + MysqlQuotes.name(database) + ".* to "
                        + MysqlQuotes.text(user.substring(0, at)) + "@" + MysqlQuotes.text(user.substring(at + 1)));
    }

    /** The rights that a line of the server's gives in a database. */
    private static List<String> rights(String line, String database) {
        Matcher grant = GRANT.matcher(line);
        if (!grant.matches() || !covers(grant.group("place"), database)) {
            return List.of();
        }
        return Arrays.stream(grant.group("rights").replaceAll("\\([^)]*\\)", "").split(","))
                .map(String::strip)
                .toList();
    }

    /** A database is named by a pattern in which {@code _} and {@code %} stand for anything, unless a backslash is before them. */
    private static boolean covers(String place, String database) {
        if (place.equals("*")) {
            return true;
        }
        StringBuilder regex = new StringBuilder();
        String quote = place.substring(0, 1);
        String pattern = place.substring(1, place.length() - 1).replace(quote + quote, quote);
        for (int i = 0; i < pattern.length(); i++) {
            char next = pattern.charAt(i);
            if (next == '\\' && i + 1 < pattern.length()) {
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
            } else {
                regex.append(next == '%' ? ".*" : next == '_' ? "." : Pattern.quote(String.valueOf(next)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL | Pattern.CASE_INSENSITIVE)
                .matcher(database)
                .matches();
    }

    /** A function of models may be a trigger's body here, so nothing is said of routines. */
    private static Set<String> needed(Needs needs) {
        Set<String> rights = new LinkedHashSet<>(List.of("SELECT", "INSERT", "UPDATE", "DELETE"));
        Set<Needs.Thing> altered = new HashSet<>(needs.changed());
        altered.addAll(needs.lost());
        Set<Needs.Thing> all = new HashSet<>(altered);
        all.addAll(needs.added());
        List<String> wanted = new ArrayList<>();
        wanted.add(!needs.isThere() || needs.touches(all, Sort.TABLE) ? "CREATE" : "");
        wanted.add(needs.touches(altered, Sort.TABLE) ? "ALTER" : "");
        wanted.add(needs.touches(needs.lost(), Sort.TABLE, Sort.VIEW, Sort.SEQUENCE) ? "DROP" : "");
        wanted.add(needs.touches(needs.added(), Sort.FOREIGN_KEY) ? "REFERENCES" : "");
        wanted.add(needs.touches(all, Sort.VIEW) ? "CREATE VIEW" : "");
        wanted.add(needs.touches(all, Sort.TRIGGER) ? "TRIGGER" : "");
        wanted.stream().filter(right -> !right.isEmpty()).forEach(rights::add);
        return rights;
    }
}
