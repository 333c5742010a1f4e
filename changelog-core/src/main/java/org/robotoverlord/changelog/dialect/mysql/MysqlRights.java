package org.robotoverlord.changelog.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.dialect.Lack;
import org.robotoverlord.changelog.dialect.Needs;
import org.robotoverlord.changelog.dialect.Needs.Sort;
import org.robotoverlord.changelog.dialect.Rights;
import org.robotoverlord.changelog.schema.Name;

/**
 * Reads what the server says that it granted. Rights on single tables count as rights on all, and where a role is granted nothing is
 * said: so it never complains of what may be allowed.
 */
final class MysqlRights implements Rights {
    private static final Pattern GRANT = Pattern.compile(
            "GRANT (?<rights>.+) ON (?<place>`(?:[^`]|``)++`|\"(?:[^\"]|\"\")++\"|\\*)\\.(?<table>\\*|[`\"].*[`\"]) TO .*",
            Pattern.DOTALL);
    private static final String ALL = "ALL PRIVILEGES";
    private static final Pattern ROLE = Pattern.compile("GRANT [`'\"].*", Pattern.DOTALL);

    /** Any of these lets a foreign key point to a table; on MySQL only the first. */
    private static final List<String> POINTING = List.of("REFERENCES", "SELECT", "INSERT", "UPDATE", "DELETE");

    @Override
    public List<Lack> lacking(Connection connection, Needs needs) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String database;
            String user;
            boolean mariadb;
            try (ResultSet row = statement.executeQuery("select database(), current_user(), version()")) {
                row.next();
                database = row.getString(1);
                user = row.getString(2);
                mariadb = row.getString(3).contains("MariaDB");
            }
            List<String> grants = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("show grants")) {
                while (rows.next()) {
                    grants.add(rows.getString(1));
                }
            }
            if (grants.stream().anyMatch(line -> ROLE.matcher(line).matches())) {
                return List.of();
            }
            List<Lack> lacking = new ArrayList<>();
            Set<String> granted = granted(grants, database, Optional.empty());
            Set<String> missing = needed(needs, mariadb);
            missing.removeAll(granted);
            if (!granted.contains(ALL) && !missing.isEmpty()) {
                lacking.add(lack(missing, database, user));
            }
            List<String> pointing = mariadb ? POINTING : POINTING.subList(0, 1);
            for (Name target : elsewhere(needs, database)) {
                Set<String> there = granted(grants, target.schema().orElseThrow(), Optional.of(target.local()));
                if (!there.contains(ALL) && Collections.disjoint(there, pointing)) {
                    lacking.add(pointing(target, user));
                }
            }
            return lacking;
        }
    }

    /** What foreign keys will point to in other databases, by name. */
    private static List<Name> elsewhere(Needs needs, String database) {
        return needs.targets().stream()
                .filter(target ->
                        target.schema().filter(is -> !is.equals(database)).isPresent())
                .sorted(Comparator.comparing(Name::toString))
                .toList();
    }

    private static Lack lack(Set<String> missing, String database, String user) {
        String rights = String.join(", ", missing).toLowerCase(Locale.ROOT);
        return new Lack(
                "use " + rights + " in database " + MysqlQuotes.name(database),
                "grant " + rights + " on " + MysqlQuotes.name(database) + ".* to " + quoted(user));
    }

    private static Lack pointing(Name target, String user) {
        String table = MysqlQuotes.name(target.schema().orElseThrow()) + "." + MysqlQuotes.name(target.local());
        return new Lack("point to " + table, "grant references on " + table + " to " + quoted(user));
    }

    private static String quoted(String user) {
        int at = user.lastIndexOf('@');
        return MysqlQuotes.text(user.substring(0, at)) + "@" + MysqlQuotes.text(user.substring(at + 1));
    }

    /** The rights that lines of the server's give on a table of a database, or on any. */
    private static Set<String> granted(List<String> lines, String database, Optional<String> table) {
        Set<String> granted = new HashSet<>();
        for (String line : lines) {
            Matcher grant = GRANT.matcher(line);
            if (grant.matches()
                    && covers(grant.group("place"), database)
                    && table.filter(name -> !isOn(grant.group("table"), name)).isEmpty()) {
                Arrays.stream(grant.group("rights")
                                .replaceAll("\\([^)]*\\)", "")
                                .split(","))
                        .map(String::strip)
                        .forEach(granted::add);
            }
        }
        return granted;
    }

    private static boolean isOn(String written, String table) {
        return written.equals("*") || unquoted(written).equalsIgnoreCase(table);
    }

    private static String unquoted(String written) {
        String quote = written.substring(0, 1);
        return written.substring(1, written.length() - 1).replace(quote + quote, quote);
    }

    /** A database is named by a pattern in which {@code _} and {@code %} stand for anything, unless a backslash is before them. */
    private static boolean covers(String place, String database) {
        if (place.equals("*")) {
            return true;
        }
        StringBuilder regex = new StringBuilder();
        String pattern = unquoted(place);
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
    private static Set<String> needed(Needs needs, boolean mariadb) {
        Set<String> rights = new LinkedHashSet<>(List.of("SELECT", "INSERT", "UPDATE", "DELETE"));
        Set<Needs.Thing> altered = new HashSet<>(needs.changed());
        altered.addAll(needs.lost());
        Set<Needs.Thing> all = new HashSet<>(altered);
        all.addAll(needs.added());
        List<String> wanted = new ArrayList<>();
        wanted.add(!needs.isThere() || needs.touches(all, Sort.TABLE) ? "CREATE" : "");
        wanted.add(needs.touches(altered, Sort.TABLE) ? "ALTER" : "");
        wanted.add(needs.touches(needs.lost(), Sort.TABLE, Sort.VIEW, Sort.SEQUENCE) ? "DROP" : "");
        wanted.add(!mariadb && needs.touches(needs.added(), Sort.FOREIGN_KEY) ? "REFERENCES" : "");
        wanted.add(needs.touches(all, Sort.VIEW) ? "CREATE VIEW" : "");
        wanted.add(needs.touches(all, Sort.TRIGGER) ? "TRIGGER" : "");
        wanted.stream().filter(right -> !right.isEmpty()).forEach(rights::add);
        return rights;
    }
}
