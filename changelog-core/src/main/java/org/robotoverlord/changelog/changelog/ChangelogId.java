package org.robotoverlord.changelog.changelog;

import java.math.BigInteger;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
            return Optional.of(new ChangelogId(number, time(shape.group(2)), shape.group(3)));
        } catch (ArithmeticException | DateTimeException noId) {
            return Optional.empty();
        }
    }

    private static LocalDateTime time(String digits) {
        return LocalDateTime.of(
                Integer.parseInt(digits.substring(0, 4)),
                Integer.parseInt(digits.substring(4, 6)),
                Integer.parseInt(digits.substring(6, 8)),
                Integer.parseInt(digits.substring(8, 10)),
                Integer.parseInt(digits.substring(10, 12)),
                Integer.parseInt(digits.substring(12)));
    }

    /** The digits of a time: 14 of them, up to the year 9999. */
    private static String digits(LocalDateTime time) {
        long date = (time.getYear() * 100L + time.getMonthValue()) * 100 + time.getDayOfMonth();
        long whole = ((date * 100 + time.getHour()) * 100 + time.getMinute()) * 100 + time.getSecond();
        String digits = String.valueOf(whole);
        return "0".repeat(Math.max(0, 14 - digits.length())) + digits;
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
        return number + "_" + digits(time) + "_" + name;
    }
}
