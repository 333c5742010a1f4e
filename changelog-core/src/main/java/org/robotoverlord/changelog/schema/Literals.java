package org.robotoverlord.changelog.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.problem.Problem;

/** Says whether a literal fits a type, and gives the one text that all its spellings share ({@code 007} is {@code 7}). */
final class Literals {
    private static final Map<PortableType, Integer> BITS =
            Map.of(PortableType.SMALLINT, 16, PortableType.INTEGER, 32, PortableType.BIGINT, 64);
    private static final String DAY = "\\d{4,6}-\\d{1,2}-\\d{1,2}( BC)?";
    private static final String CLOCK = "\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?";
    private static final String ZONE = "( ?(Z|[+-]\\d{1,2}(:?\\d{2})?(:\\d{2})?| [A-Za-z_/]+))?";
    private static final Map<PortableType, Pattern> SHAPES = Map.of(
            PortableType.DATE, Pattern.compile(DAY + "|-?infinity"),
            PortableType.TIME, Pattern.compile(CLOCK),
            PortableType.TIMESTAMP, Pattern.compile(DAY + "([T ]" + CLOCK + ")?|-?infinity|epoch"),
            PortableType.TIMESTAMPTZ, Pattern.compile(DAY + "([T ]" + CLOCK + ZONE + ")?|-?infinity|epoch"),
            PortableType.INTERVAL, Pattern.compile(".*(\\d|infinity).*"),
            PortableType.UUID, Pattern.compile("\\{?(?:[0-9a-fA-F]{4}-?){8}\\}?"),
            PortableType.BINARY, Pattern.compile("\\\\x(?:[0-9a-fA-F]{2})*"));

    private static final Pattern MOMENT =
            Pattern.compile("(?:(\\d{4,6})-(\\d{1,2})-(\\d{1,2})(?: BC)?[T ]?)?(?:(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");
    private static final int SECONDS_OF_A_DAY = 24 * 60 * 60;
    /** More digits than any database keeps; reading them would take a processor hours. */
    private static final int MOST_DIGITS = 100_000;

    private Literals() {}

    /**
     * @param text the literal, without quotes
     * @return the text that all spellings of the same value share
     * @throws Problem if it doesn't fit the type
     */
    static String canonical(ColumnType type, String text) {
        if (type.array()) {
            require(
                    text.startsWith("{") && text.endsWith("}") || text.startsWith("["),
                    type,
                    text,
                    "write it as '{a,b}', in quotes");
            return text;
        }
        return type.portable().map(portable -> canonical(portable, type, text)).orElse(text);
    }

    private static String canonical(PortableType portable, ColumnType type, String text) {
        switch (portable) {
            case SMALLINT, INTEGER, BIGINT:
                return integer(portable, type, text);
            case DECIMAL:
                return decimal(type, text);
            case REAL:
                return floating(type, text, Float.MAX_VALUE);
            case DOUBLE:
                return floating(type, text, Double.MAX_VALUE);
            case BOOLEAN:
                require(text.equals("true") || text.equals("false"), type, text, "write true or false");
                return text;
            case CHAR, VARCHAR:
                require(
                        type.arguments().isEmpty()
                                || text.codePointCount(0, text.length())
                                        <= type.arguments().get(0),
                        type,
                        text,
                        "it is longer");
                return text;
            case JSON, JSONB:
                require(JsonText.isValid(text), type, text, "write JSON, in quotes");
                return text;
            case TEXT:
                return text;
            case DATE, TIME, TIMESTAMP, TIMESTAMPTZ:
                require(isShaped(portable, text), type, text, "write it as ISO 8601 does, or {sql: …}");
                require(isPossible(text), type, text, "there is no such day or time");
                return text;
            case UUID:
                require(isShaped(portable, text), type, text, "write 32 hex digits, or {sql: …}");
                return text;
            case BINARY:
                require(
                        isShaped(portable, text),
                        type,
                        text,
                        "write \\x and two hex digits for each byte, or {sql: …}");
                return text;
            case INTERVAL:
                require(isShaped(portable, text), type, text, "write it as in '1 day 02:00', or {sql: …}");
                return text;
            default:
                throw new IllegalStateException("nobody knows the literals of " + portable);
        }
    }

    private static boolean isShaped(PortableType portable, String text) {
        return SHAPES.get(portable).matcher(text).matches();
    }

    /** Whether the calendar has the day and the clock has the time, where they are given. */
    private static boolean isPossible(String text) {
        Matcher moment = MOMENT.matcher(text);
        if (!moment.lookingAt()) {
            return true;
        }
        try {
            if (moment.group(1) != null) {
                int year = Integer.parseInt(moment.group(1));
                LocalDate.of(year, Integer.parseInt(moment.group(2)), Integer.parseInt(moment.group(3)));
                return year > 0 && isTime(moment);
            }
            return isTime(moment);
        } catch (DateTimeException impossible) {
            return false;
        }
    }

    private static boolean isTime(Matcher moment) {
        if (moment.group(4) == null) {
            return true;
        }
        int seconds = moment.group(6) == null ? 0 : Integer.parseInt(moment.group(6));
        int minutes = Integer.parseInt(moment.group(5));
        int ofDay = (Integer.parseInt(moment.group(4)) * 60 + minutes) * 60 + seconds;
        return minutes < 60 && seconds <= 60 && ofDay <= SECONDS_OF_A_DAY;
    }

    private static String integer(PortableType portable, ColumnType type, String text) {
        require(text.length() <= MOST_DIGITS, type, text, "it is too large");
        try {
            BigInteger value = new BigInteger(text.strip());
            require(value.bitLength() < BITS.get(portable), type, text, "it is too large");
            return value.toString();
        } catch (NumberFormatException notANumber) {
            throw misfit(type, text, "write a whole number, or {sql: …}");
        }
    }

    private static String decimal(ColumnType type, String text) {
        BigDecimal value = number(type, text);
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (!type.arguments().isEmpty()) {
            int scale = type.arguments().size() == 1 ? 0 : type.arguments().get(1);
            require(stripped.scale() <= scale, type, text, "it has more digits after the point");
            require(
                    stripped.precision() - stripped.scale() <= type.arguments().get(0) - scale,
                    type,
                    text,
                    "it is too large");
        }
        return stripped.toPlainString();
    }

    private static String floating(ColumnType type, String text, double most) {
        if (text.matches("NaN|-?Infinity")) {
            return text;
        }
        BigDecimal value = number(type, text);
        require(value.abs().compareTo(BigDecimal.valueOf(most)) <= 0, type, text, "it is too large");
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal number(ColumnType type, String text) {
        require(text.length() <= MOST_DIGITS, type, text, "it is too large");
        try {
            BigDecimal value = new BigDecimal(text.strip());
            require(Math.abs((long) value.scale()) < 20_000, type, text, "it is too large");
            return value;
        } catch (NumberFormatException notANumber) {
            throw misfit(type, text, "write a number, or {sql: …}");
        }
    }

    private static void require(boolean fits, ColumnType type, String text, String why) {
        if (!fits) {
            throw misfit(type, text, why);
        }
    }

    private static Problem misfit(ColumnType type, String text, String why) {
        String shown = text.length() <= 60 ? text : text.substring(0, 60) + "…";
        return new Problem("'" + shown + "' doesn't fit " + type + "; " + why);
    }
}
