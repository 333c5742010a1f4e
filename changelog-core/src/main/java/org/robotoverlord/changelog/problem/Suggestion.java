package org.robotoverlord.changelog.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Offers the name that was probably meant where a given one is unknown. */
public final class Suggestion {
    /** What nobody mistypes: comparing would cost the square of the length. */
    private static final int LONGEST = 200;

    private Suggestion() {}

    /** {@code " (did you mean 'users'?)"}, or nothing where no known name is near. */
    public static String of(String given, Collection<String> known) {
        return nearest(given, known)
                .map(name -> " (did you mean '" + name + "'?)")
                .orElse("");
    }

    /** The known name that is nearest to the given one: at most a third of its letters, and at least one, may differ. */
    public static Optional<String> nearest(String given, Collection<String> known) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = given.toLowerCase(Locale.ROOT);
        int most = Math.max(1, wanted.length() / 3);
        return known.stream()
                .filter(name -> !name.equals(given) && Math.abs(name.length() - given.length()) <= most)
                .filter(name -> distance(wanted, name.toLowerCase(Locale.ROOT)) <= Math.min(most, name.length() - 1))
                .min(Comparator.<String>comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(name -> -sharedStart(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int sharedStart(String one, String other) {
        int shared = 0;
        while (shared < Math.min(one.length(), other.length()) && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared;
    }

    /** How many letters must be put in, taken out, changed or swapped with their neighbour (Damerau's distance). */
    public static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }
}
