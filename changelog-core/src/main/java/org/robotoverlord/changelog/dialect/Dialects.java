package org.robotoverlord.changelog.dialect;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.change.Sql;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.problem.Suggestion;

/** Finds the dialects, by name or by where a JDBC URL leads. Nothing is kept: a dialect costs nothing to make. */
public final class Dialects {
    private Dialects() {}

    /** @throws Problem if there is no dialect of that name, with the nearest one */
    public static Dialect named(String name) {
        List<Dialect> all = all();
        Set<String> names = all.stream()
                .flatMap(dialect -> dialect.names().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return first(
                all,
                dialect -> dialect.names().contains(name),
                "there is no dialect '" + name + "'" + Suggestion.of(name, names) + "; write one of " + names);
    }

    /** The one that the embedded server speaks, for an app that says nothing else. */
    public static Dialect embedded() {
        return first(all(), Dialect::isEmbedded, "no dialect of an embedded database is among the plugin's own");
    }

    /** @throws Problem if SQL is kept for a dialect that there isn't: it would never be run, and nobody would notice */
    public static void requireKnown(Sql change) {
        for (int i = 0; i < change.dialect().size(); i++) {
            try {
                named(change.dialect().get(i));
            } catch (Problem unknown) {
                throw unknown.about("dialect", String.valueOf(i));
            }
        }
    }

    /** @throws Problem if no dialect speaks with such a database */
    public static Dialect of(String jdbcUrl) {
        List<Dialect> all = all();
        String known = all.stream().map(Dialect::title).collect(Collectors.joining(", "));
        return first(
                all,
                dialect -> dialect.speaks(jdbcUrl),
                "the URL leads to '" + scheme(jdbcUrl) + "', a database that is not known; known are: " + known);
    }

    /** The dialect whose short URLs begin with a scheme. */
    public static Optional<Dialect> ofScheme(String scheme) {
        return all().stream()
                .filter(dialect -> dialect.shortUrls().containsKey(scheme))
                .findFirst();
    }

    /** The dialect that speaks with the database of a JDBC URL, if one does. */
    public static Optional<Dialect> speaking(String jdbcUrl) {
        return all().stream().filter(dialect -> dialect.speaks(jdbcUrl)).findFirst();
    }

    private static Dialect first(List<Dialect> all, Predicate<Dialect> wanted, String otherwise) {
        return all.stream().filter(wanted).findFirst().orElseThrow(() -> new Problem(otherwise));
    }

    /** The part of a URL that holds no password. */
    private static String scheme(String url) {
        int end = url.indexOf(':', url.startsWith("jdbc:") ? 5 : 0);
        return end < 0 ? "" : url.substring(0, end);
    }

    private static List<Dialect> all() {
        return ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
