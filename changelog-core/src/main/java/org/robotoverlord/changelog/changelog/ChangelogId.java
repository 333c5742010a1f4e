package org.robotoverlord.changelog.changelog;

import java.math.BigInteger;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.problem.Problem;

/**
 * What tells changelogs apart: {@code 2_20260525081500_add_user_verification}. With {@code .yaml} behind it, it is the file's name.
 *
 * @param number its place along the line, 1 or more; gaps are allowed
 * @param time when it was made, in UTC, to the second
 * @param name what it is about: {@code [a-z0-9_]+}
 */
public record ChangelogId(long number, LocalDateTime time, String name) implements Comparable<ChangelogId> {
    /** What a file's name ends in. */
    public static final String SUFFIX = ".yaml";

    private static final int LONGEST_NAME = 60;
    private static final Pattern SHAPE = Pattern.compile("([1-9]\\d*)_(\\d{14})_([a-z0-9_]+)");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    public ChangelogId {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(name, "name");
    }

    /** An id made now. */
    public static ChangelogId of(long number, Instant now, String name) {
        return new ChangelogId(
                number, LocalDateTime.ofInstant(now, ZoneOffset.UTC).withNano(0), name);
    }

    /** Reads an id; empty where the text is none. */
    public static Optional<ChangelogId> parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches() || shape.group(3).length() > LONGEST_NAME) {
            return Optional.empty();
        }
        try {
            long number = new BigInteger(shape.group(1)).longValueExact();
            return Optional.of(new ChangelogId(number, LocalDateTime.parse(shape.group(2), TIME), shape.group(3)));
        } catch (ArithmeticException | DateTimeParseException noId) {
            return Optional.empty();
        }
    }

    /** Reads a file's name; empty where it is no changelog's. */
    public static Optional<ChangelogId> ofFile(String fileName) {
        return fileName.endsWith(SUFFIX)
                ? parse(fileName.substring(0, fileName.length() - SUFFIX.length()))
                : Optional.empty();
    }

    /**
     * Makes a name of what a person typed: accents stripped, lower case, other runs become {@code _}, cut at 60 characters.
     *
     * @throws Problem if nothing is left
     */
    public static String name(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String name =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        String cut = name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME).replaceAll("_+$", "");
        if (cut.isEmpty()) {
            throw new Problem(
                    "'" + typed + "' has no letter or digit to make a name of; take another, as in -Dname=add_users");
        }
        return cut;
    }

    /** The name of its file. */
    public String fileName() {
        return this + SUFFIX;
    }

    @Override
    public int compareTo(ChangelogId other) {
        int byNumber = Long.compare(number, other.number);
        return byNumber != 0 ? byNumber : toString().compareTo(other.toString());
    }

    /** The inverse of {@link #parse}. */
    @Override
    public String toString() {
        return number + "_" + TIME.format(time) + "_" + name;
    }
}
