package org.robotoverlord.changelog.problem;

import java.util.Objects;

/**
 * A place in a file, as an editor understands it.
 *
 * @param path the file, as the user would name it from the project's folder
 * @param line counted from 1; 0 where only the file is known
 * @param column counted from 1; 0 where only the file is known
 */
public record Place(String path, int line, int column) implements Comparable<Place> {
    public Place {
        Objects.requireNonNull(path, "path");
    }

    /** The whole file, where no line is known. */
    public static Place of(String path) {
        return new Place(path, 0, 0);
    }

    @Override
    public int compareTo(Place other) {
        int byPath = path.compareTo(other.path);
        if (byPath != 0) {
            return byPath;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    /** {@code path:line:column}, or the path alone. */
    @Override
    public String toString() {
        return line == 0 ? path : path + ":" + line + ":" + column;
    }
}
