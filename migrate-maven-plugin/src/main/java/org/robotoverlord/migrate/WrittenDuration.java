package org.robotoverlord.migrate;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.problem.Problem;

/** A duration as a user writes it: {@code 500ms}, {@code 3s}, {@code 2m}, {@code 1h}. */
final class WrittenDuration {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h)");

    /** Longer than anybody waits, and no longer than every database counts. */
    private static final Duration LONGEST = Duration.ofHours(500);

    private WrittenDuration() {}

    /**
     * Reads one.
     *
     * @param from where it was written, for messages: {@code -Drobot.lockTimeout}
     * @param shortest the shortest that makes sense there
     * @throws Problem if it isn't understood
     */
    static Duration parse(String text, String from, Duration shortest) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new Problem(from + " is '" + text
                    + "', which is no duration; write a number and its unit, as in 500ms," + " 3s, 2m or 1h");
        }
        Duration duration = of(Long.parseLong(parts.group(1)), parts.group(2));
        if (duration.compareTo(shortest) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new Problem(from + " is '" + text + "'; it may be from " + shortest.toMillis() + "ms to "
                    + LONGEST.toHours() + "h");
        }
        return duration;
    }

    private static Duration of(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
