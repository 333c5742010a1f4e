package org.robotoverlord.changelog.dialect.mysql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robotoverlord.changelog.problem.Problem;
import org.robotoverlord.changelog.schema.ColumnType;
import org.robotoverlord.changelog.schema.PortableType;

/** MariaDB's and MySQL's types: which are read by their own name, and how the server's way to print one becomes a {@link ColumnType}. */
final class MysqlTypes {
    /** Types beside the portable ones that are read by their own name. */
    static final Set<String> BUILT_IN = Set.of(
            "tinyint",
            "mediumint",
            "tinyint unsigned",
            "smallint unsigned",
            "mediumint unsigned",
            "int unsigned",
            "bigint unsigned",
            "tinytext",
            "mediumtext",
            "tinyblob",
            "mediumblob",
            "varbinary",
            "bit",
            "year",
            "inet4",
            "inet6",
            "geometry",
            "point",
            "linestring",
            "polygon");

    private static final Set<String> LARGE = Set.of(
            ("text binary json jsonb blob tinytext mediumtext longtext tinyblob mediumblob longblob geometry point linestring polygon")
                    .split(" "));

    /** How many digits after the second the server keeps at most, and a type without a number has everywhere. */
    static final int FINEST = 6;

    private static final Pattern PRINTED =
            Pattern.compile("(?<name>[a-z0-9]+)(?:\\((?<args>[\\d,]+)\\))?(?<after> unsigned)?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("(tiny|small|medium|big)?int");

    private MysqlTypes() {}

    /** The type that the server prints so: {@code varchar(320)}, {@code int(10) unsigned}, {@code enum('a','b')}. */
    static ColumnType read(String printed) {
        Matcher parts = PRINTED.matcher(printed);
        return parts.matches()
                ? read(
                        printed,
                        parts.group("name"),
                        Optional.ofNullable(parts.group("args")),
                        Optional.ofNullable(parts.group("after")).orElse(""))
                : asItIs(printed);
    }

    /** The type of a parameter or result: in a signature models have no numbers in parentheses, so one with such is taken as it is. */
    static ColumnType ofRoutine(String printed, boolean mariadbs) {
        // MariaDB takes json for the text that it is.
        String lower = mariadbs && printed.equals("json") ? "longtext" : printed.toLowerCase(Locale.ROOT);
        ColumnType type = read(lower);
        return type.arguments().isEmpty() ? type : asItIs(lower);
    }

    private static ColumnType read(String printed, String name, Optional<String> args, String after) {
        if (printed.equals("tinyint(1)")) {
            return ColumnType.of("boolean");
        }
        if (WHOLE_NUMBER.matcher(name).matches()) {
            // What stands in parentheses is how wide a client may show it.
            return parsed(name + after, printed);
        }
        return switch (name + after) {
            case "float" -> args.isEmpty() ? ColumnType.of("real") : asItIs(printed);
            case "double" -> args.isEmpty() ? ColumnType.of("double") : asItIs(printed);
            case "longtext" -> ColumnType.of("text");
            case "longblob" -> ColumnType.of("binary");
            case "text", "blob" -> asItIs(printed);
            case "binary" -> asItIs(printed);
            case "time" -> moment("time", args);
            case "datetime" -> moment("timestamp", args);
            case "timestamp" -> moment("timestamptz", args);
            default ->
                after.isEmpty()
                        ? parsed(name + args.map(list -> "(" + list + ")").orElse(""), printed)
                        : asItIs(printed);
        };
    }

    private static ColumnType moment(String name, Optional<String> digits) {
        int kept = digits.map(Integer::parseInt).orElse(0);
        return kept == FINEST ? ColumnType.of(name) : ColumnType.parse(name + "(" + kept + ")");
    }

    private static ColumnType parsed(String text, String printed) {
        try {
            ColumnType type = ColumnType.parse(text);
            return type.portable().isPresent() || BUILT_IN.contains(type.name()) ? type : asItIs(printed);
        } catch (Problem unlikeOurs) {
            return asItIs(printed);
        }
    }

    /** Whether values of the type may be of any length: then a key holds but their beginning, and a default is an expression. */
    static boolean isLarge(ColumnType type) {
        boolean endless = type.is(PortableType.VARCHAR) && type.arguments().isEmpty();
        return endless || !type.array() && LARGE.contains(type.name().toLowerCase(Locale.ROOT));
    }

    /** A type that is taken as the server prints it. */
    static ColumnType asItIs(String printed) {
        return new ColumnType(printed, List.of(), false, true);
    }
}
