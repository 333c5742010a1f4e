package org.robotoverlord.changelog.diff;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.robotoverlord.changelog.problem.Suggestion;
import org.robotoverlord.changelog.schema.Column;
import org.robotoverlord.changelog.schema.Table;

/** Says how like two things are that may be the same under another name. */
final class Likeness {
    private Likeness() {}

    /** How many letters two names differ in, in whatever case. */
    static int distance(String one, String other) {
        return Suggestion.distance(lower(one), lower(other));
    }

    /** Whether names share a word, or one contains the other, or at most half of the longer differs. */
    static boolean ofNames(String one, String other) {
        String first = lower(one);
        String second = lower(other);
        return first.contains(second)
                || second.contains(first)
                || words(first).stream().anyMatch(words(second)::contains)
                || Suggestion.distance(first, second) * 2 <= Math.max(first.length(), second.length());
    }

    /** Whether half of the columns of the wider table agree in name, or in type at the same place. */
    static boolean ofTables(Table one, Table other) {
        int most = Math.max(one.columns().size(), other.columns().size());
        return commonNames(one, other) * 2 >= most || commonTypes(one, other) * 2 >= most;
    }

    /** How many columns of the wider table find no column of their name in the other. */
    static int difference(Table one, Table other) {
        return Math.max(one.columns().size(), other.columns().size()) - commonNames(one, other);
    }

    private static int commonNames(Table one, Table other) {
        return (int) one.columns().keySet().stream()
                .filter(other.columns()::containsKey)
                .count();
    }

    private static int commonTypes(Table one, Table other) {
        List<Column> first = List.copyOf(one.columns().values());
        List<Column> second = List.copyOf(other.columns().values());
        int common = 0;
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            common += first.get(i).type().equals(second.get(i).type()) ? 1 : 0;
        }
        return common;
    }

    private static Set<String> words(String name) {
        Set<String> words = new HashSet<>(Arrays.asList(name.split("_")));
        words.remove("");
        return words;
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
