package org.robotoverlord.changelog.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A failure that the user can mend. Its message says what happened and what to do, in the user's own names; {@link
 * #getMessage()} puts the place before it where one is known. It is not for bugs of ours: those stay ordinary exceptions.
 *
 * <p>Whoever finds a problem often doesn't know where the wrong thing is written, only which part of a value is wrong. It then
 * says so with {@link #about}, and the reader of the file, which knows, fills in the place with {@link #at}.
 */
public class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is quoted in a message, and longer than anybody reads. */
    private static final Pattern LONG_QUOTE = Pattern.compile("(?<![\\p{L}\\p{N}])'([^'\n]{60})[^'\n]{240,}+'");

    /** A line of a message that is longer than anybody reads or copies. */
    private static final Pattern LONG_LINE = Pattern.compile("([^\n]{4000})[^\n]{2000,}+");

    private transient Place place;
    private transient List<String> path = List.of();

    /** @param message what happened, the object in quotes, and what to do */
    public Problem(String message) {
        super(readable(message));
    }

    /**
     * @param message what happened, the object in quotes, and what to do
     * @param cause what was thrown by the part that failed
     */
    public Problem(String message, Throwable cause) {
        super(readable(message), cause);
    }

    /**
     * @param place where the wrong thing is written
     * @param message what happened, the object in quotes, and what to do
     */
    public Problem(Place place, String message) {
        super(readable(message));
        this.place = place;
    }

    /**
     * @param place where the wrong thing is written
     * @param message what happened, the object in quotes, and what to do
     * @param cause what was thrown by the part that failed
     */
    public Problem(Place place, String message, Throwable cause) {
        super(readable(message), cause);
        this.place = place;
    }

    /** A file may hold a name of a megabyte, and the message about it is still to be read. */
    private static String readable(String message) {
        return message.length() < 300
                ? message
                : LONG_LINE
                        .matcher(LONG_QUOTE.matcher(message).replaceAll("'$1…'"))
                        .replaceAll("$1…");
    }

    /** Says which part of the value is wrong, as keys from the outside in; the outer parts are put before what is there. */
    public Problem about(List<String> keys) {
        if (!keys.isEmpty()) {
            List<String> whole = new ArrayList<>(keys);
            whole.addAll(path);
            path = List.copyOf(whole);
        }
        return this;
    }

    /** Says which part of the value is wrong, as keys from the outside in. */
    public final Problem about(String... keys) {
        return about(List.of(keys));
    }

    /** Says it of a part that is written elsewhere: the function gives the keys as they are written for those that are there. */
    public Problem relocate(UnaryOperator<List<String>> written) {
        path = List.copyOf(written.apply(path));
        return this;
    }

    /** Which part of the value is wrong, as keys from the outside in; empty where it is the whole. */
    public final List<String> path() {
        return path;
    }

    /** Fills in the place where none is known yet. */
    public Problem at(Place where) {
        if (place == null) {
            place = where;
        }
        return this;
    }

    /** Where the wrong thing is written, if that is known. */
    public final Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    /** The message without its place. */
    public final String text() {
        return super.getMessage();
    }

    @Override
    public String getMessage() {
        return place == null ? super.getMessage() : place + ": " + super.getMessage();
    }
}
