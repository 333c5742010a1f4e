package org.robotoverlord.changelog.problem;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A place in a file, as an editor understands it.
 *
 * @param path the file, as the user would name it from the project's folder
 * @param line counted from 1; 0 where only the file is known
 * @param column counted from 1; 0 where only the file is known
 */
public record Place(String path, int line, int column) implements Comparable<Place> {
    /** Between digits and what isn't one. */
    private static final Pattern RUN = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    public Place {
        Objects.requireNonNull(path, "path");
    }

    /** The whole file, where no line is known. */
    public static Place of(String path) {
        return new Place(path, 0, 0);
    }

    @Override
    public int compareTo(Place other) {
        int byPath = path.equals(other.path) ? 0 : comparePaths(path, other.path);
        if (byPath != 0) {
            return byPath;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    /** By the numbers in them, so that changelog 10 comes after changelog 2. */
    private static int comparePaths(String one, String other) {
        int byNumbers = Arrays.compare(RUN.split(one), RUN.split(other), Place::compareRuns);
        return byNumbers != 0 ? byNumbers : one.compareTo(other);
    }

    private static int compareRuns(String one, String other) {
        boolean areNumbers =
                DIGITS.matcher(one).matches() && DIGITS.matcher(other).matches();
        return areNumbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
    }

    /** {@code path:line:column}, or the path alone. */
    @Override
    public String toString() {
        return line == 0 ? path : path + ":" + line + ":" + column;
    }
}
