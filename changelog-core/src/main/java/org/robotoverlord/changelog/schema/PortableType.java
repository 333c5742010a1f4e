package org.robotoverlord.changelog.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.robotoverlord.changelog.problem.Problem;

/** The types that every dialect knows, with the arguments they take and the synonyms they fold. */
public enum PortableType {
    BOOLEAN(0, 0, "bool"),
    SMALLINT(0, 0, "int2"),
    INTEGER(0, 0, "int", "int4"),
    BIGINT(0, 0, "int8"),
    DECIMAL(0, 2, "numeric"),
    REAL(0, 0, "float4"),
    DOUBLE(0, 0, "float8", "double precision"),
    CHAR(0, 1, "character"),
    VARCHAR(0, 1, "character varying"),
    TEXT(0, 0),
    BINARY(0, 0, "bytea", "blob"),
    DATE(0, 0),
    TIME(0, 1, "time without time zone"),
    TIMESTAMP(0, 1, "timestamp without time zone"),
    TIMESTAMPTZ(0, 1, "timestamp with time zone"),
    INTERVAL(0, 0),
    UUID(0, 0),
    JSON(0, 0),
    JSONB(0, 0);

    private static final Map<String, PortableType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(PortableType::written, Function.identity()));
    private static final Map<String, PortableType> BY_SYNONYM = Arrays.stream(values())
            .flatMap(type -> type.synonyms.stream().map(synonym -> Map.entry(synonym, type)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final List<String> SERIALS =
            List.of("serial", "bigserial", "smallserial", "serial4", "serial8", "serial2");

    private final String written;
    private final int fewest;
    private final int most;
    private final List<String> synonyms;

    PortableType(int fewest, int most, String... synonyms) {
        this.written = name().toLowerCase(Locale.ROOT);
        this.fewest = fewest;
        this.most = most;
        this.synonyms = List.of(synonyms);
    }

    /** How the type is written. */
    public String written() {
        return written;
    }

    /** The type so written, synonyms not folded. */
    static Optional<PortableType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** All names a type may be written by, synonyms included. */
    static List<String> names() {
        return java.util.stream.Stream.concat(BY_NAME.keySet().stream(), BY_SYNONYM.keySet().stream())
                .sorted()
                .toList();
    }

    /** The type that a name and its arguments make, synonyms folded and what is implied left out. */
    static ColumnType fold(String text, String name, List<Integer> arguments, boolean array) {
        PortableType exact = BY_NAME.get(name);
        if (exact != null) {
            return new ColumnType(name, exact.arguments(text, arguments), array, false);
        }
        String lower = ColumnType.lower(name);
        if (SERIALS.contains(lower)) {
            throw new Problem("'" + text + "' is no type but a column with a sequence of its own; write " + "{type: "
                    + serialType(lower) + ", identity: true}");
        }
        PortableType type = BY_NAME.getOrDefault(lower, BY_SYNONYM.get(lower));
        if (type == null) {
            return new ColumnType(Name.parse(name).toString(), arguments, array, false);
        }
        boolean displayWidth = lower.equals("int") && arguments.size() == 1;
        return new ColumnType(type.written(), displayWidth ? List.of() : type.arguments(text, arguments), array, false);
    }

    private static String serialType(String serial) {
        return switch (serial) {
            case "bigserial", "serial8" -> "bigint";
            case "smallserial", "serial2" -> "smallint";
            default -> "integer";
        };
    }

    private List<Integer> arguments(String text, List<Integer> given) {
        if (given.size() < fewest || given.size() > most) {
            throw new Problem("'" + text + "' has " + given.size() + " numbers in parentheses; " + written() + " takes "
                    + (most == 0 ? "none" : "at most " + most));
        }
        return switch (this) {
            case CHAR -> List.of(within(text, given.isEmpty() ? 1 : given.get(0), 1, 10_485_760));
            case VARCHAR -> given.isEmpty() ? given : List.of(within(text, given.get(0), 1, 10_485_760));
            case TIME, TIMESTAMP, TIMESTAMPTZ ->
                given.isEmpty() || within(text, given.get(0), 0, 6) == 6 ? List.of() : given;
            case DECIMAL -> decimal(text, given);
            default -> given;
        };
    }

    private static List<Integer> decimal(String text, List<Integer> given) {
        if (given.isEmpty()) {
            return given;
        }
        int precision = within(text, given.get(0), 1, 1000);
        int scale = given.size() == 1 ? 0 : within(text, given.get(1), 0, precision);
        return scale == 0 ? List.of(precision) : List.of(precision, scale);
    }

    private static int within(String text, int given, int least, int most) {
        if (given < least || given > most) {
            throw new Problem("'" + text + "' has " + given + " where " + least + " to " + most + " is taken");
        }
        return given;
    }
}
